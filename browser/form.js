/** The form: partners with their people, dates, questions, visits and replacements. */

import { h } from "./dom.js";
import { dateField } from "./fields.js";
import { section } from "./parts.js";
import { partnerSections } from "./people.js";
import { questionField } from "./questions.js";
import { replacementSection, visitSection } from "./visits.js";

/** @typedef {import("./view.js").View} View */

/**
 * @param {View} view
 * @returns {HTMLElement}
 */
export function formOf(view) {
  return h(
    "div",
    { class: "checker-form" },
    partnerSections(view),
    dateSection(view),
    questionSections(view),
    visitSection(view),
    replacementSection(view),
  );
}

/** @param {View} view */
function dateSection(view) {
  if (view.form.dates.length === 0) return null;
  const fields = view.form.dates.map((name) => {
    const field = /** @type {import("./types.js").Field} */ (view.settings.fields[name]);
    return dateField(view, ["teams", view.team, name], field);
  });
  return section("checker-time", view.say("section.time"), h("div", { class: "checker-row" }, fields));
}

/** @param {View} view */
function questionSections(view) {
  const topics = [...new Set(view.form.questions.map((question) => question.topic))];
  return topics.map((topic) =>
    section(
      `checker-topic-${topic}`,
      view.say(`topic.${topic}`),
      view.form.questions
        .filter((question) => question.topic === topic)
        .map((question) => questionField(view, ["teams", view.team, "answers", question.id], question)),
    ),
  );
}
