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
 * Return the findings on which something is left to do.
 *
 * @param {View} view
 * @param {(finding: import("./types.js").Finding) => boolean} about
 */
export function pending(view, about) {
  return (view.report?.findings ?? []).filter(
    (finding) =>
      about(finding) &&
      ["must", "should"].includes(finding.strength) &&
      ["unmet", "unclear", "unknown"].includes(finding.status),
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
  return names.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
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
