/** Who travels, and whether ICLD pays for them. */

import { h } from "../dom.js";
import { tickField, truthField } from "../fields.js";
import { section } from "../parts.js";
import { questionField } from "../questions.js";
import { distinctNames, labels, personName, teamOf } from "../view.js";
import { visitPath } from "./plan.js";
import { costOf, findingsOf, travellersOf } from "./plan-findings.js";
import { notes } from "./plan-notes.js";

/** @typedef {import("./plan.js").PlanView} PlanView */
/** @typedef {import("../types.js").Choice} Choice */

/** @param {PlanView} view */
export function travellerSection(view) {
  const [budget] = view.settings.travelQuestions;
  return section(
    "checker-travellers",
    view.say("plan.travellers"),
    h("p", { class: "checker-hint" }, view.say("plan.travellers_hint")),
    whoTravels(view),
    travellersOf(view).map((index) => traveller(view, index)),
    budget ? questionField(view, ["teams", view.team, "answers", budget.id], budget) : null,
    budget ? notes(view, findingsOf(view, budget.id)) : null,
  );
}

/** @param {PlanView} view */
function whoTravels(view) {
  const people = teamOf(view).participants ?? [];
  const names = distinctNames(view);
  const toTeam = h(
    "a",
    { href: `${view.settings.root}check/?component=${view.form.id}` },
    view.say("plan.to_team"),
  );
  if (people.length === 0)
    return h("p", { class: "checker-empty", "data-key": "nobody" }, view.say("plan.no_people"), " ", toTeam);
  const hint = names.length === people.length ? "" : view.say("visit.names_needed");
  return h(
    "div",
    { class: "plan-part", "data-key": "who" },
    tickField(
      view,
      visitPath(view, "travellers"),
      { label: labels(view, "travellers").label, hint },
      names.map((name) => /** @type {Choice} */ ([name, name])),
      view.say("answer.nobody"),
    ),
    h("p", {}, toTeam),
  );
}

/**
 * @param {PlanView} view
 * @param {number} index
 */
function traveller(view, index) {
  const name = personName(view, index);
  const cost = costOf(view, index);
  const path = ["teams", view.team, "participants", index, "approved"];
  return h(
    "div",
    { class: "plan-traveller", "data-key": `traveller-${name}` },
    truthField(view, path, { label: view.say("plan.approved", { name }) }),
    notes(view, cost ? [cost] : []),
  );
}
