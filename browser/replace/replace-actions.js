/** What the buttons of a replacement do. */

import { newPerson } from "../document.js";
import { fieldId } from "../paths.js";
import { nearest, reveal } from "../reveal.js";
import { teamOf } from "../view.js";
import { draftOf, withDraft } from "./drafts.js";
import { textOf } from "./letter-view.js";
import { joinerOf, leaverOf } from "./proposal.js";
import { trialsOf } from "./trials.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../types.js").Partnership} Partnership */
/** @typedef {import("../types.js").Team} Team */
/** @typedef {import("./types.js").Trial} Trial */

/** Where a draft's fields stand, seen as part of a replacement. */
export const PROPOSAL = "proposal";

/** What goes over to a successor who does all that the other did. */
const SAME = /** @type {const} */ (["capacity", "side", "leading", "employed", "roles"]);

/** @type {Record<string, (desk: Desk, button: HTMLElement) => string | void>} */
export const REPLACE_ACTIONS = {
  "replace-same": (desk, button) => {
    const { view } = desk;
    const index = Number(button.dataset.index);
    const leaver = teamOf(view).participants?.[leaverOf(view, index)] ?? {};
    const same = Object.fromEntries(SAME.flatMap((name) => (name in leaver ? [[name, leaver[name]]] : [])));
    const draft = draftOf(teamOf(view).replacements?.[index] ?? {});
    const person = { ...draft.person, ...same };
    desk.change(withDraft(view.document, view.team, index, { ...draft, person }));
    return fieldId([...pathOf(desk, index), PROPOSAL, "person", "capacity"]);
  },
  "replace-language": (desk, button) => {
    trialsOf(desk).turnTo(button.dataset.index ?? "");
  },
  "replace-copy": (desk, button) => void copy(desk, Number(button.dataset.index), button),
  "replace-person": (desk, button) => void update(desk, Number(button.dataset.index)),
};

/**
 * Return the document after a change of what is drafted, or null where the change is of something else.
 *
 * @param {Desk} desk
 * @param {import("../types.js").Path} path
 * @param {unknown} value
 */
export function drafted({ view }, path, value) {
  const [, team, list, index, part, ...rest] = path;
  if (list !== "replacements" || part !== PROPOSAL) return null;
  const draft = draftOf(view.document.teams[Number(team)]?.replacements?.[Number(index)] ?? {});
  const [name, field] = rest;
  const next =
    name === "person"
      ? { ...draft, person: { ...draft.person, [String(field)]: value } }
      : { ...draft, [String(name)]: value };
  return withDraft(view.document, Number(team), Number(index), next);
}

/**
 * @param {Desk} desk
 * @param {number} index
 */
function pathOf(desk, index) {
  return ["teams", desk.view.team, "replacements", index];
}

/**
 * Copy the message; where the browser does not allow it, select it, so that the reader can.
 *
 * @param {Desk} desk
 * @param {number} index
 * @param {HTMLElement} button
 */
async function copy(desk, index, button) {
  const replacement = teamOf(desk.view).replacements?.[index] ?? {};
  const trials = trialsOf(desk);
  const text = textOf(desk, replacement);
  const letter = button.closest(".replace-letter")?.querySelector(".replace-letter-text");
  const copied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  if (!copied && letter) getSelection()?.selectAllChildren(letter);
  trials.say(replacement, desk.say(copied ? "replace.copied" : "replace.selected"));
}

/**
 * Let the new person take the place in the team, as Python has written it.
 *
 * @param {Desk} desk
 * @param {number} index
 */
async function update(desk, index) {
  const trials = trialsOf(desk);
  await trials.ask();
  const { view } = desk;
  const replacement = teamOf(view).replacements?.[index];
  const answer = replacement && trials.answer(replacement);
  if (answer?.format !== "replacement/1") return;
  const left = replacement?.leaves ?? "";
  const joined = joinerOf(view, index).name || desk.say("replace.someone");
  const text = desk.say("replace.updated", { left, joined });
  const done = { left, joined, letter: answer.letter };
  const document = taken(view.document, view.team, leaverOf(view, index), answer);
  const draft = { ...draftOf(replacement ?? {}), done };
  desk.change(withDraft(document, view.team, index, draft), { notice: { tone: "met", text, undo: true } });
  const card = nearest(fieldId(pathOf(desk, index)));
  if (card) reveal(card);
}

/**
 * Return the document with the team that Python answers. Who was there before stays the same person to the
 * form, and so do visits and replacements.
 *
 * @param {Partnership} partnership
 * @param {number} place
 * @param {number} leaver
 * @param {Trial} answer
 * @returns {Partnership}
 */
function taken(partnership, place, leaver, answer) {
  const before = /** @type {Team} */ (partnership.teams[place]);
  const after = /** @type {Team} */ (answer.document.teams[place]);
  /** @type {Team} */
  const team = {
    ...before,
    participants: (before.participants ?? []).map((person, index) =>
      index === leaver ? { ...newPerson(null), ...after.participants?.[index] } : person,
    ),
    visits:
      before.visits?.map((visit, index) => ({
        ...visit,
        travellers: after.visits?.[index]?.travellers ?? null,
      })) ?? null,
    replacements: (before.replacements ?? []).map((one, index) => ({
      ...one,
      ...after.replacements?.[index],
    })),
  };
  return { ...partnership, teams: partnership.teams.map((one, index) => (index === place ? team : one)) };
}
