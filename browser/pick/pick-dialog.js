/** The dialog in which people from the partnership's other teams are picked for this one. */

import { h } from "../dom.js";
import { button } from "../parts.js";
import { fieldId } from "../paths.js";
import { teamName } from "../teams/teams.js";
import { labels, partnerName } from "../view.js";
import { candidatesFor, withPicked } from "./pick.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../view.js").View} View */
/** @typedef {import("./pick.js").Group} Group */
/** @typedef {import("./pick.js").Candidate} Candidate */

const TITLE = "checker-pick-title";

/**
 * The button that opens it, where someone can be picked.
 *
 * @param {View} view
 * @param {string | null} partner null for the people from outside
 * @returns {HTMLElement | null}
 */
export function pickButton(view, partner) {
  // The rest of the form is drawn without this, and most partnerships have one team.
  if (view.document.teams.length < 2) return null;
  if (!candidatesFor(view.document, view.team).some((group) => group.partner === partner)) return null;
  const index = view.document.partners.findIndex(({ id }) => id === partner);
  const from = partner === null ? view.say("section.external") : partnerName(view, index);
  return button("pick", view.say("pick.open"), {
    image: "people",
    quiet: true,
    index,
    describe: view.say("pick.open_from", { name: from }),
  });
}

/** @type {Record<string, (desk: Desk, button: HTMLElement) => string | void>} */
export const PICK_ACTIONS = {
  pick: (desk, pressed) => {
    const { view } = desk;
    const first = view.document.partners[Number(pressed.dataset.index)]?.id ?? null;
    const groups = candidatesFor(view.document, view.team);
    groups.sort((one, other) => Number(other.partner === first) - Number(one.partner === first));
    show(/** @type {Element} */ (pressed.closest(".checker-app")), view, groups);
  },
  "pick-add": (desk, pressed) => {
    const box = /** @type {HTMLDialogElement} */ (pressed.closest("dialog"));
    const { view } = desk;
    /** @type {NodeListOf<HTMLInputElement>} */
    const ticked = box.querySelectorAll("input:checked");
    const people = [...ticked].flatMap(({ dataset }) => {
      const team = view.document.teams[Number(dataset.place)];
      return team?.participants?.[Number(dataset.person)] ?? [];
    });
    box.close();
    if (people.length === 0) return undefined;
    const before = view.document.teams[view.team]?.participants?.length ?? 0;
    const text = desk.say("pick.added", { n: people.length });
    desk.change(withPicked(view.document, view.team, people), { notice: { tone: "note", text, undo: true } });
    return fieldId(["teams", view.team, "participants", before]);
  },
  "pick-close": (_desk, pressed) => pressed.closest("dialog")?.close(),
};

/**
 * Open inside an element. Once closed, nothing of it stays in the page.
 *
 * @param {Element} host
 * @param {View} view
 * @param {Group[]} groups
 */
function show(host, view, groups) {
  const box = /** @type {HTMLDialogElement} */ (
    h(
      "dialog",
      { class: "checker-pick", "aria-labelledby": TITLE, closedby: "any" },
      h("h3", { class: "checker-heading", id: TITLE, tabindex: "-1" }, view.say("pick.title")),
      h("p", { class: "checker-hint" }, view.say("pick.what")),
      groups.map((group) => fieldOf(view, group)),
      h(
        "div",
        { class: "checker-actions" },
        button("pick-add", view.say("pick.add"), { image: "add" }),
        button("pick-close", view.say("shelf.cancel"), { quiet: true }),
      ),
    )
  );
  box.addEventListener("close", () => box.remove());
  host.append(box);
  box.showModal();
  box.querySelector("input")?.focus();
}

/**
 * @param {View} view
 * @param {Group} group
 */
function fieldOf(view, { partner, candidates }) {
  const place = view.document.partners.findIndex(({ id }) => id === partner);
  return h(
    "fieldset",
    { class: "checker-field" },
    h(
      "legend",
      { class: "checker-label", dir: "auto" },
      partner === null ? view.say("section.external") : partnerName(view, place),
    ),
    candidates.map((candidate) => tick(view, candidate)),
  );
}

/**
 * @param {View} view
 * @param {Candidate} candidate
 */
function tick(view, { person, place }) {
  const capacity = labels(view, "capacity").choices.find(([value]) => value === person.capacity)?.[1];
  const facts = [capacity, teamName(view.settings, view.document, place)].filter(Boolean).join(" · ");
  const index = (view.document.teams[place]?.participants ?? []).indexOf(person);
  return h(
    "label",
    { class: "checker-tick" },
    h("input", { type: "checkbox", "data-place": place, "data-person": index }),
    h("span", {}, h("span", { dir: "auto" }, person.name), " ", h("span", { class: "checker-hint" }, facts)),
  );
}
