/**
 * The visit as a calendar file (iCalendar, RFC 5545), made by ical.js, which escapes and folds. Times float: nine in
 * the programme is nine where the travellers are.
 */

import { choices, labels, partnerName } from "../view.js";
import { byTheClock, isEntered, later, programmeByDay, visitOf } from "./plan.js";
import { visitName } from "./plan-words.js";

/** @typedef {import("./plan.js").PlanView} PlanView */
/** @typedef {{ summary: string, where: string, description: string, start: string, end: string | null }} Entry days
 *   as `2027-05-04`, times as `2027-05-04T09:00:00`; the end of a day's event is the day after */

const PRODUCER = "-//Partnerskapsguiden//SV";
/** Unseen characters that a calendar file may not hold. */
const UNSEEN = /[^\P{Cc}\n\t]/gu;

/**
 * Return the visit as the text of a calendar file. The library is fetched the first time.
 *
 * @param {PlanView} view
 * @param {Date} now
 * @returns {Promise<string>}
 */
export async function calendarOf(view, now) {
  // From where the joined scripts lie in the site.
  const { default: ical } = await import("../ical/ical.min.js");
  // The space that begins a folded line counts too: 75 octets in all.
  ical.foldLength = 74;
  const calendar = new ical.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", PRODUCER);
  for (const [place, entry] of entriesOf(view).entries()) {
    const event = new ical.Component("vevent");
    event.addPropertyWithValue("uid", identityOf(view, place));
    event.addPropertyWithValue("dtstamp", ical.Time.fromJSDate(now, true));
    for (const [name, moment] of Object.entries({ dtstart: entry.start, dtend: entry.end })) {
      const property = new ical.Property(name, event);
      if (moment) property.setValue(ical.Time.fromString(moment, property));
      if (moment) event.addProperty(property);
    }
    for (const name of /** @type {const} */ (["summary", "where", "description"])) {
      const text = entry[name].replaceAll(UNSEEN, "");
      if (text) event.addPropertyWithValue(name === "where" ? "location" : name, text);
    }
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

/**
 * Has the visit a day to stand on?
 *
 * @param {PlanView} view
 */
export function hasDays(view) {
  return entriesOf(view).length > 0;
}

/**
 * Return the visit itself, on all its days, then each item of the programme that has a day.
 *
 * @param {PlanView} view
 * @returns {Entry[]}
 */
function entriesOf(view) {
  const visit = visitOf(view);
  if (!visit) return [];
  const items = programmeByDay(visit).flatMap(({ day, items }) =>
    byTheClock(items).flatMap(({ item }) => (day && isEntered(item) ? [itemEntry(view, day, item)] : [])),
  );
  return visit.start ? [visitEntry(view, visit, visit.start), ...items] : items;
}

/**
 * @param {PlanView} view
 * @param {import("../types.js").Visit} visit
 * @param {string} start
 * @returns {Entry}
 */
function visitEntry(view, visit, start) {
  const last = visit.end && visit.end >= start ? visit.end : start;
  const methods = choices(view, "methods").filter(([value]) => visit.methods?.includes(value));
  const texts = (view.settings.plan?.points ?? []).flatMap(({ texts }) =>
    texts.map((name) => [labels(view, `plan_${name}`).label, visit.plan?.[/** @type {"learn"} */ (name)]]),
  );
  const lines = [[labels(view, "methods").label, methods.map(([, label]) => label).join(", ")], ...texts];
  return {
    summary: `${view.say("plan.sheet")}: ${visitName(view, view.visit)}`,
    where: "",
    description: lines
      .flatMap(([label, text]) => (text?.trim() ? [`${label}: ${text.trim()}`] : []))
      .join("\n"),
    start,
    end: later(last, 1),
  };
}

/**
 * @param {PlanView} view
 * @param {string} day
 * @param {import("../types.js").ProgrammeItem} item
 * @returns {Entry}
 */
function itemEntry(view, day, { start, end, what, where, reflection }) {
  const mark = reflection ? labels(view, "item_reflection").label : "";
  const at = (/** @type {string} */ time) => `${day}T${time}:00`;
  return {
    summary: what?.trim() || mark || view.say("plan.programme"),
    where: where?.trim() ?? "",
    description: what?.trim() ? mark : "",
    start: start ? at(start) : day,
    end: start && end && end > start ? at(end) : start ? null : later(day, 1),
  };
}

/**
 * The same visit saved again keeps its identities, so that a calendar changes its events and adds no others.
 *
 * @param {PlanView} view
 * @param {number} place
 */
function identityOf(view, place) {
  const { country, start } = visitOf(view) ?? {};
  const partners = view.document.partners.map((_, index) => partnerName(view, index));
  const parts = [view.form.id, ...partners, country, start, place];
  return parts.map((part) => encodeURIComponent(String(part ?? ""))).join("/");
}
