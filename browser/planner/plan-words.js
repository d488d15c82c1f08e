/** How a visit, its place and its days are called. */

import { visitsOf } from "./plan.js";

/** @typedef {import("./plan.js").PlanView} PlanView */
/** @typedef {import("../types.js").Visit} Visit */

/**
 * @param {import("../view.js").View} view
 * @param {Intl.DateTimeFormatOptions} how
 */
function writer(view, how) {
  const locale = view.settings.language === "en" ? "en-GB" : view.settings.language;
  return new Intl.DateTimeFormat(locale, { ...how, timeZone: "UTC" });
}

/**
 * @param {string | null | undefined} day
 * @returns {Date | null}
 */
function dated(day) {
  const date = new Date(`${day}T00:00:00Z`);
  return day && !Number.isNaN(date.valueOf()) ? date : null;
}

/**
 * Return a day in words, as `Tuesday 4 May`.
 *
 * @param {PlanView} view
 * @param {string | null} day
 */
export function dayName(view, day) {
  const date = dated(day);
  if (!date) return view.say("plan.no_day");
  const words = writer(view, { weekday: "long", day: "numeric", month: "long" }).format(date);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/**
 * Return the visit's days in words, as `4–8 May 2027`, or nothing.
 *
 * @param {import("../view.js").View} view
 * @param {Visit} visit
 */
export function daysName(view, { start, end }) {
  const first = dated(start);
  const last = dated(end) ?? first;
  if (!first || !last || last < first) return "";
  const words = writer(view, { day: "numeric", month: "long", year: "numeric" }).formatRange(first, last);
  // British English puts spaces around the dash of two days; the guide does not.
  return words.replace(/(\d)\s–\s(\d+ \p{L}+ \d+)$/u, "$1–$2");
}

/**
 * @param {import("../view.js").View} view
 * @param {string | null | undefined} code
 */
export function countryName(view, code) {
  return view.settings.countries.find(([value]) => value === code)?.[1] ?? code ?? "";
}

/**
 * Return what to call a visit: where and when, or its number while neither is known.
 *
 * @param {import("../view.js").View} view
 * @param {number} index
 */
export function visitName(view, index) {
  const visit = visitsOf(view)[index];
  const known = visit ? [countryName(view, visit.country), daysName(view, visit)].filter(Boolean) : [];
  return known.join(", ") || view.say("visit.numbered", { number: index + 1 });
}

/**
 * Return a time as `09:00–10:30`, `09:00` or nothing.
 *
 * @param {import("../types.js").ProgrammeItem} item
 */
export function timeName({ start, end }) {
  return [start, end].filter(Boolean).join("–");
}
