/** What the planner's own buttons do; the rest is as in the checker. */

import { ACTIONS } from "../actions.js";
import { added, newVisit, removed } from "../document.js";
import { hand } from "../files.js";
import { fieldId } from "../paths.js";
import { nearest } from "../reveal.js";
import { SHELF_ACTIONS } from "../shelf/shelf-dialog.js";
import { calendarOf, hasDays } from "./calendar.js";
import { moved, visitOf, visitPath, visitsOf, withItem, withoutItem } from "./plan.js";
import { visitName } from "./plan-words.js";

/** @typedef {import("./plan-desk.js").PlanDesk} PlanDesk */

/** @type {Record<string, (desk: PlanDesk, button: HTMLElement) => string | void>} */
export const PLAN_ACTIONS = {
  ...ACTIONS,
  ...SHELF_ACTIONS,
  "add-visit": (desk) => {
    const { view } = desk;
    desk.change(added(view.document, view.team, "visits", newVisit()));
    desk.turnTo(visitsOf(view).length);
    return fieldId(visitPath(desk.view, "country"));
  },
  "remove-visit": (desk) => {
    const { view } = desk;
    const text = desk.say("item.removed", { name: visitName(view, view.visit) });
    const next = removed(view.document, view.team, "visits", view.visit);
    desk.change(next, { notice: { tone: "note", text, undo: true } });
    desk.turnTo(Math.max(view.visit - 1, 0));
    return "plan-visits";
  },
  "go-component": (desk, button) => desk.choose(button.dataset.index ?? desk.component),
  "add-item": (desk, button) => {
    desk.change(withItem(desk.view, button.dataset.index || null));
    const { view } = desk;
    const last = (visitOf(view)?.plan?.programme ?? []).length - 1;
    return fieldId(visitPath(view, "plan", "programme", last, "start"));
  },
  "remove-item": (desk, button) => {
    const index = Number(button.dataset.index);
    const day = visitOf(desk.view)?.plan?.programme?.[index]?.day;
    const name = desk.say("plan.item", { number: index + 1 });
    const text = desk.say("item.removed", { name });
    desk.change(withoutItem(desk.view, index), { notice: { tone: "note", text, undo: true } });
    return document.getElementById(`checker-day-${day ?? "none"}`)?.id ?? "checker-programme";
  },
  "move-programme": (desk) => {
    desk.change(moved(desk.view), {
      notice: { tone: "note", text: desk.say("plan.moved"), undo: true },
    });
    return "checker-programme";
  },
  example: (desk) => {
    const example = desk.settings.plan?.example;
    if (!example) return;
    desk.component = example.teams[0]?.component ?? desk.component;
    desk.turnTo(0);
    desk.lay(example, { tone: "note", text: desk.say("plan.example_shown"), undo: true });
  },
  print: () => print(),
  reveal: (desk, button) => {
    const target = button.dataset.target ?? "";
    const [, team, visit] = /^checker-teams-(\d+)-visits-(\d+)/.exec(target) ?? [];
    // Another visit is drawn in pieces: its fields may not be there yet.
    if (visit && Number(team) === desk.view.team) desk.turnTo(Number(visit));
    // What is asked about the team itself is asked in the checker.
    else if (!nearest(target)) location.assign(`${desk.settings.root}check/?component=${desk.component}`);
    return target;
  },
  calendar: (desk) => {
    const { view } = desk;
    if (!hasDays(view)) {
      desk.tell({ tone: "unclear", text: desk.say("plan.calendar_days") });
      return fieldId(visitPath(view, "start"));
    }
    return void saveCalendar(desk);
  },
};

/** @param {PlanDesk} desk */
async function saveCalendar(desk) {
  const { view } = desk;
  const name = desk.say("plan.calendar_name", { start: visitOf(view)?.start ?? "" });
  try {
    hand(await calendarOf(view, new Date()), "text/calendar;charset=utf-8", name);
    desk.tell({ tone: "met", text: desk.say("plan.calendar_saved", { name }) });
  } catch (error) {
    console.info(error);
    desk.tell({ tone: "unmet", text: desk.say("plan.calendar_failed"), urgent: true });
  }
}
