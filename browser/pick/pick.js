/** People who are already in the partnership's other teams, to be picked for this one. Pure functions. */

import { newPerson } from "../document/people.js";

/** @typedef {import("../types.js").Partnership} Partnership */
/** @typedef {import("../types.js").Participant} Participant */
/** @typedef {{ person: Participant, place: number }} Candidate `place`: the team that the person is in */
/** @typedef {{ partner: string | null, candidates: Candidate[] }} Group */

/** What is said of a person whatever the team; roles are the team's own. */
const FACTS = /** @type {const} */ ([
  "name",
  "partner",
  "capacity",
  "side",
  "leading",
  "employed",
  "gender",
  "reason",
  "code_of_conduct",
]);

/**
 * Return whom a team can be given, by partner: everyone with a name in another team who is not in this one.
 *
 * @param {Partnership} partnership
 * @param {number} team
 * @returns {Group[]}
 */
export function candidatesFor(partnership, team) {
  const seen = new Set((partnership.teams[team]?.participants ?? []).map(identity));
  /** @type {Candidate[]} */
  const found = [];
  for (const [place, { participants }] of partnership.teams.entries())
    for (const person of participants ?? []) {
      if (place === team || !person.name?.trim() || seen.has(identity(person))) continue;
      seen.add(identity(person));
      found.push({ person, place });
    }
  const partners = [...partnership.partners.map(({ id }) => id), null];
  const known = new Set(partners);
  return partners
    .map((partner) => ({
      partner,
      candidates: found.filter(
        ({ person }) => (known.has(person.partner ?? null) ? (person.partner ?? null) : null) === partner,
      ),
    }))
    .filter(({ candidates }) => candidates.length > 0);
}

/**
 * Return the document with people added to a team: who they are, not their roles in the other.
 *
 * @param {Partnership} partnership
 * @param {number} team
 * @param {Participant[]} people
 * @returns {Partnership}
 */
export function withPicked(partnership, team, people) {
  const added = people.map((person) => ({
    ...newPerson(person.partner ?? null),
    ...Object.fromEntries(
      FACTS.flatMap((fact) => (person[fact] === undefined ? [] : [[fact, person[fact]]])),
    ),
  }));
  const teams = partnership.teams.map((one, place) =>
    place === team ? { ...one, participants: [...(one.participants ?? []), ...added] } : one,
  );
  return { ...partnership, teams };
}

/** @param {Participant} person */
function identity({ name, partner }) {
  return JSON.stringify([name?.trim().toLocaleLowerCase(), partner ?? null]);
}
