/** The smallest repair as a list of steps with buttons, and an unclear requirement under its two readings. */

import { h, icon } from "../dom.js";
import { button } from "../parts.js";
import { partnerName } from "../view.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./types.js").Step} Step */
/** @typedef {import("./types.js").Reading} Reading */
/** @typedef {import("./types.js").Readings} Readings */

/**
 * @param {View} view
 * @param {Answer | null} answer
 * @returns {Node[]}
 */
export function aidView(view, answer) {
  if (!answer) return [];
  const { steps, limit, readings } = answer;
  const fix = limit || steps === null || steps.length > 0 ? [fixBox(view, steps, limit)] : [];
  return [...fix, ...(readings.length > 0 ? [readingsBox(view, readings)] : [])];
}

/**
 * @param {View} view
 * @param {Step[] | null} steps
 * @param {boolean} limit
 */
function fixBox({ say }, steps, limit) {
  return h(
    "section",
    { class: "aid", "data-key": "aid-fix", "aria-labelledby": "checker-aid" },
    h("h3", { id: "checker-aid", class: "checker-heading", tabindex: "-1" }, say("aid.title")),
    steps === null
      ? h("p", { class: "aid-none" }, icon("note"), say(limit ? "aid.limit" : "aid.none"))
      : [
          h("p", { class: "checker-hint" }, say("aid.intro", { n: steps.length })),
          stepList(say, steps, "steps"),
          steps.length > 1
            ? h(
                "p",
                { class: "aid-all" },
                button("aid-all", say("aid.all", { n: steps.length }), { index: "steps" }),
              )
            : null,
        ],
  );
}

/**
 * @param {import("../words.js").Say} say
 * @param {Step[]} steps
 * @param {string} place where they stand in the answer
 */
function stepList(say, steps, place) {
  return h(
    "ol",
    { class: "aid-steps" },
    steps.map((step, index) => {
      const here = `${place}/${index}`;
      return h(
        "li",
        { class: "aid-step", "data-op": step.op },
        line(say, step, here),
        step.instead.map((other, number) =>
          h(
            "div",
            { class: "aid-instead" },
            h("span", { class: "aid-or" }, say("aid.or")),
            line(say, other, `${here}/instead/${number}`, true),
          ),
        ),
      );
    }),
  );
}

/**
 * A step in words, with the button that does it; the button's name says which one it is.
 *
 * @param {import("../words.js").Say} say
 * @param {Step} step
 * @param {string} index
 * @param {boolean} [quiet]
 */
function line(say, { text }, index, quiet = false) {
  const label = say("aid.do");
  return h(
    "div",
    { class: "aid-line" },
    h("p", { dir: "auto" }, text),
    button("aid-step", label, { index, quiet, describe: `${label}: ${text}` }),
  );
}

/**
 * @param {View} view
 * @param {Readings[]} readings
 */
function readingsBox(view, readings) {
  const { say } = view;
  return h(
    "section",
    { class: "aid aid-two", "data-key": "aid-readings", "aria-labelledby": "checker-readings" },
    h("h3", { id: "checker-readings", class: "checker-heading", tabindex: "-1" }, say("aid.readings")),
    h("p", { class: "checker-hint" }, say("aid.readings_intro")),
    readings.map((one, index) => comparison(view, one, `readings/${index}`)),
  );
}

/**
 * @param {View} view
 * @param {Readings} readings
 * @param {string} place
 */
function comparison(view, { partner, title, page, strict, generous, safe, rule, limit }, place) {
  const { say, settings, document } = view;
  const index = document.partners.findIndex(({ id }) => id === partner);
  const about = index < 0 ? title : `${partnerName(view, index)}: ${title}`;
  return h(
    "div",
    { class: "aid-unclear", "data-readings": rule, "data-key": `${rule}/${partner}` },
    h("h4", { class: "aid-about" }, h("a", { href: settings.root + page, dir: "auto" }, about)),
    h(
      "div",
      { class: "aid-columns" },
      column(say, "strict", strict, safe === "strict", `${place}/strict/steps`),
      column(say, "generous", generous, false, `${place}/generous/steps`),
    ),
    limit ? h("p", { class: "checker-hint" }, say("aid.limit")) : null,
  );
}

/**
 * @param {import("../words.js").Say} say
 * @param {"strict" | "generous"} kind
 * @param {Reading} reading
 * @param {boolean} safe
 * @param {string} place
 */
function column(say, kind, { text, status, means, steps }, safe, place) {
  return h(
    "div",
    { class: "aid-reading", "data-reading": kind, "data-tone": status },
    h("p", { class: "aid-reading-name" }, say(`aid.${kind}`)),
    safe ? h("p", { class: "aid-safe" }, icon("met"), say("aid.safe")) : null,
    h("p", { class: "aid-says", dir: "auto" }, text),
    h("span", { class: "checker-tag" }, icon(status), say(`aid.${status}`)),
    h("p", { dir: "auto" }, means),
    steps.length > 0
      ? [h("p", { class: "aid-to-do" }, say("aid.to_pass", { n: steps.length })), stepList(say, steps, place)]
      : null,
  );
}
