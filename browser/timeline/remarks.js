/** What is remarked on the time line, numbered as in the drawing, and which days are still to be entered. */

import { h, icon } from "../dom.js";
import { toneOf } from "../finding-view.js";
import { fieldId } from "../paths.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("./types.js").Line} Line */
/** @typedef {import("./types.js").Lane} Lane */
/** @typedef {import("./types.js").Remark} Remark */
/** @typedef {{ number: number, lane: Lane, remark: Remark }} Numbered */

/**
 * @param {Line} line
 * @returns {Numbered[]}
 */
export function numbered({ teams }) {
  return teams
    .flatMap((lane) => lane.remarks.map((remark) => ({ lane, remark })))
    .map((one, place) => ({ ...one, number: place + 1 }));
}

/**
 * Something met with advice is worth a note.
 *
 * @param {Remark} remark
 */
export function toneOfRemark(remark) {
  const tone = toneOf(remark);
  return tone === "met" ? "note" : tone;
}

/**
 * @param {View} view
 * @param {Numbered[]} remarks
 */
export function remarkList(view, remarks) {
  if (remarks.length === 0) return null;
  return h(
    "ol",
    { class: "time-line-remarks" },
    remarks.map(({ number, lane, remark }) => {
      const tone = toneOfRemark(remark);
      return h(
        "li",
        { "data-tone": tone, "data-time-rule": remark.rule, "data-status-of": remark.status },
        h("span", { class: "time-line-number", "aria-hidden": "true" }, number),
        h(
          "div",
          {},
          h("p", {}, tag(view, tone), " ", wayTo(view, lane, targetOf(lane, remark), headOf(lane, remark))),
          h("p", { dir: "auto" }, [remark.message, ...remark.gaps.map(({ text }) => text)].join(" ")),
          remark.advice ? h("p", { class: "checker-advice", dir: "auto" }, remark.advice) : null,
          source(view, remark),
        ),
      );
    }),
  );
}

/**
 * @param {Lane} lane
 * @param {Remark} remark
 */
function headOf({ name }, { title }) {
  return `${name}: ${title}`;
}

/**
 * @param {View} view
 * @param {string} tone
 */
function tag({ say }, tone) {
  const word = ["note", "tip", "advised"].includes(tone) ? `tag.${tone}` : `status.${tone}`;
  return h("span", { class: "checker-tag" }, icon(tone), say(word));
}

/**
 * @param {View} view
 * @param {Remark} remark
 */
function source(view, { source: read }) {
  if (!read) return h("p", { class: "checker-source" }, view.say("timeline.own"));
  const words = read.quote ? h("q", { lang: "sv" }, read.quote) : view.say("source.silent");
  const link = h(
    "a",
    { href: view.settings.root + read.page },
    h("span", { lang: "sv" }, read.section),
    ": ",
    words,
  );
  return h("p", { class: "checker-source" }, link);
}

/**
 * @param {View} view
 * @param {Line} line
 */
export function missingList(view, { teams }) {
  const items = teams.flatMap((lane) =>
    lane.missing.map(({ visit, field, text }) => {
      const place = visit === null ? [field] : ["visits", visit, field];
      return h("li", {}, wayTo(view, lane, fieldId(["teams", lane.team, ...place]), text));
    }),
  );
  if (items.length === 0) return null;
  return h(
    "div",
    { class: "time-line-missing" },
    h("p", { class: "time-line-subhead" }, view.say("timeline.missing")),
    h("ul", {}, items),
  );
}

/**
 * @param {Lane} lane
 * @param {Remark} remark
 */
function targetOf({ team }, { rule, visit, gaps }) {
  if (visit !== null) return fieldId(["teams", team, "visits", visit, "start"]);
  if (rule && gaps.length === 0) return fieldId(["teams", team, "answers", rule]);
  return fieldId(["teams", team, "start"]);
}

/**
 * The way to a field of a team: on this page, or in the workshop where its component is not here.
 *
 * @param {View} view
 * @param {Lane} lane
 * @param {string} target
 * @param {string} text
 */
export function wayTo(view, { team, component }, target, text) {
  const isHere = view.settings.components.some(({ id }) => id === component);
  const words = h("span", { dir: "auto" }, text);
  if (!isHere) return h("a", { href: `${view.settings.root}check/?component=${component}` }, words);
  return h(
    "a",
    { href: `#${target}`, "data-action": "time-go", "data-index": team, "data-target": target },
    words,
  );
}
