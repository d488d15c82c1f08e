/** One finding's pieces: how it stands, how strong its rule is, and where that was read. */

import { h, icon } from "./dom.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./types.js").Finding} Finding */

/**
 * How a finding stands, in a word.
 *
 * @param {View} view
 * @param {Finding} finding
 */
export function tagOf(view, finding) {
  const tone = toneOf(finding);
  const word = tone === finding.status ? `status.${tone}` : `tag.${tone}`;
  return h("span", { class: "checker-tag" }, icon(tone), view.say(word));
}

/**
 * A note that does not hold is not a fault, and must not look like one.
 *
 * @param {Pick<Finding, "status" | "strength">} finding
 */
export function toneOf({ status, strength }) {
  if (status !== "unmet") return status;
  if (strength === "must") return "unmet";
  return strength === "should" ? "advised" : strength === "encouraged" ? "tip" : "note";
}

/**
 * How strong the rule is, and the words it was read from.
 *
 * @param {View} view
 * @param {Finding} finding
 */
export function sourceOf(view, { source, strength }) {
  const words = source.quote
    ? h("q", { lang: "sv" }, source.quote)
    : h("span", {}, view.say("source.silent"));
  return h(
    "p",
    { class: "checker-source" },
    h("span", { class: "checker-strength", "data-strength": strength }, view.say(`strength.${strength}`)),
    h(
      "a",
      { href: view.settings.root + source.page },
      h("span", { lang: "sv" }, source.section),
      ": ",
      words,
    ),
  );
}
