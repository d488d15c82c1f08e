/** The time line with all that belongs to it: the drawing, its key, the remarks, and the same in words. */

import { h } from "../dom.js";
import { fieldId } from "../paths.js";
import { todayOf } from "./days.js";
import { pictureOf } from "./picture.js";
import { missingList, numbered, remarkList, wayTo } from "./remarks.js";
import { s } from "./svg.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("./types.js").Line} Line */

/**
 * @param {View} view
 * @param {Line} line
 * @param {number} width
 * @returns {(Node | null)[]}
 */
export function figureOf(view, line, width) {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const today = todayOf();
  const remarks = numbered(line);
  const picture = pictureOf({ view, line, remarks, width, rem, today });
  return [
    picture
      ? h(
          "figure",
          { class: "time-line-figure", "data-key": "figure" },
          picture,
          key(view, line, today),
          h("figcaption", { id: "checker-timeline-summary" }, summary(view, line, remarks.length)),
        )
      : h("p", { class: "checker-hint", "data-key": "none" }, view.say("timeline.empty")),
    remarkList(view, remarks),
    missingList(view, line),
    inWords(view, line),
  ];
}

/**
 * @param {View} view
 * @param {Line} line
 * @param {number} remarks
 */
function summary({ say }, { teams }, remarks) {
  const visits = teams.reduce((sum, lane) => sum + lane.visits.length, 0);
  return [
    say("timeline.teams", { n: teams.length }),
    say("timeline.visits", { n: visits }),
    say("timeline.remarks", { n: remarks }),
    say("timeline.see_words"),
  ].join(" ");
}

/**
 * What the marks mean, of those that are drawn.
 *
 * @param {View} view
 * @param {Line} line
 * @param {string} today
 */
function key({ say }, { teams, start, end }, today) {
  const rect = (/** @type {string} */ kind) =>
    s("rect", { class: `time-line-${kind}`, x: 2, y: 3, width: 20, height: 10, rx: 2 });
  /** @type {[boolean, string, SVGElement[]][]} */
  const marks = [
    [
      teams.some((lane) => lane.visits.some((one) => one.start || one.end)),
      "timeline.key_visit",
      [s("rect", { class: "time-line-visit", x: 9, y: 1, width: 6, height: 14, rx: 2 })],
    ],
    [
      teams.some((lane) => lane.application),
      "timeline.application",
      [s("path", { class: "time-line-application", d: "M12 2l6 6-6 6-6-6z" })],
    ],
    [
      teams.some((lane) => lane.remarks.some(({ gaps }) => gaps.length > 0)),
      "timeline.key_gap",
      [rect("gap"), s("path", { class: "time-line-hatch", d: "M2 13L12 3M9 13L19 3M15 13l7-7M2 7l4-4" })],
    ],
    [
      teams.some((lane) => Boolean(lane.start) !== Boolean(lane.end)),
      "timeline.key_open",
      [s("rect", { class: "time-line-bar", "data-open": "", x: 2, y: 3, width: 20, height: 10, rx: 2 })],
    ],
    [
      Boolean(start && end && start <= today && today <= end),
      "timeline.today",
      [s("line", { class: "time-line-today", x1: 12, x2: 12, y1: 0, y2: 16 })],
    ],
  ];
  const shown = marks.filter(([isDrawn]) => isDrawn);
  if (shown.length === 0) return null;
  return h(
    "ul",
    { class: "time-line-key" },
    shown.map(([, word, shapes]) =>
      h(
        "li",
        {},
        s("svg", { viewBox: "0 0 24 16", width: 24, height: 16, "aria-hidden": "true" }, shapes),
        say(word),
      ),
    ),
  );
}

/**
 * @param {View} view
 * @param {Line} line
 */
function inWords(view, line) {
  return h(
    "details",
    { class: "checker-fold", "data-key": "words", id: "checker-timeline-words" },
    h("summary", {}, view.say("timeline.words")),
    h(
      "ol",
      { class: "time-line-words" },
      line.teams.map((lane) =>
        h(
          "li",
          {},
          wayTo(view, lane, fieldId(["teams", lane.team, "start"]), lane.name),
          h(
            "ul",
            {},
            lane.words.map((words) => h("li", { dir: "auto" }, words)),
          ),
        ),
      ),
    ),
  );
}
