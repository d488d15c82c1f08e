/** A team's people: who joins, where they stand, what they are called. */

import { assign } from "../paths.js";
import { keyed, keyOf } from "./keys.js";

/** @typedef {import("../types.js").Partnership} Partnership */
/** @typedef {import("../types.js").Participant} Participant */
/** @typedef {import("../types.js").Team} Team */

/**
 * @param {string | null} partner
 * @returns {Participant}
 */
export function newPerson(partner) {
  return keyed({
    name: null,
    partner,
    capacity: null,
    side: null,
    leading: null,
    roles: [],
    gender: null,
    reason: null,
    code_of_conduct: null,
    approved: null,
  });
}

/**
 * Return the document with people at the end of a team.
 *
 * @param {Partnership} partnership
 * @param {number} team
 * @param {Participant[]} people
 * @returns {Partnership}
 */
export function joined(partnership, team, people) {
  return assign(partnership, ["teams", team, "participants"], [...peopleOf(partnership, team), ...people]);
}

/**
 * Return a new person on a seat like another one's. What belongs to the seat comes along; what only the person
 * can have (name, roles, gender, reason, code of conduct, approval) does not.
 *
 * @param {Participant} person
 * @returns {Participant}
 */
export function seatLike({ partner, capacity, side, leading, employed }) {
  return {
    ...newPerson(partner ?? null),
    capacity,
    side,
    leading,
    ...(employed !== undefined && { employed }),
  };
}

/**
 * Return the document with a person put right after another one.
 *
 * @param {Partnership} partnership
 * @param {number} team
 * @param {number} index
 * @param {Participant} person
 * @returns {Partnership}
 */
export function insertedAfter(partnership, team, index, person) {
  const people = [...peopleOf(partnership, team)];
  people.splice(index + 1, 0, person);
  return assign(partnership, ["teams", team, "participants"], people);
}

/**
 * Return the document with a person moved to another partner, or with null to those from outside: last there.
 *
 * @param {Partnership} partnership
 * @param {number} team
 * @param {number} index
 * @param {string | null} partner
 * @returns {Partnership}
 */
export function movedTo(partnership, team, index, partner) {
  const people = [...peopleOf(partnership, team)];
  people.push(...people.splice(index, 1).map((person) => ({ ...person, partner })));
  return assign(partnership, ["teams", team, "participants"], people);
}

/**
 * Return the document with a person one step up (-1) or down (1) among those of the same partner.
 *
 * @param {Partnership} partnership
 * @param {number} team
 * @param {number} index
 * @param {-1 | 1} step
 * @returns {Partnership}
 */
export function stepped(partnership, team, index, step) {
  const people = [...peopleOf(partnership, team)];
  const places = placesBeside(partnership, team, index);
  const place = places[places.indexOf(index) + step];
  if (place === undefined) return partnership;
  people.splice(place, 0, ...people.splice(index, 1));
  return assign(partnership, ["teams", team, "participants"], people);
}

/**
 * Return the places of the people who are shown together with one of them.
 *
 * @param {Partnership} partnership
 * @param {number} team
 * @param {number} index
 */
export function placesBeside(partnership, team, index) {
  const people = peopleOf(partnership, team);
  const group = groupOf(partnership, people[index]);
  return people.flatMap((person, place) => (groupOf(partnership, person) === group ? [place] : []));
}

/**
 * Return the id of the partner among whose people someone is shown, or null for those from outside. Someone
 * whose partner is not there is shown among the latter rather than not at all.
 *
 * @param {Partnership} partnership
 * @param {Participant | undefined} person
 */
export function groupOf({ partners }, person) {
  return partners.some(({ id }) => id === person?.partner) ? (person?.partner ?? null) : null;
}

/**
 * Return the place of the person with a key; -1 where there is none.
 *
 * @param {Partnership} partnership
 * @param {number} team
 * @param {number} key
 */
export function placeOf(partnership, team, key) {
  return peopleOf(partnership, team).findIndex((person) => keyOf(person) === key);
}

/**
 * @param {Partnership} partnership
 * @param {number} team
 * @returns {Participant[]}
 */
function peopleOf({ teams }, team) {
  return teams[team]?.participants ?? [];
}
