/** The programme, day by day. */

import { keyOf } from "../document.js";
import { h } from "../dom.js";
import { dateField, flagField, textField, timeField } from "../fields.js";
import { button, section } from "../parts.js";
import { fieldId } from "../paths.js";
import { labels } from "../view.js";
import { programmeByDay, visitPath } from "./plan.js";
import { dayName, timeName } from "./plan-words.js";

/** @typedef {import("./plan.js").PlanView} PlanView */
/** @typedef {import("./plan.js").Day} Day */
/** @typedef {import("./plan.js").Placed} Placed */

/**
 * @param {PlanView} view
 * @param {import("../types.js").Visit} visit
 */
export function programmeSection(view, visit) {
  const days = programmeByDay(visit);
  const strays = days.some(({ day, within }) => day && !within);
  const undated = !days.some(({ within }) => within);
  return section(
    "checker-programme",
    view.say("plan.programme"),
    h("p", { class: "checker-hint" }, view.say(undated ? "plan.no_days" : "plan.programme_hint")),
    strays && visit.start
      ? h(
          "div",
          { class: "plan-strays", "data-key": "strays" },
          h("p", {}, view.say("plan.strays")),
          button("move-programme", view.say("plan.move")),
        )
      : null,
    ...days.map((day) => daySection(view, day)),
    undated && !days.some(({ day }) => day === null) ? addButton(view, null) : null,
  );
}

/**
 * @param {PlanView} view
 * @param {Day} day
 */
function daySection(view, { day, within, items }) {
  const id = `checker-day-${day ?? "none"}`;
  return h(
    "div",
    { class: "plan-day", "data-key": id, role: "group", "aria-labelledby": id },
    h("h4", { id, tabindex: "-1", class: "checker-subheading" }, dayName(view, day)),
    items.length > 0
      ? h(
          "ul",
          { class: "plan-items" },
          items.map((placed) => itemRow(view, placed, within)),
        )
      : null,
    addButton(view, day),
  );
}

/**
 * @param {PlanView} view
 * @param {string | null} day
 */
function addButton(view, day) {
  const word = view.say("plan.add_item");
  return button("add-item", word, {
    image: "add",
    quiet: true,
    index: day ?? "",
    describe: `${word}: ${dayName(view, day)}`,
  });
}

/**
 * @param {PlanView} view
 * @param {Placed} placed
 * @param {boolean} within its day is one of the visit's
 */
function itemRow(view, { item, index }, within) {
  const at = (/** @type {string} */ name) => visitPath(view, "plan", "programme", index, name);
  const label = (/** @type {string} */ name) => labels(view, `item_${name}`);
  const what = item.what || timeName(item) || view.say("plan.item", { number: index + 1 });
  return h(
    "li",
    {
      class: "plan-item",
      "data-key": `item-${keyOf(item)}`,
      id: fieldId(visitPath(view, "plan", "programme", index)),
    },
    within ? null : dateField(view, at("day"), label("day")),
    timeField(view, at("start"), label("start")),
    timeField(view, at("end"), label("end")),
    h("div", { class: "plan-item-wide plan-item-what" }, textField(view, at("what"), label("what"))),
    h("div", { class: "plan-item-wide plan-item-where" }, textField(view, at("where"), label("where"))),
    flagField(view, at("reflection"), label("reflection")),
    button("remove-item", view.say("item.remove"), {
      image: "remove",
      quiet: true,
      index,
      describe: view.say("item.remove_who", { name: what }),
    }),
  );
}
