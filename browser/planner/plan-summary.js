/** The plan in brief: how many of its parts are in place, and the way to the rest. */

import { h, icon } from "../dom.js";
import { button } from "../parts.js";
import { findingsOf, partsOf, toneOfPart, toneOfPlan } from "./plan-findings.js";
import { notes } from "./plan-notes.js";

/** @typedef {import("./plan.js").PlanView} PlanView */

/** How the verdict's colours are called. @type {Record<string, string>} */
const VERDICTS = { advised: "unclear" };

/**
 * @param {PlanView} view
 * @returns {Node[]}
 */
export function summary(view) {
  const tone = toneOfPlan(view);
  if (!tone) return [];
  return [
    h(
      "div",
      { class: "checker-verdict", "data-verdict": VERDICTS[tone] ?? tone, "data-key": "verdict" },
      icon(VERDICTS[tone] ?? tone),
      h(
        "div",
        {},
        h("p", { class: "checker-verdict-word" }, view.say(`plan.tone_${tone}`)),
        h("p", {}, count(view)),
      ),
    ),
    h(
      "ul",
      { class: "plan-parts", "data-key": "parts" },
      partsOf(view).map((part) => {
        const partTone = toneOfPart(part);
        return h(
          "li",
          { "data-tone": partTone, "data-part": part.id },
          icon(partTone === "advised" ? "unclear" : partTone),
          h(
            "a",
            { href: `#${part.target}`, "data-action": "reveal", "data-target": part.target },
            part.title,
          ),
          h("span", {}, view.say(partTone === "advised" ? "tag.advised" : `status.${partTone}`)),
        );
      }),
    ),
  ];
}

/**
 * Say how far the plan has come, in one line.
 *
 * @param {PlanView} view
 */
export function summaryLine(view) {
  const tone = toneOfPlan(view);
  return tone ? `${view.say(`plan.tone_${tone}`)}. ${count(view)}` : "";
}

/** @param {PlanView} view */
function count(view) {
  const parts = partsOf(view);
  const done = parts.filter((part) => toneOfPart(part) === "met").length;
  return view.say("plan.count", { done, all: parts.length });
}

/**
 * The line at the foot of the form, where the summary is out of sight.
 *
 * @param {PlanView} view
 */
export function bar(view) {
  const tone = toneOfPlan(view);
  return h(
    "div",
    { class: "checker-bar", hidden: !tone },
    tone &&
      h(
        "a",
        {
          href: "#checker-result",
          "data-action": "reveal",
          "data-target": "checker-result",
          "data-verdict": VERDICTS[tone] ?? tone,
        },
        icon(VERDICTS[tone] ?? tone),
        h("span", {}, count(view)),
        h("span", { class: "checker-bar-go" }, view.say("result.go")),
      ),
  );
}

/**
 * What can be done with the plan: on paper, and in a calendar.
 *
 * @param {PlanView} view
 */
export function takeAway(view) {
  return h(
    "div",
    { class: "plan-take", "data-key": "take", hidden: view.visit < 0 },
    button("print", view.say("plan.print"), { image: "print" }),
    button("calendar", view.say("plan.calendar"), { image: "calendar" }),
    h("p", { class: "checker-hint" }, view.say("plan.calendar_hint")),
    notes(
      view,
      findingsOf(view, "exchange.mutual-yearly").filter(({ status }) => status === "unmet"),
    ),
  );
}
