/** What people are called, also where visits and replacements call them by it. */

import { assign } from "../paths.js";
import { keyOf } from "./keys.js";
import { newPerson } from "./people.js";

/** @typedef {import("../types.js").Partnership} Partnership */
/** @typedef {import("../types.js").Team} Team */

/** On a person whose name was emptied: the keys of what called them by it, to be given the next name. */
const CALLERS = Symbol("callers");

/**
 * Return the document with a person's new name, also where visits and replacements call the person by it.
 *
 * @param {Partnership} partnership
 * @param {number} team
 * @param {number} index
 * @param {string | null} name
 * @returns {Partnership}
 */
export function renamed(partnership, team, index, name) {
  const person = partnership.teams[team]?.participants?.[index] ?? newPerson(null);
  const old = person.name;
  /** @type {Set<number>} */
  const callers = old ? callersOf(partnership, team, old) : (Reflect.get(person, CALLERS) ?? new Set());
  const base = old ? retarget(partnership, team, old, name) : partnership;
  const next = assign(base, ["teams", team, "participants", index], { ...person, name, [CALLERS]: callers });
  return name && !old ? called(next, team, callers, name) : next;
}

/**
 * @param {Partnership} partnership
 * @param {number} team
 * @param {string} name
 */
function callersOf(partnership, team, name) {
  const { participants, visits, replacements } = /** @type {Team} */ (partnership.teams[team]);
  if ((participants ?? []).filter((person) => person.name === name).length !== 1) return new Set();
  const travelled = (visits ?? []).filter((visit) => visit.travellers?.includes(name));
  const left = (replacements ?? []).filter((one) => one.leaves === name);
  return new Set([...travelled, ...left].map(keyOf));
}

/**
 * Write a name where its bearer was called before the name was emptied.
 *
 * @param {Partnership} partnership
 * @param {number} team
 * @param {Set<number>} callers
 * @param {string} name
 * @returns {Partnership}
 */
function called(partnership, team, callers, name) {
  const { visits, replacements, ...rest } = /** @type {Team} */ (partnership.teams[team]);
  return assign(partnership, ["teams", team], {
    ...rest,
    visits:
      visits?.map((visit) =>
        callers.has(keyOf(visit)) ? { ...visit, travellers: [...(visit.travellers ?? []), name] } : visit,
      ) ?? null,
    replacements: replacements?.map((one) => (callers.has(keyOf(one)) ? { ...one, leaves: name } : one)),
  });
}

/**
 * Change a name that visits and replacements use. Where several people bear it, it is left to them.
 *
 * @param {Partnership} partnership
 * @param {number} team
 * @param {string} old
 * @param {string | null} name
 * @returns {Partnership}
 */
export function retarget(partnership, team, old, name) {
  const { participants, visits, replacements } = /** @type {Team} */ (partnership.teams[team]);
  if ((participants ?? []).filter((person) => person.name === old).length !== 1) return partnership;
  const follow = (/** @type {string} */ one) => (one === old ? (name === null ? [] : [name]) : [one]);
  const travellers = (/** @type {string[] | null | undefined} */ names) => {
    const left = names?.flatMap(follow) ?? null;
    // That the last one is gone does not say that nobody travels.
    return names?.length && !left?.length ? null : left;
  };
  return assign(partnership, ["teams", team], {
    ...partnership.teams[team],
    visits: visits?.map((visit) => ({ ...visit, travellers: travellers(visit.travellers) })) ?? null,
    replacements: (replacements ?? []).map((one) => (one.leaves === old ? { ...one, leaves: name } : one)),
  });
}
