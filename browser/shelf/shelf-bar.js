/** The line above the form that says which partnership lies on the desk. */

import { h, icon } from "../dom.js";
import { button } from "../parts.js";
import { titleOf } from "./titles.js";

/**
 * @param {import("../desk.js").Desk} desk
 * @returns {HTMLElement}
 */
export function shelfBar({ workspace, say }) {
  const { held, isEmpty, trouble } = workspace;
  return h(
    "div",
    { class: "checker-shelf" },
    h(
      "button",
      {
        type: "button",
        id: "checker-shelf",
        class: "checker-shelf-title",
        "data-action": "shelf",
        "aria-haspopup": "dialog",
      },
      h("span", { class: "checker-shelf-label" }, say("shelf.label"), h("span", { hidden: true }, ": ")),
      h("strong", { dir: "auto" }, isEmpty ? say("shelf.new_one") : titleOf(held, say)),
      icon("unfold"),
    ),
    h(
      "span",
      { class: "checker-shelf-kept", hidden: isEmpty || trouble !== null },
      icon("met"),
      say("shelf.kept"),
    ),
    isEmpty ? null : button("shelf-new", say("shelf.new"), { image: "add", quiet: true }),
  );
}
