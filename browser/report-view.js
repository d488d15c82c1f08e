/** The verdict, what led to it, and where to change it. */

import { h, icon } from "./dom.js";
import { sourceOf, tagOf, toneOf } from "./finding-view.js";
import { inTurn, promised } from "./patch.js";
import { targetOf } from "./places.js";
import { repeatsPeople } from "./report-index.js";
import { divided, grouped, subjectOf } from "./report-order.js";
import { teamOf } from "./view.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./types.js").Finding} Finding */
/** @typedef {import("./report-order.js").Group} Group */

/** Marks the part that the reader waits for. */
export const VERDICT = "verdict";

/**
 * @param {View} view
 * @returns {Node[]}
 */
export function reportOf(view) {
  if (!view.report) return [];
  const { form, document, team } = view;
  // A new report is made of new objects: what it says is compared, not what it is.
  const groups = grouped(view);
  const parts = groups.map((group) => {
    const subjects = group.findings.map((finding) => subjectOf(view, finding));
    const facts = [form, document.partners, team, JSON.stringify([group, subjects])];
    return promised("div", keyOf(group), facts, () => groupOf(view, group));
  });
  return [inTurn("div", VERDICT, () => verdictBox(view, groups)), ...parts, ownText(view)];
}

/**
 * Say the verdict and its count in one line, for the bar and for screen readers.
 *
 * @param {View} view
 */
export function verdictLine(view) {
  if (!view.report) return "";
  return [view.say(`verdict.${verdictTone(view)}`), ...counts(view)].join(". ");
}

/**
 * Say what is most to be done.
 *
 * @param {View} view
 */
export function firstCount(view) {
  return counts(view)[0] ?? "";
}

/**
 * How to speak of the verdict. A team without people has failed at nothing yet: the reader has only begun.
 *
 * @param {View} view
 */
export function verdictTone(view) {
  const begun = teamOf(view).participants?.length;
  return begun || !view.report ? (view.report?.verdict ?? "unknown") : "empty";
}

/**
 * @param {View} view
 * @param {Group[]} groups
 */
function verdictBox(view, groups) {
  const verdict = verdictTone(view);
  return h(
    "div",
    { class: "checker-verdict", "data-verdict": verdict, "data-key": VERDICT },
    icon(verdict),
    h(
      "div",
      {},
      h("p", { class: "checker-verdict-word" }, view.say(`verdict.${verdict}`)),
      h("p", { class: "checker-verdict-why" }, view.say(`verdict.${verdict}_why`)),
      h(
        "ul",
        { class: "checker-counts" },
        counts(view).map((count) => h("li", {}, count)),
      ),
      firstThings(view, groups),
    ),
  );
}

/**
 * The requirements to correct, each the way to its field; the groups below say more about them.
 *
 * @param {View} view
 * @param {Group[]} groups
 */
function firstThings(view, groups) {
  const items = groups
    .flatMap((group) => group.findings)
    .filter(({ strength, status }) => strength === "must" && ["unmet", "unclear"].includes(status))
    .filter((finding) => !repeatsPeople(view.report, finding));
  if (items.length === 0) return null;
  const links = items.map((finding) => {
    const target = targetOf(view, finding);
    const text = h("span", { dir: "auto" }, summaryOf(view, finding));
    return h("li", {}, h("a", { href: `#${target}`, "data-action": "reveal", "data-target": target }, text));
  });
  return h(
    "div",
    { class: "checker-first", role: "group", "aria-labelledby": "checker-first" },
    h("h4", { id: "checker-first", class: "checker-subheading" }, view.say("summary.title")),
    h("ul", {}, links),
  );
}

/**
 * The message beside the field; away from its question an answer does not say what it answers.
 *
 * @param {View} view
 * @param {Finding} finding
 */
function summaryOf({ form }, { rule, title, message }) {
  return form.questions.some(({ id }) => id === rule) ? `${title}: ${message}` : message;
}

/**
 * @param {View} view
 * @returns {string[]}
 */
function counts(view) {
  const findings = (view.report?.findings ?? []).filter((finding) => !repeatsPeople(view.report, finding));
  const number = (/** @type {string} */ strength, /** @type {string} */ status) =>
    findings.filter((finding) => finding.strength === strength && finding.status === status).length;
  return [
    ["count.must_unmet", number("must", "unmet")],
    ["count.must_unclear", number("must", "unclear")],
    ["count.must_unknown", number("must", "unknown")],
    ["count.should_unmet", number("should", "unmet")],
    ["count.must_met", number("must", "met")],
  ].flatMap(([key, n]) => (n ? [view.say(String(key), { n: Number(n) })] : []));
}

/** @param {Group} group */
function keyOf(group) {
  return `checker-group-${group.id}`;
}

/**
 * @param {View} view
 * @param {Group} group
 */
function groupOf(view, group) {
  const { todo, notes, settled } = divided(group.findings);
  const id = keyOf(group);
  return h(
    "div",
    { class: "checker-group", "data-key": id },
    h("h3", { id, class: "checker-heading" }, h("span", { dir: "auto" }, group.title)),
    todo.length > 0
      ? listOf(view, todo)
      : h("p", { class: "checker-fine" }, icon("met"), view.say("group.fine")),
    folded(view, "notes", notes),
    folded(view, "settled", settled),
  );
}

/**
 * @param {View} view
 * @param {"notes" | "settled"} kind
 * @param {Finding[]} findings
 */
function folded(view, kind, findings) {
  if (findings.length === 0) return null;
  return h(
    "details",
    { class: "checker-fold", "data-key": kind },
    h("summary", {}, view.say(`group.${kind}`, { n: findings.length })),
    listOf(view, findings),
  );
}

/**
 * @param {View} view
 * @param {Finding[]} findings
 */
function listOf(view, findings) {
  return h(
    "ul",
    { class: "checker-findings" },
    findings.map((finding) => findingOf(view, finding)),
  );
}

/**
 * @param {View} view
 * @param {Finding} finding
 */
function findingOf(view, finding) {
  const { rule, status, strength, partner, participant } = finding;
  return h(
    "li",
    {
      class: "checker-finding",
      "data-key": [rule, partner, participant, finding.visit].join("/"),
      "data-rule": rule,
      "data-status": status,
      "data-strength": strength,
      "data-partner": partner,
      "data-participant": participant,
      "data-tone": toneOf(finding),
    },
    tagOf(view, finding),
    h("div", { class: "checker-finding-text" }, words(view, finding), sourceOf(view, finding)),
  );
}

/**
 * @param {View} view
 * @param {Finding} finding
 */
function words(view, finding) {
  const subject = subjectOf(view, finding);
  const settled = ["met", "not_applicable"].includes(finding.status);
  const title = h("span", { dir: "auto" }, subject ? `${subject}: ${finding.title}` : finding.title);
  const target = targetOf(view, finding);
  return [
    h(
      "p",
      { class: "checker-finding-title" },
      settled ? title : h("a", { href: `#${target}`, "data-action": "reveal", "data-target": target }, title),
    ),
    h("p", { dir: "auto" }, finding.message),
    finding.advice ? h("p", { class: "checker-advice", dir: "auto" }, finding.advice) : null,
  ];
}

/** @param {View} view */
function ownText(view) {
  return h("p", { class: "checker-disclaimer", "data-key": "own" }, view.say("result.own"));
}
