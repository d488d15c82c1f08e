/** A partnership's teams: pure functions from one document to the next. */

import { newTeam } from "../document.js";

/** @typedef {import("../types.js").Partnership} Partnership */
/** @typedef {import("../types.js").Team} Team */
/** @typedef {{ team: Team, place: number, number: number }} Placed `number`: which of its component's teams, from 1 */

/**
 * Return the teams of a component.
 *
 * @param {Partnership} partnership
 * @param {string} component
 * @returns {Placed[]}
 */
export function teamsOf(partnership, component) {
  return partnership.teams
    .map((team, place) => ({ team, place }))
    .filter(({ team }) => team.component === component)
    .map((one, index) => ({ ...one, number: index + 1 }));
}

/**
 * Return the document with one more team, and nobody in it.
 *
 * @param {Partnership} partnership
 * @param {string} component
 * @returns {Partnership}
 */
export function withNewTeam(partnership, component) {
  return { ...partnership, teams: [...partnership.teams, newTeam(component)] };
}

/**
 * Return the document with a copy of a team: its people and its answers. Dates, visits and replacements are the
 * first team's own.
 *
 * @param {Partnership} partnership
 * @param {number} place
 * @returns {Partnership}
 */
export function withCopiedTeam(partnership, place) {
  const { component, answers, participants } = /** @type {Team} */ (partnership.teams[place]);
  // What tells the people apart is not copied with them: the clone leaves it out.
  const copy = structuredClone({ answers, participants });
  return { ...partnership, teams: [...partnership.teams, { ...newTeam(component), ...copy }] };
}

/**
 * @param {Partnership} partnership
 * @param {number} place
 * @returns {Partnership}
 */
export function withoutTeam(partnership, place) {
  return { ...partnership, teams: partnership.teams.filter((_, index) => index !== place) };
}

/**
 * Return what a team is called: its component, with a number where there are several.
 *
 * @param {import("../types.js").Settings} settings
 * @param {Partnership} partnership
 * @param {number} place
 */
export function teamName(settings, partnership, place) {
  const component = partnership.teams[place]?.component ?? "";
  const name = settings.names.find(([id]) => id === component)?.[1] ?? component;
  const number = teamsOf(partnership, component).find((one) => one.place === place)?.number ?? 1;
  return number > 1 ? `${name} ${number}` : name;
}
