/** What is said of a partner's or the team's people because of the role that one of them has. */

import { isTold, messagesId } from "../beside.js";
import { holdersOf, placeOf } from "../places.js";
import { findingsOnOthers } from "../report-index.js";

/** @typedef {import("../view.js").View} View */

/**
 * Return the ids of the messages that concern a person's field for the sake of a role.
 *
 * @param {View} view
 * @param {number} index
 * @param {string} field
 */
export function saidOf(view, index, field) {
  const findings = findingsOnOthers(view.report).filter(
    (finding) =>
      isTold(finding) &&
      view.settings.concerns[finding.rule]?.field === field &&
      holdersOf(view, finding).includes(index),
  );
  return [...new Set(findings.map((finding) => messagesId(placeOf(view, finding))))];
}

/**
 * Return the same for all the fields that tell about a role, as a text to compare.
 *
 * @param {View} view
 * @param {number} index
 */
export function saidOfRoles(view, index) {
  return ["roles", "employed"].flatMap((field) => saidOf(view, index, field)).join(" ");
}
