/** What the team has answered, on paper. */

import { h } from "../dom.js";
import { isDecided } from "../questions.js";
import { teamOf } from "../view.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../types.js").Question} Question */
/** @typedef {import("../types.js").Answers} Answers */

/** @param {View} view */
export function answersOf(view) {
  const travel = teamOf(view).visits?.length ? view.settings.travelQuestions : [];
  return questionLines(view, [...view.form.questions, ...travel], teamOf(view).answers ?? {});
}

/**
 * Each question with its answer; nothing where there is none.
 *
 * @param {View} view
 * @param {Question[]} questions
 * @param {Answers} answers
 */
export function questionLines(view, questions, answers) {
  if (questions.length === 0) return null;
  return h(
    "dl",
    { class: "form-sheet-answers" },
    questions.map((question) =>
      h(
        "div",
        {},
        h("dt", {}, question.question),
        h("dd", {}, answerOf(view, question, answers[question.id])),
      ),
    ),
  );
}

/**
 * @param {View} view
 * @param {Question} question
 * @param {Answers[string] | undefined} answer
 */
function answerOf(view, question, answer) {
  if (isDecided(view, question))
    return view.say("question.decided", { name: question.decidedBy?.name ?? "" });
  if (!Array.isArray(answer)) return yesNo(view, answer);
  const ticked = question.options.filter(([value]) => answer.includes(value)).map(([, label]) => label);
  return ticked.join(", ") || view.say("answer.nothing");
}

/**
 * @param {View} view
 * @param {boolean | null | undefined} value
 */
export function yesNo(view, value) {
  if (value === null || value === undefined) return view.say("print.open");
  return view.say(value ? "answer.yes" : "answer.no");
}
