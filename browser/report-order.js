/** In which order a reader meets the findings. Pure: report in, groups out. */

import { fieldId } from "./paths.js";
import { partnerName, personName, teamOf } from "./view.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./types.js").Finding} Finding */
/** @typedef {{ id: string, title: string, target: string, findings: Finding[] }} Group */

const STRENGTHS = ["must", "should", "encouraged", "may", "information"];
const STATUSES = ["unmet", "unclear", "unknown", "met", "not_applicable"];

/**
 * Sort by what to do first: what the source demands, then what it asks, then tips and notes; within each
 * what is wrong before what is unsure.
 *
 * @param {Finding[]} findings
 * @returns {Finding[]}
 */
export function ordered(findings) {
  const weight = (/** @type {Finding} */ finding) =>
    STRENGTHS.indexOf(finding.strength) * STATUSES.length + STATUSES.indexOf(finding.status);
  return [...findings].sort((one, other) => weight(one) - weight(other));
}

/**
 * Divide findings into what is to be done, what is good to know, and what is in order.
 *
 * @param {Finding[]} findings
 */
export function divided(findings) {
  const settled = findings.filter((finding) => ["met", "not_applicable"].includes(finding.status));
  const open = findings.filter((finding) => !settled.includes(finding));
  const heavy = open.filter((finding) => ["must", "should"].includes(finding.strength));
  return { todo: heavy, notes: open.filter((finding) => !heavy.includes(finding)), settled };
}

/**
 * Group a team's findings by what they are about: the whole team, each partner with its people, those
 * from outside, the tasks, journeys, replacements.
 *
 * @param {View} view
 * @returns {Group[]}
 */
export function grouped(view) {
  const findings = ordered(view.report?.findings ?? []);
  const groups = [
    wholeTeam(view),
    ...partners(view),
    externals(view),
    tasks(view),
    ...visits(view),
    replacements(view),
  ];
  return groups
    .map(({ has, ...group }) => ({ ...group, findings: findings.filter(has) }))
    .filter((group) => group.findings.length > 0);
}

/** @typedef {Omit<Group, "findings"> & { has: (finding: Finding) => boolean }} Place */

/**
 * @param {View} view
 * @param {Finding} finding
 */
function kindOf(view, finding) {
  if (finding.visit !== null && finding.visit !== undefined) return "visit";
  if (finding.participant !== null) return "person";
  if (finding.partner !== null) return "partner";
  if (finding.rule.startsWith("replacement.")) return "replacement";
  return view.settings.topics[finding.rule] === "tasks" ? "task" : "team";
}

/**
 * @param {View} view
 * @returns {Place}
 */
function wholeTeam(view) {
  const target = fieldId(["partners", 0]);
  return { id: "team", title: view.say("group.team"), target, has: (one) => kindOf(view, one) === "team" };
}

/**
 * @param {View} view
 * @returns {Place[]}
 */
function partners(view) {
  const people = teamOf(view).participants ?? [];
  return view.document.partners.map(({ id }, index) => ({
    id: `partner-${id}`,
    title: partnerName(view, index),
    target: fieldId(["partners", index]),
    has: (one) =>
      (kindOf(view, one) === "partner" && one.partner === id) ||
      (kindOf(view, one) === "person" && people[one.participant ?? -1]?.partner === id),
  }));
}

/**
 * @param {View} view
 * @returns {Place}
 */
function externals(view) {
  const ids = new Set(view.document.partners.map((partner) => partner.id));
  const people = teamOf(view).participants ?? [];
  const has = (/** @type {Finding} */ one) =>
    kindOf(view, one) === "person" && !ids.has(people[one.participant ?? -1]?.partner ?? "");
  return { id: "external", title: view.say("section.external"), target: "checker-external", has };
}

/**
 * @param {View} view
 * @returns {Place}
 */
function tasks(view) {
  const has = (/** @type {Finding} */ one) => kindOf(view, one) === "task";
  return { id: "tasks", title: view.say("group.tasks"), target: "checker-topic-tasks", has };
}

/**
 * @param {View} view
 * @returns {Place[]}
 */
function visits(view) {
  return (teamOf(view).visits ?? []).map((_, index) => ({
    id: `visit-${index}`,
    title: view.say("visit.numbered", { number: index + 1 }),
    target: fieldId(["teams", view.team, "visits", index]),
    has: (one) => kindOf(view, one) === "visit" && one.visit === index,
  }));
}

/**
 * @param {View} view
 * @returns {Place}
 */
function replacements(view) {
  const has = (/** @type {Finding} */ one) => kindOf(view, one) === "replacement";
  return { id: "replacements", title: view.say("section.replacements"), target: "checker-replacements", has };
}

/**
 * Name whom a finding is about where its group does not.
 *
 * @param {View} view
 * @param {Finding} finding
 */
export function subjectOf(view, finding) {
  return finding.participant === null ? null : personName(view, finding.participant);
}
