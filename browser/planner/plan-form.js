/** The form of one visit: where and when, the five points, who travels, the programme. */

import { keyOf } from "../document.js";
import { h } from "../dom.js";
import { dateField, longField, selectField, tickField } from "../fields.js";
import { button, section } from "../parts.js";
import { fieldId } from "../paths.js";
import { questionField } from "../questions.js";
import { choices, labels } from "../view.js";
import { visitOf, visitPath } from "./plan.js";
import { findingsOf } from "./plan-findings.js";
import { notes } from "./plan-notes.js";
import { visitName } from "./plan-words.js";
import { programmeSection } from "./programme.js";
import { travellerSection } from "./travellers.js";

/** @typedef {import("./plan.js").PlanView} PlanView */
/** @typedef {import("../types.js").Point} Point */

/**
 * @param {PlanView} view
 * @returns {HTMLElement}
 */
export function planForm(view) {
  const visit = visitOf(view);
  if (!visit) return h("div", { class: "checker-form" });
  const points = view.settings.plan?.points ?? [];
  const [first, second, ...rest] = points.map((point, index) => pointSection(view, point, index + 1));
  const describe = `${view.say("plan.remove")}: ${visitName(view, view.visit)}`;
  return h(
    "div",
    { class: "checker-form" },
    h(
      "div",
      { class: "plan-form", "data-key": `visit-${keyOf(visit)}` },
      whereAndWhen(view),
      first,
      second,
      travellerSection(view),
      rest,
      programmeSection(view, visit),
      button("remove-visit", view.say("plan.remove"), { image: "remove", quiet: true, describe }),
    ),
  );
}

/** @param {PlanView} view */
function whereAndWhen(view) {
  const at = (/** @type {string} */ name) => visitPath(view, name);
  return section(
    fieldId(visitPath(view)),
    view.say("plan.where_and_when"),
    h(
      "div",
      { class: "checker-row" },
      selectField(
        view,
        at("country"),
        labels(view, "visit_country"),
        countries(view),
        view.say("choice.none"),
      ),
      dateField(view, at("start"), labels(view, "visit_start")),
      dateField(view, at("end"), labels(view, "visit_end")),
    ),
  );
}

/**
 * The partners' countries first: a visit is nearly always to one of them.
 *
 * @param {PlanView} view
 */
function countries(view) {
  const own = new Set(view.document.partners.map(({ country }) => country));
  const all = view.settings.countries;
  return [...all.filter(([code]) => own.has(code)), ...all.filter(([code]) => !own.has(code))];
}

/**
 * @param {PlanView} view
 * @param {Point} point
 * @param {number} number
 */
function pointSection(view, point, number) {
  const question = view.settings.visitQuestions.find(({ id }) => id === point.id);
  const path = visitPath(view, "answers", point.id);
  const texts = point.texts.map((name) =>
    longField(view, visitPath(view, "plan", name), labels(view, `plan_${name}`)),
  );
  return section(
    `checker-${point.id.replace(".", "-")}`,
    `${number}. ${point.name}`,
    h("p", { class: "plan-question" }, question?.question),
    point.texts.includes("methods") ? methods(view) : null,
    texts,
    notes(view, findingsOf(view, point.id)),
    question
      ? h(
          "details",
          {
            class: "plan-answer",
            "data-key": "answer",
            open: visitOf(view)?.answers?.[point.id] != null,
          },
          h("summary", {}, view.say("plan.answer")),
          questionField(view, path, { ...question, hint: view.say("plan.answer_hint") }),
        )
      : null,
  );
}

/** @param {PlanView} view */
function methods(view) {
  return h(
    "div",
    { class: "plan-part", "data-key": "methods" },
    tickField(
      view,
      visitPath(view, "methods"),
      labels(view, "methods"),
      choices(view, "methods"),
      view.say("answer.nothing"),
    ),
    notes(view, findingsOf(view, "exchange.learning-elements")),
    h("p", {}, h("a", { href: `${view.settings.root}toolbox/` }, view.say("plan.toolbox"))),
  );
}
