/** What a replacement changes: both verdicts, and each rule that stands otherwise, the worst first. */

import { h, icon } from "../dom.js";
import { tagOf } from "../finding-view.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("./types.js").Trial} Trial */
/** @typedef {import("./types.js").Change} Change */

const DIRECTIONS = /** @type {const} */ (["worse", "other", "better"]);

/**
 * @param {View} view
 * @param {Trial} trial
 */
export function changesOf(view, trial) {
  const changes = toldOf(trial);
  const worse = changes.filter(({ direction }) => direction === "worse");
  const rest = changes.filter(({ direction }) => direction !== "worse");
  return h(
    "div",
    { class: "replace-result", "data-key": "changes" },
    h(
      "div",
      { class: "replace-verdicts" },
      verdict(view, "before", trial.before),
      verdict(view, "after", trial.after),
    ),
    worse.length > 0 ? table(view, "worse", worse) : null,
    rest.length === 0 ? null : worse.length > 0 ? folded(view, rest) : table(view, "rest", rest),
  );
}

/**
 * Say in a line how much changes.
 *
 * @param {View} view
 * @param {Trial} trial
 */
export function summaryOf(view, trial) {
  const changes = toldOf(trial);
  if (changes.length === 0) return view.say("replace.nothing");
  const counts = DIRECTIONS.flatMap((direction) => {
    const n = changes.filter((change) => change.direction === direction).length;
    return n ? [view.say(`replace.count_${direction}`, { n })] : [];
  });
  return [...counts, view.say("replace.count_same", { n: trial.unchanged })].join(" ");
}

/** @param {Trial} trial */
function toldOf({ changes }) {
  return changes.filter((change) => !isRepeated(change, changes));
}

/**
 * Where a rule that is asked of every person changes for one of them, its sum for the team says no more.
 *
 * @param {Change} change
 * @param {Change[]} all
 */
function isRepeated({ rule, participant, after }, all) {
  return (
    participant === null &&
    all.some((one) => one.rule === rule && one.participant !== null && one.after === after)
  );
}

/**
 * @param {View} view
 * @param {"before" | "after"} when
 * @param {import("./types.js").Status} status
 */
function verdict(view, when, status) {
  return h(
    "div",
    { class: "replace-verdict", "data-verdict": status },
    h("span", { class: "replace-when" }, view.say(`replace.${when}`)),
    h("span", { class: "replace-word" }, icon(status), view.say(`verdict.${status}`)),
  );
}

/**
 * @param {View} view
 * @param {Change[]} changes
 */
function folded(view, changes) {
  return h(
    "details",
    { class: "checker-fold", "data-key": "rest" },
    h("summary", {}, view.say("replace.more", { n: changes.length })),
    table(view, "rest", changes),
  );
}

/**
 * @param {View} view
 * @param {string} key
 * @param {Change[]} changes
 */
function table(view, key, changes) {
  const heads = ["rule", "before", "after"].map((name) =>
    h("th", { scope: "col", role: "columnheader" }, view.say(`replace.${name}`)),
  );
  return h(
    "table",
    {
      class: "replace-changes",
      "data-key": key,
      role: "table",
      "aria-label": view.say(`replace.changes_${key}`),
    },
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads)),
    h(
      "tbody",
      { role: "rowgroup" },
      changes.map((change) => row(view, change)),
    ),
  );
}

/**
 * @param {View} view
 * @param {Change} change
 */
function row(view, change) {
  const { rule, partner, participant, visit, who, title, message, advice, direction, source } = change;
  const stands = (/** @type {"before" | "after"} */ when) =>
    h(
      "td",
      { role: "cell", "data-label": view.say(`replace.${when}`) },
      h("span", { class: "replace-stands", "data-tone": change[when] }, tag(view, change, when)),
    );
  return h(
    "tr",
    {
      role: "row",
      "data-key": [rule, partner, participant, visit].join("/"),
      "data-change": rule,
      "data-direction": direction,
      "data-after": change.after,
    },
    h(
      "th",
      { scope: "row", role: "rowheader" },
      h("a", { href: view.settings.root + source.page, dir: "auto" }, `${who}: ${title}`),
      message ? h("p", { dir: "auto" }, message) : null,
      advice ? h("p", { class: "checker-advice", dir: "auto" }, advice) : null,
    ),
    stands("before"),
    stands("after"),
  );
}

/**
 * @param {View} view
 * @param {Change} change
 * @param {"before" | "after"} when
 */
function tag(view, { strength, source, title, ...change }, when) {
  const status = change[when];
  return tagOf(view, { ...change, visit: change.visit, status, strength, source, title });
}
