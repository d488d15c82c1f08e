/** A rule's own question: yes or no, or a list to tick. */

import { h } from "./dom.js";
import { tickField, truthField } from "./fields.js";
import { fieldId } from "./paths.js";

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
  if (isDecided(view, question)) return decided(view, path, question, note);
  return question.options.length > 0
    ? tickField(view, path, labels, question.options, view.say("answer.nothing"))
    : truthField(view, path, labels);
}

/**
 * Does another team of the document answer the question?
 *
 * @param {import("./view.js").View} view
 * @param {import("./types.js").Question} question
 */
export function isDecided(view, { decidedBy }) {
  return view.document.teams.some((team) => team.component === decidedBy?.component);
}

/**
 * @param {import("./view.js").View} view
 * @param {import("./types.js").Path} path
 * @param {import("./types.js").Question} question
 * @param {Node} note
 */
function decided(view, path, question, note) {
  return h(
    "div",
    { class: "checker-field", "data-key": `${fieldId(path)}-decided`, id: fieldId(path), tabindex: "-1" },
    h("p", { class: "checker-label" }, question.question, note),
    h("p", { class: "checker-hint" }, view.say("question.decided", { name: question.decidedBy?.name ?? "" })),
  );
}
