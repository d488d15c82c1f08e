/** A finding beside the fields it concerns. */

import { h } from "../dom.js";
import { sourceOf, tagOf, toneOf } from "../finding-view.js";

/** @typedef {import("./plan.js").PlanView} PlanView */
/** @typedef {import("../types.js").Finding} Finding */

/**
 * @param {PlanView} view
 * @param {Finding[]} findings
 */
export function notes(view, findings) {
  return h(
    "div",
    { class: "plan-notes", "data-key": "notes" },
    findings.map((finding) => note(view, finding)),
  );
}

/**
 * @param {PlanView} view
 * @param {Finding} finding
 */
function note(view, finding) {
  const { rule, status, strength, participant } = finding;
  return h(
    "div",
    {
      class: "plan-note",
      "data-key": [rule, participant, finding.visit].join("/"),
      "data-rule": rule,
      "data-status": status,
      "data-strength": strength,
      "data-participant": participant,
      "data-tone": toneOf(finding),
    },
    tagOf(view, finding),
    words(finding).map((text) => h("p", { dir: "auto" }, text)),
    status === "met" ? null : sourceOf(view, finding),
  );
}

/**
 * What is left to do says enough where nothing has been entered; what is in order needs no more than its word.
 *
 * @param {Finding} finding
 */
function words({ status, message, advice }) {
  if (status === "met") return [];
  if (status === "unknown" && advice) return [advice];
  return advice ? [message, advice] : [message];
}
