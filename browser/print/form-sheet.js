/** The participant form as it comes out of the printer: who takes part, what was answered, and the verdict. */

import { h } from "../dom.js";
import { countryName, dayOf, daysOf } from "../timeline/days.js";
import { choices, labels, partnerName, teamOf } from "../view.js";
import { answersOf, questionLines, yesNo } from "./answers.js";
import { peopleTable } from "./people-table.js";
import { findingsOf, verdictOf } from "./verdict.js";

/** @typedef {import("../view.js").View} View */

/**
 * @param {View} view
 * @param {{ isAnswered: boolean, today: string }} when is the report about what now stands in the form?
 */
export function sheetOf(view, { isAnswered, today }) {
  return h(
    "div",
    { class: "paper-sheet form-sheet" },
    head(view),
    verdictOf(view, isAnswered),
    facts(view),
    part(view.say("print.people"), peopleTable(view)),
    part(view.say("print.answers"), answersOf(view)),
    part(view.say("section.visits"), ...visits(view)),
    part(view.say("section.replacements"), ...replacements(view)),
    findingsOf(view, isAnswered),
    foot(view, today),
  );
}

/** @param {View} view */
function head(view) {
  const names = view.document.partners.map((_, index) => partnerName(view, index));
  return h(
    "div",
    { class: "form-sheet-head" },
    h("p", { class: "form-sheet-kind" }, `${view.say("print.title")} · ${view.form.name}`),
    h("h2", { class: "form-sheet-title", dir: "auto" }, names.join(" – ")),
  );
}

/**
 * Partners with what was said about each, and the team's days.
 *
 * @param {View} view
 */
function facts(view) {
  const { form, document } = view;
  const open = view.say("print.open");
  const partners = document.partners.map((partner, index) => {
    const said = [countryName(view, partner.country) || `${labels(view, "country").label}: ${open}`];
    if (form.fields.includes("side"))
      said.push(`${labels(view, "elected_opposition").label} ${yesNo(view, partner.elected_opposition)}`);
    return fact(partnerName(view, index), said.join(". "));
  });
  const team = teamOf(view);
  const days = form.dates.map((name) => {
    const day = team[/** @type {"start"} */ (name)];
    return fact(labels(view, name).label, day ? dayOf(view, day) : open);
  });
  return h("dl", { class: "form-sheet-facts" }, partners, days);
}

/**
 * @param {string} name
 * @param {string} text
 */
function fact(name, text) {
  return h("div", {}, h("dt", { dir: "auto" }, name), h("dd", { dir: "auto" }, text));
}

/**
 * A part with its heading; nothing where it is empty.
 *
 * @param {string} title
 * @param {...(Node | null)} content
 */
function part(title, ...content) {
  const filled = content.filter((each) => each !== null);
  if (filled.length === 0) return null;
  return h("div", { class: "form-sheet-part" }, h("h3", {}, title), filled);
}

/** @param {View} view */
function visits(view) {
  return (teamOf(view).visits ?? []).map((visit, index) => {
    const { start = null, end = null } = visit;
    const where = [countryName(view, visit.country), daysOf(view, { start, end })].filter(Boolean);
    const methods = choices(view, "methods").filter(([value]) => visit.methods?.includes(value));
    return h(
      "div",
      { class: "form-sheet-item" },
      h("h4", {}, [view.say("visit.numbered", { number: index + 1 }), ...where].join(", ")),
      line(labels(view, "travellers").label, visit.travellers?.join(", ") || view.say("print.open")),
      line(
        labels(view, "methods").label,
        methods.map(([, label]) => label).join(", ") || view.say("print.open"),
      ),
      questionLines(view, view.settings.visitQuestions, visit.answers ?? {}),
    );
  });
}

/** @param {View} view */
function replacements(view) {
  return (teamOf(view).replacements ?? []).map((one, index) =>
    h(
      "div",
      { class: "form-sheet-item" },
      h("h4", {}, view.say("replacement.numbered", { number: index + 1 })),
      line(labels(view, "leaves").label, one.leaves || view.say("print.open")),
      line(labels(view, "joins").label, one.joins || view.say("print.open")),
      questionLines(view, view.settings.replacementQuestions, one.answers ?? {}),
    ),
  );
}

/**
 * @param {string} name
 * @param {string} text
 */
function line(name, text) {
  return h("p", {}, h("span", { class: "form-sheet-name" }, `${name} `), h("span", { dir: "auto" }, text));
}

/**
 * @param {View} view
 * @param {string} today
 */
function foot(view, today) {
  const { version, read } = view.settings.rulebook;
  return h(
    "div",
    { class: "form-sheet-foot" },
    h("p", {}, view.say("result.own"), " ", view.say("print.form_own")),
    h("p", {}, view.say("print.made", { version, read: dayOf(view, read), today: dayOf(view, today) })),
  );
}
