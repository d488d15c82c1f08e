/** The plan as it comes out of the printer: everything on one sheet, what is not yet written as a line to fill in. */

import { h } from "../dom.js";
import { choices, labels, partnerName, personName, teamOf } from "../view.js";
import { byTheClock, isEntered, programmeByDay, visitOf } from "./plan.js";
import { travellersOf } from "./plan-findings.js";
import { countryName, dayName, daysName, timeName } from "./plan-words.js";

/** @typedef {import("./plan.js").PlanView} PlanView */

/** @param {PlanView} view */
export function sheetOf(view) {
  const visit = visitOf(view);
  if (!visit) return h("div", { class: "paper-sheet plan-sheet", hidden: true });
  return h(
    "div",
    { class: "paper-sheet plan-sheet" },
    head(view, visit),
    facts(view, visit),
    h(
      "ol",
      { class: "plan-sheet-points" },
      (view.settings.plan?.points ?? []).map((point) => pointOf(view, point)),
    ),
    programme(view, visit),
    h("p", { class: "plan-sheet-foot" }, view.say("plan.foot")),
  );
}

/**
 * @param {PlanView} view
 * @param {import("../types.js").Visit} visit
 */
function head(view, visit) {
  const partners = view.document.partners.map((_, index) => partnerName(view, index)).join(" – ");
  const where = [countryName(view, visit.country), daysName(view, visit)].filter(Boolean).join(", ");
  return h(
    "div",
    { class: "plan-sheet-head" },
    h("p", { class: "plan-sheet-kind" }, `${view.say("plan.sheet")} · ${view.form.name}`),
    h("p", { class: "plan-sheet-title", dir: "auto" }, where || view.say("plan.sheet")),
    h("p", { dir: "auto" }, partners),
  );
}

/**
 * @param {PlanView} view
 * @param {import("../types.js").Visit} visit
 */
function facts(view, visit) {
  const methods = choices(view, "methods").filter(([value]) => visit.methods?.includes(value));
  const people = travellersOf(view).map((index) => {
    const { approved } = teamOf(view).participants?.[index] ?? {};
    const word = view.say(
      approved ? "plan.is_approved" : approved === false ? "plan.not_approved" : "plan.not_stated",
    );
    return `${personName(view, index)} (${word})`;
  });
  return h(
    "dl",
    { class: "plan-sheet-facts" },
    fact(view.say("plan.travellers"), people.join(", ")),
    fact(labels(view, "methods").label, methods.map(([, label]) => label).join(", ")),
  );
}

/**
 * @param {string} name
 * @param {string} text
 */
function fact(name, text) {
  return h("div", {}, h("dt", {}, name), h("dd", { dir: "auto" }, text || blank()));
}

/**
 * @param {PlanView} view
 * @param {import("../types.js").Point} point
 */
function pointOf(view, point) {
  const plan = visitOf(view)?.plan;
  const texts = point.texts.map((name) => ({
    label: labels(view, `plan_${name}`).label,
    text: plan?.[/** @type {"learn"} */ (name)]?.trim() ?? "",
  }));
  return h(
    "li",
    {},
    h("p", { class: "plan-sheet-name" }, point.name),
    texts.flatMap(({ label, text }) => [
      texts.length > 1 ? h("p", { class: "plan-sheet-label" }, label) : null,
      text ? h("p", { class: "plan-sheet-text", dir: "auto" }, text) : blank(),
    ]),
  );
}

/**
 * @param {PlanView} view
 * @param {import("../types.js").Visit} visit
 */
function programme(view, visit) {
  const days = programmeByDay(visit)
    .map(({ day, items }) => ({ day, items: byTheClock(items).filter(({ item }) => isEntered(item)) }))
    .filter(({ items }) => items.length > 0);
  if (days.length === 0) return null;
  return h(
    "div",
    { class: "plan-sheet-programme" },
    h("p", { class: "plan-sheet-name" }, view.say("plan.programme")),
    h(
      "div",
      { class: "plan-sheet-days" },
      days.map(({ day, items }) =>
        h(
          "div",
          { class: "plan-sheet-day" },
          h("p", { class: "plan-sheet-label" }, dayName(view, day)),
          h(
            "ul",
            {},
            items.map(({ item }) => itemOf(view, item)),
          ),
        ),
      ),
    ),
  );
}

/**
 * @param {PlanView} view
 * @param {import("../types.js").ProgrammeItem} item
 */
function itemOf(view, item) {
  return h(
    "li",
    {},
    h("span", { class: "plan-sheet-time" }, timeName(item)),
    h(
      "span",
      { dir: "auto" },
      item.what,
      item.where
        ? h("span", { class: "plan-sheet-where" }, item.what ? ` · ${item.where}` : item.where)
        : null,
      item.reflection
        ? h("span", { class: "plan-sheet-mark" }, ` ${labels(view, "item_reflection").label}`)
        : null,
    ),
  );
}

function blank() {
  return h("p", { class: "plan-sheet-blank" });
}
