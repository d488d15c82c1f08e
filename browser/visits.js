/** Journeys that are planned or made. Folded until they are needed. */

import { messagesAt } from "./beside.js";
import { keyOf } from "./document.js";
import { h } from "./dom.js";
import { dateField, selectField, tickField } from "./fields.js";
import { button } from "./parts.js";
import { fieldId } from "./paths.js";
import { questionField } from "./questions.js";
import { choices, distinctNames, labels, teamOf } from "./view.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./types.js").Choice} Choice */
/** @typedef {import("./types.js").Path} Path */

/** @param {View} view */
export function visitSection(view) {
  const visits = teamOf(view).visits ?? [];
  const whole = view.settings.travelQuestions.map((question) =>
    questionField(view, ["teams", view.team, "answers", question.id], question),
  );
  return folded(
    view,
    "visits",
    view.say("section.visits"),
    view.say("section.visits_hint"),
    visits.map((visit, index) => visitCard(view, keyOf(visit), index)),
    button("add-visit", view.say("visit.add"), { image: "add" }),
    visits.length > 0 ? whole : null,
  );
}

/**
 * @param {View} view
 * @param {string} key
 * @param {string} title
 * @param {string} hint
 * @param {Node[]} cards
 * @param {...(Node | Node[] | null)} more
 */
function folded(view, key, title, hint, cards, ...more) {
  return h(
    "details",
    { class: "checker-section checker-folded", "data-key": key, id: `checker-${key}` },
    h(
      "summary",
      {},
      h("h3", { class: "checker-heading" }, title),
      cards.length > 0 ? h("span", { class: "checker-count" }, cards.length) : null,
    ),
    h("p", { class: "checker-hint" }, hint),
    messagesAt(view, `checker-${key}`),
    ...cards,
    ...more,
  );
}

/**
 * @param {View} view
 * @param {number} key
 * @param {number} index
 */
function visitCard(view, key, index) {
  const path = ["teams", view.team, "visits", index];
  const at = (/** @type {string} */ name) => [...path, name];
  const none = view.say("choice.none");
  const planner = `${view.settings.root}learning/visit/?component=${view.form.id}&visit=${index}`;
  return card(
    view,
    { key: `visit-${key}`, path, list: "visits", title: view.say("visit.numbered", { number: index + 1 }) },
    h(
      "div",
      { class: "checker-row" },
      selectField(view, at("country"), labels(view, "visit_country"), view.settings.countries, none),
      dateField(view, at("start"), labels(view, "visit_start")),
      dateField(view, at("end"), labels(view, "visit_end")),
    ),
    travellerField(view, at("travellers")),
    tickField(
      view,
      at("methods"),
      labels(view, "methods"),
      choices(view, "methods"),
      view.say("answer.nothing"),
    ),
    ...view.settings.visitQuestions.map((question) =>
      questionField(view, [...at("answers"), question.id], question),
    ),
    h("p", {}, h("a", { href: planner }, view.say("visit.plan"))),
  );
}

/**
 * @param {View} view
 * @param {Path} path
 */
function travellerField(view, path) {
  const people = named(view);
  const all = people.length === (teamOf(view).participants ?? []).length;
  const hint = all ? labels(view, "travellers").hint : view.say("visit.names_needed");
  return tickField(
    view,
    path,
    { label: labels(view, "travellers").label, hint },
    people,
    view.say("answer.nobody"),
  );
}

/**
 * @param {View} view
 * @param {{ key: string, path: Path, list: string, title: string }} what
 * @param {...(Node | null)} fields
 */
function card(view, { key, path, list, title }, ...fields) {
  const id = fieldId(path);
  const describe = `${view.say("item.remove")}: ${title}`;
  return h(
    "div",
    { class: "checker-card", "data-key": key, role: "group", "aria-labelledby": id },
    h("h4", { id, tabindex: "-1", class: "checker-subheading" }, title),
    ...fields,
    button("remove", view.say("item.remove"), {
      image: "remove",
      quiet: true,
      index: path.at(-1),
      list,
      describe,
    }),
  );
}

/**
 * @param {View} view
 * @returns {Choice[]}
 */
function named(view) {
  return distinctNames(view).map((name) => [name, name]);
}
