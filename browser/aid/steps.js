/** Carries out the steps of a repair: from one document to the next, and to the field that was changed. */

import { keyOf, newPerson, removed } from "../document.js";
import { assign, fieldId } from "../paths.js";

/** @typedef {import("../types.js").Partnership} Partnership */
/** @typedef {import("../types.js").Participant} Participant */
/** @typedef {import("./types.js").Step} Step */

/**
 * Return the document with steps carried out: people keep their places, whoever is new comes last.
 *
 * @param {Partnership} partnership
 * @param {number} team
 * @param {Step[]} steps
 * @returns {Partnership}
 */
export function carriedOut(partnership, team, steps) {
  const changed = steps.reduce((document, { op, participant, set }) => {
    if (op !== "change") return document;
    return Object.entries(set ?? {}).reduce(
      (next, [field, value]) =>
        assign(next, ["teams", team, "participants", Number(participant), field], value),
      document,
    );
  }, partnership);
  const leaving = steps.filter(({ op }) => op === "remove").map(({ participant }) => Number(participant));
  // From the last to the first, so that the places of the others stay what they were.
  const left = leaving
    .sort((one, other) => other - one)
    .reduce((document, index) => removed(document, team, "participants", index), changed);
  const joining = steps.filter(({ op }) => op === "add").map(({ participant }) => stranger(participant));
  return joining.length === 0
    ? left
    : assign(left, ["teams", team, "participants"], [...(left.teams[team]?.participants ?? []), ...joining]);
}

/** @param {number | Participant} stated */
function stranger(stated) {
  const fields = /** @type {Participant} */ (stated);
  return Object.assign(newPerson(fields.partner ?? null), fields);
}

/**
 * Return the field that one step was about, and the key of the person it belongs to.
 *
 * @param {Partnership} partnership the document after the step
 * @param {number} team
 * @param {Step} step
 * @returns {{ key: number, field: string } | null}
 */
export function placeOfChange(partnership, team, { op, participant, set }) {
  if (op === "remove") return null;
  const people = partnership.teams[team]?.participants ?? [];
  const index = op === "add" ? people.length - 1 : Number(participant);
  const person = people[index];
  if (!person) return null;
  const name = op === "add" ? "name" : (Object.keys(set ?? {})[0] ?? "name");
  return { key: keyOf(person), field: fieldId(["teams", team, "participants", index, name]) };
}
