/** The time line as a drawing: a lane a team, from the left to the right as time goes. */

import { countryName, daysOf, localeOf } from "./days.js";
import { placed, rowsOf } from "./labels.js";
import { toneOfRemark } from "./remarks.js";
import { scaleOf } from "./scale.js";
import { box, s } from "./svg.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("./types.js").Line} Line */
/** @typedef {import("./types.js").Lane} Lane */
/** @typedef {import("./remarks.js").Numbered} Numbered */
/** @typedef {{ view: View, line: Line, remarks: Numbered[], width: number, rem: number, today: string }} Sight */
/** @typedef {Sight & { scale: import("./scale.js").Scale }} Drawing */

/** Heights and widths in rem, so that the drawing grows with the reader's text. */
const TEXT = 0.7;
const TITLE = 1.2;
const BAR = 1.1;
const LABEL = 0.95;
const BETWEEN = 0.7;
/** Half a remark's sign, and the row of signs above a bar. */
const SIGN = 0.55;
const SIGNS = 1.3;
const NARROW = 26;
/** A visit of a few days among years is still to be seen. */
const LEAST_VISIT = 0.3;
const HATCH = "time-line-hatch";

/**
 * @param {Sight} sight
 * @returns {SVGElement | null} nothing where no day has been entered
 */
export function pictureOf(sight) {
  const { line, view, width, rem, today } = sight;
  if (!line.start || !line.end) return null;
  const ends = { from: SIGN * rem, until: width - SIGN * rem };
  const room = { month: 1.9 * rem, year: 2.1 * rem };
  const scale = scaleOf(line.start, line.end, ends, room, localeOf(view));
  const drawing = { ...sight, scale };
  const lanes = [];
  let top = 1.5 * rem;
  for (const lane of line.teams) {
    const drawn = laneOf(drawing, lane, top);
    lanes.push(drawn.element);
    top += drawn.height;
  }
  const now = line.start <= today && today <= line.end ? scale.at(today) : null;
  return s(
    "svg",
    {
      class: "time-line-picture",
      role: "img",
      "aria-labelledby": "checker-timeline",
      "aria-describedby": "checker-timeline-summary",
      viewBox: `0 0 ${Math.round(width)} ${Math.round(top)}`,
      width: Math.round(width),
      height: Math.round(top),
    },
    hatch(),
    axis(drawing, top),
    now === null ? null : todayLine(drawing, now, top),
    lanes,
  );
}

/** Slanting lines, told from a bar also where there is no colour. */
function hatch() {
  const line = s("path", { d: "M0 8L8 0M-2 2L2 -2M6 10L10 6", class: "time-line-hatch" });
  return s("defs", {}, s("pattern", { id: HATCH, ...box(0, 0, 8, 8), patternUnits: "userSpaceOnUse" }, line));
}

/**
 * @param {Drawing} drawing
 * @param {number} height
 */
function axis({ scale, rem, width }, height) {
  const base = 1.25 * rem;
  return s(
    "g",
    { class: "time-line-axis" },
    scale.ticks.map(({ place, isYear }) =>
      s("line", { x1: place, x2: place, y1: base, y2: height, "data-year": isYear && "" }),
    ),
    scale.ticks
      .filter(({ place }) => place + 1.6 * rem < width)
      .map(({ place, label, isYear }) =>
        s("text", { x: place, y: 0.95 * rem, "data-year": isYear && "" }, label),
      ),
    s("line", { class: "time-line-base", x1: scale.from, x2: scale.until, y1: base, y2: base }),
  );
}

/**
 * @param {Drawing} drawing
 * @param {number} place
 * @param {number} height
 */
function todayLine({ rem }, place, height) {
  return s("line", { class: "time-line-today", x1: place, x2: place, y1: 1.25 * rem, y2: height });
}

/**
 * @param {Drawing} drawing
 * @param {Lane} lane
 * @param {number} top
 */
function laneOf(drawing, lane, top) {
  const { rem, width, scale } = drawing;
  const isNarrow = width < NARROW * rem;
  const signs = drawing.remarks.filter((one) => one.lane === lane);
  const isPinned = signs.some(({ remark }) => whereOf(drawing, lane, remark).length > 0);
  const bar = top + (BETWEEN + TITLE * (isNarrow ? 2 : 1) + (isPinned ? SIGNS : 0)) * rem;
  const labels = placed(marksOf(drawing, lane), scale.until, TEXT * rem);
  const height = bar - top + (BAR + 0.2 + LABEL * rowsOf(labels)) * rem;
  const element = s(
    "g",
    { class: "time-line-lane", "data-component": lane.component },
    titleOf(drawing, lane, top + BETWEEN * rem, isNarrow),
    barOf(drawing, lane, bar),
    gapsOf(drawing, lane, bar),
    applicationOf(drawing, lane, bar),
    visitsOf(drawing, lane, bar),
    labels.map(({ left, row, text }) =>
      s("text", { class: "time-line-label", x: left, y: bar + (BAR + LABEL * (row + 0.85)) * rem }, text),
    ),
    signsOf(drawing, lane, signs, { title: top + BETWEEN * rem, bar }),
  );
  return { element, height };
}

/**
 * @param {Drawing} drawing
 * @param {Lane} lane
 * @param {number} top
 * @param {boolean} isNarrow
 */
