/** From a replacement and its draft to what Python is asked. Pure. */

import { teamOf } from "../view.js";
import { draftOf } from "./drafts.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../types.js").Participant} Participant */

/**
 * Return the place of the one who leaves, or -1.
 *
 * @param {View} view
 * @param {number} index of the replacement
 */
export function leaverOf(view, index) {
  const { replacements, participants } = teamOf(view);
  const name = replacements?.[index]?.leaves;
  return name ? (participants ?? []).findIndex((person) => person.name === name) : -1;
}

/**
 * Return the new person as the team would hold them. Until something else is said they come from the partner of
 * the one who leaves; what ICLD has said of the replacement it has said of them.
 *
 * @param {View} view
 * @param {number} index
 * @returns {Participant}
 */
export function joinerOf(view, index) {
  const replacement = teamOf(view).replacements?.[index] ?? {};
  const { person = {} } = draftOf(replacement);
  const leaver = teamOf(view).participants?.[leaverOf(view, index)];
  const approved = replacement.answers?.["replacement.approved"] === true || null;
  return { partner: leaver?.partner ?? null, ...person, name: replacement.joins ?? null, approved };
}

/**
 * Return the places of the visits that somebody makes.
 *
 * @param {View} view
 * @param {string | null | undefined} name
 * @returns {number[]}
 */
export function journeysOf(view, name) {
  const visits = teamOf(view).visits ?? [];
  return visits.flatMap((visit, place) => (name && visit.travellers?.includes(name) ? [place] : []));
}

/**
 * Return what Python is asked to try, or null while nobody is chosen to leave.
 *
 * @param {View} view
 * @param {number} index
 */
export function proposalOf(view, index) {
  const leaves = leaverOf(view, index);
  const replacement = teamOf(view).replacements?.[index];
  if (leaves < 0 || !replacement) return null;
  const { last_day, cause, own_cause, post, travels } = draftOf(replacement);
  const journeys = journeysOf(view, replacement.leaves);
  return {
    leaves,
    joins: joinerOf(view, index),
    entry: index,
    travels: (travels ?? []).map(Number).filter((place) => journeys.includes(place)),
    last_day: last_day ?? null,
    cause: cause ?? null,
    own_cause: own_cause ?? null,
    post: post ?? null,
  };
}
