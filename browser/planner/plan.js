/** A visit's plan as the form edits it: pure functions, from one document to the next. */

import { assign } from "../paths.js";
import { teamOf } from "../view.js";

/** @typedef {import("../view.js").View & { visit: number }} PlanView `visit`: its place, -1 where none is planned */
/** @typedef {import("../types.js").Visit} Visit */
/** @typedef {import("../types.js").ProgrammeItem} ProgrammeItem */
/** @typedef {import("../types.js").Partnership} Partnership */
/** @typedef {import("../types.js").Path} Path */
/** @typedef {{ item: ProgrammeItem, index: number }} Placed */
/** @typedef {{ day: string | null, within: boolean, items: Placed[] }} Day */

const MILLISECONDS = 86_400_000;
/** A visit that is longer than this is not planned day by day. */
const LONGEST = 31;

/** @param {import("../view.js").View} view */
export function visitsOf(view) {
  return teamOf(view).visits ?? [];
}

/**
 * @param {PlanView} view
 * @returns {Visit | null}
 */
export function visitOf(view) {
  return visitsOf(view)[view.visit] ?? null;
}

/**
 * Return the place of the visit, or of something in it.
 *
 * @param {PlanView} view
 * @param {...(string | number)} rest
 * @returns {Path}
 */
export function visitPath(view, ...rest) {
  return ["teams", view.team, "visits", view.visit, ...rest];
}

/**
 * Return the day so many days later.
 *
 * @param {string} day
 * @param {number} number
 */
export function later(day, number) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + number * MILLISECONDS).toISOString().slice(0, 10);
}

/**
 * Return the visit's days, first and last included; none where they are not known or too many to list.
 *
 * @param {Visit} visit
 * @returns {string[]}
 */
export function daysOf({ start, end }) {
  if (!start) return [];
  const length = (Date.parse(end ?? start) - Date.parse(start)) / MILLISECONDS + 1;
  if (!(length >= 1 && length <= LONGEST)) return [];
  return Array.from({ length }, (_, number) => later(start, number));
}

/**
 * Return the programme day by day: the visit's own days, also the empty ones, then what lies on other days or on none.
 *
 * @param {Visit} visit
 * @returns {Day[]}
 */
export function programmeByDay(visit) {
  const placed = (visit.plan?.programme ?? []).map((item, index) => ({ item, index }));
  const own = daysOf(visit);
  const strays = new Set(
    placed.map(({ item }) => item.day ?? null).filter((day) => !own.includes(day ?? "")),
  );
  const other = [...strays].sort((one, next) => (one ?? "~").localeCompare(next ?? "~"));
  return [...own.map((day) => ({ day, within: true })), ...other.map((day) => ({ day, within: false }))].map(
    ({ day, within }) => ({ day, within, items: placed.filter(({ item }) => (item.day ?? null) === day) }),
  );
}

/**
 * Return a day's items in the order of the clock; what has no time stays where it stands, first.
 *
 * @param {Placed[]} items
 */
export function byTheClock(items) {
  return [...items].sort((one, other) => (one.item.start ?? "").localeCompare(other.item.start ?? ""));
}

/**
 * Has anything been entered about an item?
 *
 * @param {ProgrammeItem} item
 */
export function isEntered({ start, end, what, where, reflection }) {
  return Boolean(start || end || what?.trim() || where?.trim() || reflection);
}

/**
 * Return the document with one more item on a day; it begins when the one before it ends.
 *
 * @param {PlanView} view
 * @param {string | null} day
 * @returns {Partnership}
 */
export function withItem(view, day) {
  const programme = visitOf(view)?.plan?.programme ?? [];
  const before = programme.filter((item) => (item.day ?? null) === day).at(-1);
  const item = { day, start: before?.end ?? null, end: null, what: null, where: null, reflection: false };
  return assign(view.document, visitPath(view, "plan", "programme"), [...programme, item]);
}

/**
 * Return the document without an item of the programme.
 *
 * @param {PlanView} view
 * @param {number} index
 * @returns {Partnership}
 */
export function withoutItem(view, index) {
  const programme = visitOf(view)?.plan?.programme ?? [];
  const left = programme.filter((_, place) => place !== index);
  return assign(view.document, visitPath(view, "plan", "programme"), left);
}

/**
 * Return the document with the stray days moved to the visit's own: the first of them to its first day.
 *
 * @param {PlanView} view
 * @returns {Partnership}
 */
export function moved(view) {
  const visit = visitOf(view);
  const programme = visit?.plan?.programme ?? [];
  const first = programme.flatMap(({ day }) => (day ? [day] : [])).sort()[0];
  if (!visit?.start || !first) return view.document;
  const shift = Math.round((Date.parse(visit.start) - Date.parse(first)) / MILLISECONDS);
  const items = programme.map((item) => (item.day ? { ...item, day: later(item.day, shift) } : item));
  return assign(view.document, visitPath(view, "plan", "programme"), items);
}
