/** The checker's fixed frame, and drawing what changes within it. */

import { aidOf } from "./aid/aid.js";
import { aidView } from "./aid/aid-view.js";
import { h, icon } from "./dom.js";
import { formOf } from "./form.js";
import { frameOf, notices, toolbar } from "./frame.js";
import { confirmLoose } from "./paste/paste-dialog.js";
import { patch, patchInPieces } from "./patch.js";
import { SEEN, WHOLE } from "./pieces.js";
import { ReplaceScreen } from "./replace/replace-screen.js";
import { firstCount, reportOf, VERDICT, verdictTone } from "./report-view.js";
import { shelfBar } from "./shelf/shelf-bar.js";
import { engineStatus, faultBox } from "./status-view.js";
import { teamChooser } from "./teams/team-chooser.js";
import { TimeLine } from "./timeline/time-line.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./desk.js").Desk} Desk */

export class Screen {
  #shelf = h("div", { class: "checker-shelf" });
  #chooser = h("div", { class: "checker-chooser" });
  #toolbar = h("div", { class: "checker-toolbar" });
  #notices = h("div", { class: "checker-notices", role: "status" });
  #form = h("div", { class: "checker-form" });
  #replacements = new ReplaceScreen();
  #bar = h("div", { class: "checker-bar" });
  #result = h("div", { class: "checker-answer" });
  #lists = h("div", { class: "checker-lists" });
  #time = new TimeLine();
  #root;
  /** The build's checklists that are not in the frame yet. @type {Element[]} */ #unplaced;
  /** What the result was last drawn from. @type {unknown[]} */ #shown = [];

  /**
   * @param {HTMLElement} host
   * @param {import("./words.js").Say} say
   * @param {HTMLElement} announcement
   */
  constructor(host, say, announcement) {
    this.#unplaced = [...host.querySelectorAll("[data-checklist]")];
    this.#root = frameOf(say("app.result"), announcement, {
      above: [this.#shelf, this.#chooser, this.#toolbar, this.#notices],
      left: [this.#form, this.#replacements.root, this.#bar],
      right: [this.#result, this.#lists],
      below: [this.#time.root],
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
   * @param {Desk} desk
   * @param {boolean} answered does the reader wait for the verdict? Then it comes first.
   * @returns {import("./desk-element.js").Drawing}
   */
  *draw(desk, answered) {
    const { view, loose } = desk;
    if (loose) {
      desk.loose = null;
      confirmLoose(this.#root, desk, loose);
    }
    if (answered) yield* this.#drawResult(desk, view);
    // One piece, or each row would push down what is in sight below it.
    patch(this.#shelf, shelfBar(desk));
    patch(this.#chooser, teamChooser(desk, view));
    patch(this.#toolbar, toolbar(desk, view, ["examples"], ["print", "form", "share", "restart"]));
    patch(this.#notices, notices(desk, view));
    yield;
    yield* patchInPieces(this.#form, formOf(view));
    this.#replacements.draw(desk);
    yield;
    if (!answered) yield* this.#drawResult(desk, view);
    yield* this.#placeLists();
    this.#time.draw(desk);
  }

  /**
   * Between a change and the answer to it the result stays; a large team's is long to draw.
   *
   * @param {Desk} desk
   * @param {View} view
   * @returns {import("./desk-element.js").Drawing}
   */
  *#drawResult(desk, view) {
    const { engine } = desk;
    const aid = aidOf(desk);
    aid.look();
    const { state, progress, failures } = engine;
    const shown = [view.form, view.report, view.faults, state, progress, failures, aid.answer];
    patch(this.#bar, bar(view));
    if (shown.every((value, place) => value === this.#shown[place])) {
      yield SEEN;
      yield WHOLE;
      return;
    }
    this.#shown = [];
    const faults = faultBox(view);
    const answer = state === "failed" ? [] : faults ? [faults] : reportOf(view);
    // Right below the verdict.
    if (view.report && answer.length > 1) answer.splice(1, 0, ...aidView(view, aid.answer));
    this.#lists.toggleAttribute("data-leaving", answer.length > 0);
    const fresh = h("div", { class: "checker-answer" }, engineStatus(view.say, engine), answer);
    for (const part of patchInPieces(this.#result, fresh))
      yield part instanceof HTMLElement && part.dataset.key === VERDICT ? SEEN : undefined;
    this.#showLists(answer.length === 0, view.form.id);
    this.#shown = shown;
    if (!view.report) yield SEEN;
    yield WHOLE;
  }

  /** @returns {import("./desk-element.js").Drawing} */
  *#placeLists() {
    for (let list = this.#unplaced.shift(); list; list = this.#unplaced.shift()) {
      this.#lists.append(list);
      yield;
    }
  }

  /**
   * Until there is an answer, the checklist stands in its place.
   *
   * @param {boolean} shown
   * @param {string} component
   */
  #showLists(shown, component) {
    this.#lists.hidden = !shown;
    const lists = [...this.#unplaced, ...this.#lists.querySelectorAll("[data-checklist]")];
    for (const list of /** @type {HTMLElement[]} */ (lists))
      list.hidden = Boolean(list.dataset.checklist) && list.dataset.checklist !== component;
  }
}

/**
 * The verdict in one line, at the foot of the form while the result is out of sight.
 *
 * @param {View} view
 */
function bar(view) {
  const verdict = view.report && verdictTone(view);
  return h(
    "div",
    { class: "checker-bar", hidden: !verdict },
    verdict &&
      h(
        "a",
        {
          href: "#checker-result",
          "data-action": "reveal",
          "data-target": "checker-result",
          "data-verdict": verdict,
        },
        icon(verdict),
        h("span", {}, h("strong", {}, view.say(`brief.${verdict}`)), " ", firstCount(view)),
        h("span", { class: "checker-bar-go" }, view.say("result.go")),
      ),
  );
}
