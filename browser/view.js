import { findingsOn } from "./report-index.js";

/**
 * What the form and the report are drawn from.
 *
 * @typedef {import("./types.js").Settings} Settings
 * @typedef {{
 *   settings: Settings,
 *   say: import("./words.js").Say,
 *   form: import("./types.js").ComponentForm,
 *   document: import("./types.js").Partnership,
 *   team: number,
 *   report: import("./types.js").TeamReport | null,
 *   faults: import("./types.js").Fault[],
 *   open: Set<number>,
 * }} View
 */

/** @param {View} view */
export function teamOf(view) {
  return /** @type {import("./types.js").Team} */ (view.document.teams[view.team]);
}

/**
 * Return a partner's name, or its number where it has none yet.
 *
 * @param {View} view
 * @param {number} index
 */
export function partnerName(view, index) {
  return view.document.partners[index]?.name || view.say("partner.numbered", { number: index + 1 });
}

/**
 * Return a person's name, or their number where they have none yet.
 *
 * @param {View} view
 * @param {number} index
 */
export function personName(view, index) {
  return teamOf(view).participants?.[index]?.name || view.say("person.numbered", { number: index + 1 });
}

/**
 * Return the findings about a person on which something is left to do.
 *
 * @param {View} view
 * @param {number} index
 */
export function pending(view, index) {
  return findingsOn(view.report, index).filter(
    ({ strength, status }) =>
      ["must", "should"].includes(strength) && ["unmet", "unclear", "unknown"].includes(status),
  );
}

/**
 * Return the names that point at exactly one person, in the team's order.
 *
 * @param {View} view
 * @returns {string[]}
 */
export function distinctNames(view) {
  const names = (teamOf(view).participants ?? []).flatMap((person) => (person.name ? [person.name] : []));
  const bearers = Map.groupBy(names, (name) => name);
  return names.filter((name) => bearers.get(name)?.length === 1);
}

/**
 * @param {View} view
 * @param {string} name
 * @returns {import("./types.js").Field}
 */
export function labels(view, name) {
  return view.settings.fields[name] ?? { label: name, hint: "", choices: [] };
}

/**
 * @param {View} view
 * @param {string} name
 */
export function choices(view, name) {
  return labels(view, name).choices;
}
