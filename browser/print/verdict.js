/** The verdict on paper: what is to be done in full with its source, and in short what is in order. */

import { h, icon } from "../dom.js";
import { tagOf, toneOf } from "../finding-view.js";
import { ordered } from "../report-order.js";
import { verdictLine, verdictTone } from "../report-view.js";
import { partnerName, personName } from "../view.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../types.js").Finding} Finding */
/** @typedef {{ finding: Finding, whom: string[] }} Entry findings of one rule that say the same of several people */

const SETTLED = ["met", "not_applicable"];
const HEAVY = ["must", "should"];

/**
 * An old verdict is worse than none: it is printed only where it is about what now stands in the form.
 *
 * @param {View} view
 * @param {boolean} isAnswered
 */
export function verdictOf(view, isAnswered) {
  if (!isAnswered)
    return h(
      "div",
      { class: "form-sheet-verdict", "data-verdict": "missing" },
      h("p", {}, h("strong", {}, view.say("print.no_verdict")), " ", view.say("print.no_verdict_why")),
    );
  const verdict = verdictTone(view);
  return h(
    "div",
    { class: "form-sheet-verdict", "data-verdict": verdict },
    icon(verdict),
    h("p", {}, `${verdictLine(view)}.`),
  );
}

/**
 * What led to the verdict, the most pressing first.
 *
 * @param {View} view
 * @param {boolean} isAnswered
 */
export function findingsOf(view, isAnswered) {
  const entries = gathered(view, isAnswered ? ordered(view.report?.findings ?? []) : []);
  const open = entries.filter(({ finding }) => !SETTLED.includes(finding.status));
  const todo = open.filter(({ finding }) => HEAVY.includes(finding.strength));
  const notes = open.filter((entry) => !todo.includes(entry));
  const met = entries.filter(({ finding }) => finding.status === "met");
  return [
    list(view, "print.todo", "form-sheet-findings", todo, inFull),
    list(view, "print.notes", "form-sheet-findings", notes, inFull),
    list(view, "print.met", "form-sheet-short", met, (_, entry) => inShort(entry)),
  ];
}

/**
 * Join what is found alike of several people, and leave out the summary that only repeats it.
 *
 * @param {View} view
 * @param {Finding[]} findings
 * @returns {Entry[]}
 */
function gathered(view, findings) {
  const personal = new Set(findings.filter(isPersonal).map(({ rule }) => rule));
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  for (const finding of findings) {
    const isSummary = !isPersonal(finding) && personal.has(finding.rule);
    const isFine = isPersonal(finding) && SETTLED.includes(finding.status);
    if (isFine || (isSummary && !SETTLED.includes(finding.status))) continue;
    const { rule, status, partner, visit } = finding;
    const isAlike = isPersonal(finding) || status === "met";
    const key = [rule, status, ...(isAlike ? [] : [partner, visit])].join("/");
    const entry = entries.get(key) ?? { finding, whom: [] };
    entry.whom.push(...whomOf(view, finding));
    entries.set(key, entry);
  }
  return [...entries.values()];
}

/** @param {Finding} finding */
function isPersonal({ participant }) {
  return participant !== null;
}

/**
 * @param {View} view
 * @param {Finding} finding
 */
function whomOf(view, { participant, partner, visit }) {
  if (participant !== null) return [personName(view, participant)];
  if (visit !== null) return [view.say("visit.numbered", { number: visit + 1 })];
  const place = view.document.partners.findIndex(({ id }) => id === partner);
  return place < 0 ? [] : [partnerName(view, place)];
}

/**
 * @param {View} view
 * @param {string} title
 * @param {string} kind
 * @param {Entry[]} entries
 * @param {(view: View, entry: Entry) => Node} draw
 */
function list(view, title, kind, entries, draw) {
  if (entries.length === 0) return null;
  const items = entries.map((entry) => draw(view, entry));
  return h(
    "div",
    { class: "form-sheet-part" },
    h("h3", {}, view.say(title)),
    h("ul", { class: kind }, items),
  );
}

/**
 * @param {View} view
 * @param {Entry} entry
 */
function inFull(view, { finding, whom }) {
  const isGroup = isPersonal(finding);
  return h(
    "li",
    { "data-rule": finding.rule, "data-tone": toneOf(finding) },
    h(
      "p",
      { class: "form-sheet-finding" },
      tagOf(view, finding),
      ": ",
      h("strong", { dir: "auto" }, finding.title),
      " ",
      h("span", { class: "form-sheet-soft" }, view.say(`strength.${finding.strength}`)),
    ),
    h("p", { dir: "auto" }, isGroup ? whom.join(", ") : finding.message),
    finding.advice && !(isGroup && whom.length > 1) ? h("p", { dir: "auto" }, finding.advice) : null,
    source(view, finding),
  );
}

/** @param {Entry} entry */
function inShort({ finding, whom }) {
  return h(
    "li",
    { "data-rule": finding.rule },
    icon("met"),
    h(
      "span",
      {},
      h("span", { dir: "auto" }, [finding.title, ...(whom.length ? [whom.join(", ")] : [])].join(" · ")),
      " ",
      h("span", { class: "form-sheet-soft", lang: "sv" }, finding.source.section),
    ),
  );
}

/**
 * @param {View} view
 * @param {Finding} finding
 */
function source(view, { source: { section, quote } }) {
  const words = quote ? h("q", { lang: "sv" }, quote) : view.say("source.silent");
  return h("p", { class: "form-sheet-soft" }, h("span", { lang: "sv" }, section), ": ", words);
}
