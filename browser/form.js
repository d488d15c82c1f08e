/** The form: partners with their people, dates, questions and visits. */

import { messagesAt, saidAt } from "./beside.js";
import { h } from "./dom.js";
import { dateField } from "./fields.js";
import { section } from "./parts.js";
import { inTurn, promised } from "./patch.js";
import { partnerSections } from "./people/partners.js";
import { TEAM } from "./places.js";
import { questionField } from "./questions.js";
import { startSection } from "./start-view.js";
import { teamOf } from "./view.js";
import { visitSection } from "./visits.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./types.js").Question} Question */

/**
 * @param {View} view
 * @returns {HTMLElement}
 */
export function formOf(view) {
  return h(
    "div",
    { class: "checker-form" },
    startSection(view),
    teamSection(view),
    partnerSections(view),
    dateSection(view),
    ...questionSections(view),
    considerSection(view),
    inTurn("details", "visits", () => visitSection(view)),
  );
}

/**
 * What is said of the team's people as a whole.
 *
 * @param {View} view
 */
function teamSection(view) {
  const messages = messagesAt(view, TEAM);
  return messages && section(TEAM, view.say("group.team"), messages);
}

/** @param {View} view */
function dateSection(view) {
  if (view.form.dates.length === 0) return null;
  const id = "checker-time";
  const fields = () =>
    view.form.dates.map((name) => {
      const field = /** @type {import("./types.js").Field} */ (view.settings.fields[name]);
      return dateField(view, ["teams", view.team, name], field);
    });
  return inTurn("div", id, () =>
    section(id, view.say("section.time"), messagesAt(view, id), h("div", { class: "checker-row" }, fields())),
  );
}

/** @param {View} view */
function questionSections(view) {
  const heavy = view.form.questions.filter(weighs);
  const topics = [...new Set(heavy.map((question) => question.topic))];
  return topics.map((topic) => {
    const id = `checker-topic-${topic}`;
    const questions = heavy.filter((question) => question.topic === topic);
    return promised("div", id, answersOf(view), () =>
      section(
        id,
        view.say(`topic.${topic}`),
        questions.map((question) => answerField(view, question)),
      ),
    );
  });
}

/**
 * All that the fields of a team's questions are drawn from.
 *
 * @param {View} view
 */
function answersOf(view) {
  const components = view.document.teams.map(({ component }) => component);
  const said = saidAt(view, (id) => id.includes("-answers-"));
  return [view.form, view.team, teamOf(view).answers, components.join(), said];
}

/**
 * What may be left unanswered is folded, so that the reader first meets what decides the verdict.
 *
 * @param {View} view
 */
function considerSection(view) {
  const light = view.form.questions.filter((question) => !weighs(question));
  if (light.length === 0) return null;
  const answers = teamOf(view).answers ?? {};
  const done = light.filter(({ id }) => answers[id] != null).length;
  return promised("details", "consider", answersOf(view), () =>
    h(
      "details",
      { class: "checker-section checker-folded", "data-key": "consider", id: "checker-consider" },
      h(
        "summary",
        {},
        h("h3", { class: "checker-heading" }, view.say("section.consider")),
        h("span", { class: "checker-hint" }, view.say("section.answered", { done, all: light.length })),
      ),
      h("p", { class: "checker-hint" }, view.say("section.consider_hint")),
      light.map((question) => answerField(view, question)),
    ),
  );
}

/** @param {Question} question */
function weighs({ strength }) {
  return strength === "must" || strength === "should";
}

/**
 * @param {View} view
 * @param {Question} question
 */
function answerField(view, question) {
  return questionField(view, ["teams", view.team, "answers", question.id], question);
}
