/** How days and countries are written on the time line. */

/** @typedef {import("../view.js").View} View */

/** @param {View} view */
export function localeOf({ settings }) {
  return settings.language === "en" ? "en-GB" : settings.language;
}

/**
 * Return days in words, as `1 Jan 2027 – 31 Dec 2028`, `1 Jan 2027 –`, or nothing.
 *
 * @param {View} view
 * @param {{ start: string | null, end: string | null }} days
 */
export function daysOf(view, { start, end }) {
  if (!start && !end) return "";
  return [start, end]
    .map((day) => (day ? dayOf(view, day) : ""))
    .join(" – ")
    .trim();
}

/**
 * @param {View} view
 * @param {string} day
 */
export function dayOf(view, day) {
  /** @type {Intl.DateTimeFormatOptions} */
  const how = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat(localeOf(view), how).format(new Date(`${day}T00:00:00Z`));
}

/** Return the day that it is where the reader is. */
export function todayOf() {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${now.getFullYear()}-${month}-${day}`;
}

/**
 * @param {View} view
 * @param {string | null | undefined} code
 */
export function countryName({ settings }, code) {
  return settings.countries.find(([value]) => value === code)?.[1] ?? code ?? "";
}
