/** A rule's own question: yes or no, or a list to tick. */

import { h } from "./dom.js";
import { tickField, truthField } from "./fields.js";

/**
 * @param {import("./view.js").View} view
 * @param {import("./types.js").Path} path
 * @param {import("./types.js").Question} question
 */
export function questionField(view, path, question) {
  const note = h(
    "span",
    { class: "checker-strength", "data-strength": question.strength },
    view.say(`strength.${question.strength}`),
  );
  const labels = { label: question.question, hint: question.hint, note };
  return question.options.length > 0
    ? tickField(view, path, labels, question.options, view.say("answer.nothing"))
    : truthField(view, path, labels);
}
