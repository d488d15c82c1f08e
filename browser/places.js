/** Where in the form a finding belongs: which field, or which part of the form, its rule is about. */

import { fieldId } from "./paths.js";
import { teamOf } from "./view.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./types.js").Finding} Finding */

/** The part of the form about the team's people as a whole. */
export const TEAM = "checker-team";

/**
 * Return the id of the part of the form about one partner's people.
 *
 * @param {number} index
 */
export function peopleId(index) {
  return `${fieldId(["partners", index])}-people`;
}

/**
 * Return the id of the field, or of the part of the form, beside which a finding stands.
 *
 * @param {View} view
 * @param {Finding} finding
 */
export function placeOf(view, finding) {
  const { form, settings, team } = view;
  const { rule, participant, visit } = finding;
  const field = settings.concerns[rule]?.field ?? "";
  if (participant !== null) return fieldId(["teams", team, "participants", participant, field]);
  if (visit !== null && visit !== undefined)
    return settings.visitQuestions.some(({ id }) => id === rule)
      ? fieldId(["teams", team, "visits", visit, "answers", rule])
      : fieldId(["teams", team, "visits", visit]);
  if (form.questions.some(({ id }) => id === rule)) return fieldId(["teams", team, "answers", rule]);
  if (rule.startsWith("replacement.")) return "checker-replacements";
  if (form.dates.includes(field)) return fieldId(["teams", team, field]);
  const topic = settings.topics[rule];
  if (topic === "time") return "checker-time";
  if (topic === "visits") return "checker-visits";
  const partner = view.document.partners.findIndex(({ id }) => id === finding.partner);
  return partner < 0 ? TEAM : peopleId(partner);
}

/**
 * Return the id of the control that a finding leads to: of a role's holder where somebody has it, else of the place
 * beside which it stands.
 *
 * @param {View} view
 * @param {Finding} finding
 */
export function targetOf(view, finding) {
  const holder = finding.participant === null ? holdersOf(view, finding)[0] : undefined;
  const field = view.settings.concerns[finding.rule]?.field ?? "";
  if (holder !== undefined) return fieldId(["teams", view.team, "participants", holder, field]);
  return placeOf(view, finding);
}

/**
 * Return the places of the people who have the role that a finding is about.
 *
 * @param {View} view
 * @param {Finding} finding
 */
export function holdersOf(view, { rule, partner }) {
  const role = view.settings.concerns[rule]?.role;
  if (!role) return [];
  return (teamOf(view).participants ?? []).flatMap((person, index) =>
    person.roles?.includes(role) && (partner === null || person.partner === partner) ? [index] : [],
  );
}
