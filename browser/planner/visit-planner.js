/**
 * `<visit-planner>`: plans the visits of a partnership's teams, in the same document that the checker keeps.
 *
 * The build has rendered the five points as a checklist, and the settings; this script puts the form above.
 */

import { DeskElement } from "../desk-element.js";
import { PLAN_ACTIONS } from "./plan-actions.js";
import { PlanDesk } from "./plan-desk.js";
import { toneOfPlan } from "./plan-findings.js";
import { PlanScreen } from "./plan-screen.js";
import { summaryLine } from "./plan-summary.js";

/** Which visit a link asks for, counted from 0. */
const VISIT = "visit";

/** @type {import("../desk-element.js").Parts<PlanDesk>} */
const PARTS = {
  desk: (settings, component, changed) => new PlanDesk(settings, component, askedVisit(), changed),
  screen: (host, desk, announcement) => new PlanScreen(host, desk, announcement),
  actions: PLAN_ACTIONS,
  chosen: (desk, input) => {
    if (input.dataset.visit) desk.turnTo(Number(input.dataset.visit));
  },
  verdict: ({ view }) => toneOfPlan(view),
  line: ({ view }) => summaryLine(view),
};

function askedVisit() {
  const asked = Number(new URLSearchParams(location.search).get(VISIT));
  return Number.isInteger(asked) && asked > 0 ? asked : 0;
}

/** @extends {DeskElement<PlanDesk>} */
export class VisitPlanner extends DeskElement {
  constructor() {
    super(PARTS);
  }
}

customElements.define("visit-planner", VisitPlanner);
