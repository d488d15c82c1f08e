/** The findings beside the fields they are about, in the words of the result. */

import { h, icon } from "./dom.js";
import { toneOf } from "./finding-view.js";
import { placeOf } from "./places.js";
import { findingsOn, repeatsPeople } from "./report-index.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./types.js").Finding} Finding */

/** @type {WeakMap<object, { key: string, places: Map<string, Finding[]> }>} */
const sorted = new WeakMap();

/**
 * Return what is wrong, unclear or advised at a place in the form. What nobody has entered yet is no fault.
 *
 * @param {View} view
 * @param {string} id
 * @returns {Finding[]}
 */
export function findingsAt(view, id) {
  return placesOf(view).get(id) ?? [];
}

/**
 * Return what the messages at some places say, so that it can be told whether it is the same as before.
 *
 * @param {View} view
 * @param {(id: string) => boolean} isHere
 */
export function saidAt(view, isHere) {
  const found = [...placesOf(view)].filter(([id]) => isHere(id));
  return JSON.stringify(found.map(([id, findings]) => [id, findings.map(textsOf)]));
}

/**
 * Return the same for the messages beside one person's fields.
 *
 * @param {View} view
 * @param {number} index
 */
export function saidOn(view, index) {
  return JSON.stringify(findingsOn(view.report, index).filter(isTold).map(textsOf));
}

/**
 * The messages at a place; null where there are none.
 *
 * @param {View} view
 * @param {string} id
 */
export function messagesAt(view, id) {
  const findings = findingsAt(view, id);
  if (findings.length === 0) return null;
  return h(
    "ul",
    { class: "checker-beside", id: messagesId(id), "data-key": messagesId(id) },
    findings.map((finding) =>
      h(
        "li",
        { "data-tone": toneOf(finding), "data-beside": finding.rule },
        icon(toneOf(finding)),
        h(
          "span",
          { dir: "auto" },
          h("span", { class: "checker-beside-message" }, finding.message),
          finding.advice && ` ${finding.advice}`,
        ),
      ),
    ),
  );
}

/**
 * Return the id of the messages at a place, for `aria-describedby`.
 *
 * @param {string} id
 */
export function messagesId(id) {
  return `${id}-said`;
}

/**
 * Is something at a place against a requirement? A recommendation that is not followed makes no field invalid.
 *
 * @param {View} view
 * @param {string} id
 */
export function isInvalid(view, id) {
  return findingsAt(view, id).some(({ strength, status }) => strength === "must" && status === "unmet");
}

/** @param {View} view */
function placesOf(view) {
  const { report, team, form } = view;
  if (!report) return new Map();
  const key = [form.id, team, view.document.partners.map(({ id }) => id)].join();
  const known = sorted.get(report);
  if (known?.key === key) return known.places;
  const told = report.findings.filter((one) => isTold(one) && !repeatsPeople(report, one));
  const places = Map.groupBy(told, (finding) => placeOf(view, finding));
  sorted.set(report, { key, places });
  return places;
}

/**
 * Is this said beside a field? What nobody has entered yet is no fault.
 *
 * @param {Finding} finding
 */
export function isTold({ strength, status }) {
  return (
    (strength === "must" && ["unmet", "unclear"].includes(status)) ||
    (strength === "should" && status === "unmet")
  );
}

/** @param {Finding} finding */
function textsOf({ rule, status, message, advice }) {
  return [rule, status, message, advice];
}
