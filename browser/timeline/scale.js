/** Days and months on a line of a given width. Pure: days in, places out. */

const DAY = 86_400_000;
const YEAR = 12;
/** So many months may lie between two lines of the axis. */
const STEPS = [1, 3, 6, YEAR, 2 * YEAR, 5 * YEAR, 10 * YEAR, 50 * YEAR, 100 * YEAR, 500 * YEAR, 1000 * YEAR];

/**
 * @typedef {{ place: number, month: number, label: string, isYear: boolean }} Tick
 * @typedef {{ from: number, until: number, at: (day: string) => number, after: (day: string) => number,
 *   ticks: Tick[] }} Scale `at` is where a day begins, `after` where it ends
 */

/**
 * Lay whole months over a line.
 *
 * @param {string} first
 * @param {string} last
 * @param {{ from: number, until: number }} line where it begins and ends
 * @param {{ month: number, year: number }} room that a label of either sort needs
 * @param {string} locale
 * @returns {Scale}
 */
export function scaleOf(first, last, { from, until }, room, locale) {
  const months = [monthOf(first), monthOf(last) + 1];
  const [begin, end] = months.map(dayOfMonth);
  const place = (/** @type {number} */ day) =>
    from + ((day - Number(begin)) / (Number(end) - Number(begin))) * (until - from);
  return {
    from,
    until,
    at: (day) => place(dayNumber(day)),
    after: (day) => place(dayNumber(day) + 1),
    ticks: ticksOf(Number(months[0]), Number(months[1]), until - from, room, locale).map((tick) => ({
      ...tick,
      place: place(dayOfMonth(tick.month)),
    })),
  };
}

/**
 * @param {number} first
 * @param {number} end
 * @param {number} width
 * @param {{ month: number, year: number }} room
 * @param {string} locale
 * @returns {Omit<Tick, "place">[]}
 */
function ticksOf(first, end, width, room, locale) {
  const perMonth = width / (end - first);
  const step = stepOf(perMonth, room);
  const name = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  const ticks = [];
  for (let month = Math.ceil(first / step) * step; month < end; month += step) {
    const isYear = month % YEAR === 0;
    const label = isYear
      ? String(month / YEAR)
      : name.format(new Date(dayOfMonth(month) * DAY)).replace(/\.$/, "");
    ticks.push({ month, label, isYear });
  }
  // A line that begins within a year says which, where there is room.
  const [begin] = ticks;
  if (begin && !begin.isYear && perMonth * step >= room.month + room.year)
    begin.label += ` ${Math.floor(begin.month / YEAR)}`;
  return ticks;
}

/**
 * @param {number} perMonth
 * @param {{ month: number, year: number }} room
 */
function stepOf(perMonth, { month, year }) {
  const fits = (/** @type {number} */ step) => perMonth * step >= (step < YEAR ? month : year);
  return STEPS.find(fits) ?? Number(STEPS.at(-1));
}

/**
 * Return how many days lie before a day, from 1970 on.
 *
 * @param {string} day
 */
function dayNumber(day) {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

/** @param {string} day */
function monthOf(day) {
  const date = new Date(`${day}T00:00:00Z`);
  return date.getUTCFullYear() * YEAR + date.getUTCMonth();
}

/** @param {number} month counted from the year 0 */
function dayOfMonth(month) {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / YEAR), month % YEAR, 1);
  return date.valueOf() / DAY;
}
