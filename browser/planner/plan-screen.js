/** The planner's fixed frame, and drawing what changes within it. */

import { h } from "../dom.js";
import { frameOf, notices, toolbar } from "../frame.js";
import { button } from "../parts.js";
import { patch, patchInPieces } from "../patch.js";
import { SEEN, WHOLE } from "../pieces.js";
import { Drafts } from "../replace/drafts.js";
import { shelfBar } from "../shelf/shelf-bar.js";
import { engineStatus, faultBox } from "../status-view.js";
import { teamChooser } from "../teams/team-chooser.js";
import { visitsOf } from "./plan.js";
import { planForm } from "./plan-form.js";
import { bar, summary, takeAway } from "./plan-summary.js";
import { visitName } from "./plan-words.js";
import { sheetOf } from "./sheet.js";

/** @typedef {import("./plan.js").PlanView} PlanView */
/** @typedef {import("./plan-desk.js").PlanDesk} PlanDesk */

export class PlanScreen {
  #shelf = h("div", { class: "checker-shelf" });
  #chooser = h("div", { class: "checker-chooser" });
  #toolbar = h("div", { class: "checker-toolbar" });
  #notices = h("div", { class: "checker-notices", role: "status" });
  #visits = h("div", { class: "plan-visits" });
  #form = h("div", { class: "checker-form" });
  #bar = h("div", { class: "checker-bar" });
  #result = h("div", { class: "checker-answer" });
  #take = h("div", { class: "plan-take" });
  #lists = h("div", { class: "checker-lists" });
  #sheet = h("div", { class: "paper-sheet plan-sheet" });
  /** What belongs to the partnership though nothing here shows it: it goes and comes back with it. */
  #drafts = new Drafts();
  #host;
  #root;

  /**
   * @param {HTMLElement} host
   * @param {PlanDesk} desk
   * @param {HTMLElement} announcement
   */
  constructor(host, { say }, announcement) {
    this.#host = host;
    this.#lists.append(...host.querySelectorAll("[data-checklist]"));
    this.#root = frameOf(say("plan.result"), announcement, {
      above: [this.#shelf, this.#chooser, this.#toolbar, this.#notices, this.#visits],
      left: [this.#form, this.#bar],
      right: [this.#result, this.#take, this.#lists],
      below: [this.#sheet],
    });
    host.replaceChildren(this.#root);
  }

  /** The part of the page that the reader turns to. */
  get root() {
    return this.#root;
  }

  /**
   * Draw what the desk holds, piece by piece.
   *
   * @param {PlanDesk} desk
   * @param {boolean} answered does the reader wait for the answer? Then it comes first.
   * @returns {import("../desk-element.js").Drawing}
   */
  *draw(desk, answered) {
    const { view } = desk;
    this.#drafts.look(desk.workspace.held.id, view.document);
    this.#host.toggleAttribute("planned", view.visit >= 0);
    if (answered) yield* this.#drawResult(desk, view);
    patch(this.#shelf, shelfBar(desk));
    patch(this.#chooser, teamChooser(desk, view, false));
    patch(this.#toolbar, toolbar(desk, view, ["example"], []));
    patch(this.#notices, notices(desk, view));
    patch(this.#visits, visitChooser(view));
    yield;
    yield* patchInPieces(this.#form, planForm(view));
    patch(this.#bar, bar(view));
    patch(this.#take, takeAway(view));
    yield;
    patch(this.#sheet, sheetOf(view));
    yield;
    if (!answered) yield* this.#drawResult(desk, view);
  }

  /**
   * @param {PlanDesk} desk
   * @param {PlanView} view
   * @returns {import("../desk-element.js").Drawing}
   */
  *#drawResult({ engine }, view) {
    const faults = faultBox(view);
    const answer = engine.state === "failed" ? [] : faults ? [faults] : summary(view);
    const status = view.visit < 0 && engine.state !== "failed" ? null : engineStatus(view.say, engine);
    patch(this.#result, h("div", { class: "checker-answer" }, status, answer));
    // Until there is an answer, the checklist stands in its place.
    this.#lists.hidden = answer.length > 0;
    yield SEEN;
    yield WHOLE;
  }
}

/**
 * Which of the team's visits; where there is none, what this is good for.
 *
 * @param {PlanView} view
 */
function visitChooser(view) {
  const visits = visitsOf(view);
  if (visits.length === 0) return emptyState(view);
  const radios = visits.map((_, index) =>
    h(
      "label",
      { class: "checker-segment" },
      h("input", { type: "radio", name: "plan-visit", "data-visit": index, checked: index === view.visit }),
      h("span", {}, visitName(view, index)),
    ),
  );
  return h(
    "div",
    { class: "plan-visits" },
    visits.length > 1
      ? h(
          "fieldset",
          { class: "checker-field", "data-key": "visits", id: "plan-visits" },
          h("legend", { class: "checker-label" }, view.say("plan.choose")),
          h("div", { class: "checker-segments" }, radios),
        )
      : h(
          "h3",
          { class: "checker-title", id: "plan-visits", tabindex: "-1", "data-key": "visit" },
          visitName(view, 0),
        ),
    button("add-visit", view.say("plan.add_another"), { image: "add", quiet: true }),
  );
}

/** @param {PlanView} view */
function emptyState(view) {
  const others = view.document.teams.filter((team) => team.visits?.length && team.component !== view.form.id);
  const known = view.settings.components.filter(({ id }) => others.some((team) => team.component === id));
  return h(
    "div",
    { class: "plan-visits plan-empty" },
    h(
      "h3",
      { class: "checker-title", id: "plan-visits", tabindex: "-1" },
      view.say("plan.empty", { name: view.form.name }),
    ),
    h("p", {}, view.say("plan.empty_why")),
    h(
      "div",
      { class: "checker-actions" },
      button("add-visit", view.say("plan.begin"), { image: "add" }),
      button("example", view.say("toolbar.example"), { image: "example", quiet: true }),
      known.map(({ id, name }) =>
        button("go-component", view.say("plan.go", { name }), { quiet: true, index: id }),
      ),
    ),
  );
}
