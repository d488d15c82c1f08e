/** Before anyone is entered: the ways to begin. */

import { h } from "./dom.js";
import { button, section } from "./parts.js";
import { teamOf } from "./view.js";

/** @typedef {import("./view.js").View} View */

/**
 * @param {View} view
 * @returns {HTMLElement | null} nothing once somebody is in the team
 */
export function startSection(view) {
  if (teamOf(view).participants?.length) return null;
  return section(
    "checker-start",
    view.say("start.title"),
    h("p", {}, view.say("start.hint")),
    h(
      "div",
      { class: "checker-actions" },
      button("paste", view.say("paste.open"), { image: "paste" }),
      button("pick-file", view.say("start.open"), { image: "open" }),
      ...exampleButtons(view),
    ),
  );
}

/**
 * The two examples of a component: one with a typical fault, and one as it should be.
 *
 * @param {View} view
 */
export function exampleButtons({ say }) {
  return [
    button("example", say("start.wrong"), { image: "example", quiet: true }),
    button("right-example", say("start.right"), { image: "example", quiet: true }),
  ];
}
