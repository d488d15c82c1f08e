/** What Python found about the visit on the desk, sorted by the part of the plan that it concerns. */

import { fieldId } from "../paths.js";
import { teamOf } from "../view.js";
import { visitOf, visitPath } from "./plan.js";

/** @typedef {import("./plan.js").PlanView} PlanView */
/** @typedef {import("../types.js").Finding} Finding */
/** @typedef {"unmet" | "unclear" | "advised" | "unknown" | "met"} Tone */
/** @typedef {{ id: string, title: string, target: string, findings: Finding[] }} Part */

/** What speaks for a whole, the first that any part has. @type {Tone[]} */
const TONES = ["unmet", "unclear", "advised", "unknown"];
const COSTS = "participants.approved-costs";
const ELEMENTS = "exchange.learning-elements";

/**
 * Return the findings of a rule that are about this visit, or about all of the team's.
 *
 * @param {PlanView} view
 * @param {string} rule
 */
export function findingsOf(view, rule) {
  return (view.report?.findings ?? []).filter(
    (one) => one.rule === rule && (one.visit === null || one.visit === undefined || one.visit === view.visit),
  );
}

/**
 * Return what is said of the costs of one person who travels.
 *
 * @param {PlanView} view
 * @param {number} person
 */
export function costOf(view, person) {
  return findingsOf(view, COSTS).find((one) => one.participant === person);
}

/**
 * Return the places in the team of those who travel on this visit.
 *
 * @param {PlanView} view
 */
export function travellersOf(view) {
  const names = visitOf(view)?.travellers ?? [];
  return (teamOf(view).participants ?? []).flatMap(({ name }, index) =>
    name && names.includes(name) ? [index] : [],
  );
}

/**
 * Return the parts of the plan, each with what has been found there.
 *
 * @param {PlanView} view
 * @returns {Part[]}
 */
export function partsOf(view) {
  const points = (view.settings.plan?.points ?? []).map((point) => ({
    id: point.id,
    title: point.name,
    target: `checker-${point.id.replace(".", "-")}`,
    findings: findingsOf(view, point.id),
  }));
  const part = (
    /** @type {string} */ id,
    /** @type {string} */ target,
    /** @type {Finding[]} */ findings,
  ) => ({
    id,
    title: view.say(`plan.part_${id}`),
    target,
    findings,
  });
  const [budget] = view.settings.travelQuestions;
  return [
    ...points,
    part("methods", fieldId(visitPath(view, "methods")), findingsOf(view, ELEMENTS)),
    part("travellers", "checker-travellers", costs(view)),
    ...(budget
      ? [part("budget", fieldId(["teams", view.team, "answers", budget.id]), findingsOf(view, budget.id))]
      : []),
  ];
}

/**
 * This visit's travellers alone; where it does not say who travels, that.
 *
 * @param {PlanView} view
 */
function costs(view) {
  const people = travellersOf(view);
  const own = findingsOf(view, COSTS).filter(({ participant }) => people.includes(participant ?? -1));
  const stated = visitOf(view)?.travellers;
  return own.length > 0 || stated ? own : findingsOf(view, COSTS).filter((one) => one.participant === null);
}

/**
 * Return how a part stands.
 *
 * @param {Part} part
 * @returns {Tone}
 */
export function toneOfPart({ findings }) {
  const tones = findings.map(({ status, strength }) =>
    status === "unmet" && strength !== "must" ? "advised" : status,
  );
  return TONES.find((tone) => tones.includes(tone)) ?? "met";
}

/**
 * Return how the whole plan stands, or null before Python has answered.
 *
 * @param {PlanView} view
 * @returns {Tone | null}
 */
export function toneOfPlan(view) {
  if (!view.report || view.visit < 0) return null;
  const tones = partsOf(view).map(toneOfPart);
  return TONES.find((tone) => tones.includes(tone)) ?? "met";
}
