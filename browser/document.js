/** The partnership file as the form edits it: pure functions from one document to the next. */

import { alike, keyed, keyOf } from "./document/keys.js";
import { renamed, retarget } from "./document/names.js";
import { newPerson } from "./document/people.js";
import { assign } from "./paths.js";

/** @typedef {import("./types.js").Partnership} Partnership */
/** @typedef {import("./types.js").Participant} Participant */
/** @typedef {import("./types.js").Team} Team */
/** @typedef {import("./types.js").Visit} Visit */

export { keyOf, newPerson, renamed };

export const FORMAT = "partnership/1";

/** Marks a team that the form shows before anyone has begun it. */
const DRAFT = Symbol("draft");

/**
 * Return another version of a document so that its teams and people go by the same keys, as far as their places
 * agree: what is unfolded stays so, and the team that was chosen is still the one.
 *
 * @param {Partnership} next
 * @param {Partnership} before
 * @returns {Partnership}
 */
export function keyedLike(next, before) {
  return {
    ...next,
    teams: alike(next.teams, before.teams).map((team, place) => ({
      ...team,
      participants: alike(team.participants ?? [], before.teams[place]?.participants ?? []),
    })),
  };
}

/**
 * Return a partnership with two partners, the first in the programme's home country.
 *
 * @param {string} homeCountry
 * @returns {Partnership}
 */
export function blank(homeCountry) {
  return {
    format: FORMAT,
    partners: [
      { id: "p1", name: null, country: homeCountry, elected_opposition: null },
      { id: "p2", name: null, country: null, elected_opposition: null },
    ],
    teams: [],
  };
}

/**
 * Has nobody entered anything?
 *
 * @param {Partnership} partnership
 * @param {string} homeCountry
 */
export function isBlank(partnership, homeCountry) {
  return JSON.stringify(partnership) === JSON.stringify(blank(homeCountry));
}

/**
 * Return the place of the first team of a component; one past the last where there is none.
 *
 * @param {Partnership} partnership
 * @param {string} component
 */
export function teamIndex(partnership, component) {
  const found = partnership.teams.findIndex((team) => team.component === component);
  return found < 0 ? partnership.teams.length : found;
}

/**
 * Return the document with every list and answer sheet that the form shows, and a key on each item. What
 * has them already stays as it is.
 *
 * @param {Partnership} partnership
 * @returns {Partnership}
 */
export function completed(partnership) {
  return { ...partnership, teams: partnership.teams.map(completedTeam) };
}

/**
 * @param {Team} team
 * @returns {Team}
 */
function completedTeam(team) {
  return keyed({
    ...team,
    answers: team.answers ?? {},
    participants: (team.participants ?? []).map(completedPerson),
    // No list of visits is no answer; an empty one says that none are planned.
    visits: team.visits?.map(completedVisit) ?? null,
    replacements: (team.replacements ?? []).map((one) =>
      one.answers ? keyed(one) : keyed({ ...one, answers: {} }),
    ),
  });
}

/**
 * Whoever is complete stays the same object: what is drawn of a person is drawn anew only where it changed.
 *
 * @param {Participant} person
 */
function completedPerson(person) {
  return person.roles ? keyed(person) : keyed({ ...person, roles: [] });
}

/**
 * @param {Visit} visit
 * @returns {Visit}
 */
function completedVisit(visit) {
  const { plan } = visit;
  if (visit.answers && !plan?.programme) return keyed(visit);
  const items = plan?.programme && { programme: plan.programme.map(keyed) };
  return keyed({ ...visit, answers: visit.answers ?? {}, ...(items && { plan: { ...plan, ...items } }) });
}

/**
 * Return the document with a team of the component, an empty one where nobody has begun it.
 *
 * @param {Partnership} partnership
 * @param {string} component
 * @returns {Partnership}
 */
export function withTeam(partnership, component) {
  const index = teamIndex(partnership, component);
  if (partnership.teams[index]) return partnership;
  return {
    ...partnership,
    teams: [...partnership.teams, Object.assign(newTeam(component), { [DRAFT]: true })],
  };
}

/**
 * Return the document without the teams that were only looked at. A team that is there counts: a project has
 * its steering group as soon as the document holds one.
 *
 * @param {Partnership} partnership
 * @returns {Partnership}
 */
export function withoutDrafts(partnership) {
  const teams = partnership.teams.filter((team) => !(DRAFT in team && isUntouched(team)));
  return { ...partnership, teams };
}

/** @param {Team} team */
function isUntouched({ application, start, end, answers, participants, visits, replacements }) {
  const entered = [application, start, end, ...Object.values(answers ?? {})];
  const lists = [participants, visits, replacements];
  return entered.every((value) => value == null) && lists.every((list) => !list?.length);
}

/**
 * @param {string} component
 * @returns {Team}
 */
export function newTeam(component) {
  return completedTeam({ component, application: null, start: null, end: null });
}

/** @returns {import("./types.js").Visit} */
export function newVisit() {
  return keyed({ country: null, start: null, end: null, travellers: null, methods: null, answers: {} });
}

/** @returns {import("./types.js").Replacement} */
export function newReplacement() {
  return keyed({ leaves: null, joins: null, answers: {} });
}

/**
 * Return the document with one more item at the end of one of a team's lists.
 *
 * @param {Partnership} partnership
 * @param {number} team
 * @param {"participants" | "visits" | "replacements"} list
 * @param {object} item
 * @returns {Partnership}
 */
export function added(partnership, team, list, item) {
  return assign(partnership, ["teams", team, list], [...(partnership.teams[team]?.[list] ?? []), item]);
}

/**
 * Return the document without an item of a team's list; a person who leaves also leaves the journeys.
 *
 * @param {Partnership} partnership
 * @param {number} team
 * @param {"participants" | "visits" | "replacements"} list
 * @param {number} index
 * @returns {Partnership}
 */
export function removed(partnership, team, list, index) {
  const name = list === "participants" ? partnership.teams[team]?.participants?.[index]?.name : null;
  const base = name ? retarget(partnership, team, name, null) : partnership;
  const items = /** @type {object[]} */ (base.teams[team]?.[list] ?? []);
  return assign(
    base,
    ["teams", team, list],
    items.filter((_, place) => place !== index),
  );
}

/**
 * Return the document with one more partner.
 *
 * @param {Partnership} partnership
 * @returns {Partnership}
 */
export function withPartner(partnership) {
  const taken = new Set(partnership.partners.map((partner) => partner.id));
  let number = partnership.partners.length + 1;
  while (taken.has(`p${number}`)) number += 1;
  const partner = { id: `p${number}`, name: null, country: null, elected_opposition: null };
  return { ...partnership, partners: [...partnership.partners, partner] };
}

/**
 * Return the document without a partner and its people, in every team.
 *
 * @param {Partnership} partnership
 * @param {string} id
 * @returns {Partnership}
 */
export function withoutPartner(partnership, id) {
  const emptied = partnership.teams.reduce((document, team, place) => {
    const leaving = (team.participants ?? []).flatMap((person, index) =>
      person.partner === id ? [index] : [],
    );
    return leaving.reverse().reduce((next, index) => removed(next, place, "participants", index), document);
  }, partnership);
  return { ...emptied, partners: emptied.partners.filter((partner) => partner.id !== id) };
}