function titleOf({ view, scale, rem }, lane, top, isNarrow) {
  const name = s("tspan", { class: "time-line-name" }, lane.name);
  const days = daysOf(view, lane) || view.say("timeline.no_days");
  const where = isNarrow ? { x: scale.from, dy: TITLE * 0.9 * rem } : { dx: 0.5 * rem };
  return s("text", { x: scale.from, y: top + 0.75 * rem }, name, s("tspan", where, days));
}

/**
 * @param {Drawing} drawing
 * @param {Lane} lane
 * @param {number} top
 */
function barOf({ scale, rem }, { start, end }, top) {
  if (!start && !end) {
    const middle = top + (BAR / 2) * rem;
    return s("line", { class: "time-line-none", x1: scale.from, x2: scale.until, y1: middle, y2: middle });
  }
  const left = start ? scale.at(start) : scale.from;
  const right = end ? scale.after(end) : scale.until;
  return s("rect", {
    class: "time-line-bar",
    "data-open": !(start && end) && "",
    ...box(left, top, Math.max(right - left, 2), BAR * rem),
    rx: Math.min(4, (right - left) / 2),
  });
}

/**
 * @param {Drawing} drawing
 * @param {Lane} lane
 * @param {number} top
 */
function gapsOf({ scale, rem }, { remarks }, top) {
  return remarks
    .flatMap(({ gaps }) => gaps)
    .flatMap(({ start, end }) => {
      const left = scale.at(start);
      const place = box(left, top, Math.max(scale.after(end) - left, 4), BAR * rem);
      return [
        s("rect", { class: "time-line-gap", ...place }),
        s("rect", { class: "time-line-gap-lines", ...place, fill: `url(#${HATCH})` }),
      ];
    });
}

/**
 * @param {Drawing} drawing
 * @param {Lane} lane
 * @param {number} top
 */
function applicationOf({ scale, rem }, { application }, top) {
  if (!application) return null;
  const half = 0.32 * rem;
  const d = `M0 ${-half}L${half} 0L0 ${half}L${-half} 0z`;
  return s("path", {
    class: "time-line-application",
    d,
    transform: `translate(${scale.at(application)} ${top + (BAR / 2) * rem})`,
  });
}

/**
 * @param {Drawing} drawing
 * @param {Lane} lane
 * @param {number} top
 */
function visitsOf(drawing, { visits }, top) {
  const { rem } = drawing;
  return visits.map((visit) => {
    const place = placeOf(drawing, visit);
    if (!place) return null;
    const width = Math.max(place.right - place.left, LEAST_VISIT * rem);
    return s("rect", {
      class: "time-line-visit",
      ...box(place.left, top - 0.15 * rem, width, (BAR + 0.3) * rem),
      rx: 2,
    });
  });
}

/**
 * @param {Drawing} drawing
 * @param {import("./types.js").LaneVisit} visit
 */
function placeOf({ scale }, { start, end }) {
  const first = start ?? end;
  const last = end ?? start;
  return first && last ? { left: scale.at(first), right: scale.after(last) } : null;
}

/**
 * What stands under the bar: where each visit goes, and the application.
 *
 * @param {Drawing} drawing
 * @param {Lane} lane
 */
function marksOf(drawing, { application, visits }) {
  const { view, scale } = drawing;
  const travel = visits.flatMap((visit) => {
    const place = placeOf(drawing, visit);
    const text = countryName(view, visit.country) || view.say("visit.numbered", { number: visit.visit + 1 });
    return place ? [{ at: place.left, text }] : [];
  });
  const asked = application ? [{ at: scale.at(application), text: view.say("timeline.application") }] : [];
  return [...asked, ...travel];
}

/**
 * The remarks' numbers, each above what it is about; those on the whole team stand at the end of its title.
 *
 * @param {Drawing} drawing
 * @param {Lane} lane
 * @param {Numbered[]} signs
 * @param {{ title: number, bar: number }} heights
 */
function signsOf(drawing, lane, signs, { title, bar }) {
  const { scale, rem } = drawing;
  const above = bar - (0.25 + SIGN) * rem;
  let aside = scale.until - SIGN * rem;
  return signs.flatMap(({ number, remark }) => {
    const tone = toneOfRemark(remark);
    const places = whereOf(drawing, lane, remark);
    if (places.length > 0)
      return places.flatMap((x) => [
        s("line", { class: "time-line-stem", x1: x, x2: x, y1: above, y2: bar }),
        signOf(number, tone, x, above, rem),
      ]);
    const sign = signOf(number, tone, aside, title + SIGN * rem, rem);
    aside -= 2.4 * SIGN * rem;
    return [sign];
  });
}

/**
 * @param {Drawing} drawing
 * @param {Lane} lane
 * @param {import("./types.js").Remark} remark
 */
function whereOf(drawing, { visits }, { gaps, visit }) {
  const { scale } = drawing;
  const inside = (/** @type {number} */ place) => Math.min(Math.max(place, scale.from), scale.until);
  const about = visits.find((one) => one.visit === visit);
  const place = about && placeOf(drawing, about);
  if (place) return [inside((place.left + place.right) / 2)];
  return gaps.map(({ start, end }) => inside((scale.at(start) + scale.after(end)) / 2));
}

/**
 * @param {number} number
 * @param {string} tone
 * @param {number} x
 * @param {number} y
 * @param {number} rem
 */
function signOf(number, tone, x, y, rem) {
  return s(
    "g",
    { class: "time-line-sign", "data-tone": tone, transform: `translate(${x} ${y})` },
    s("circle", { r: SIGN * rem }),
    s("text", { y: 0.25 * rem }, String(number)),
  );
}
