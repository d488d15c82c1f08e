/** The rows above the form: the choice of component, the tools, and what the reader is told. */

import { h, icon } from "./dom.js";
import { button } from "./parts.js";
import { noticeOf } from "./status-view.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./desk.js").Desk} Desk */

/**
 * What stays in place while its parts are drawn anew: rows above, the form, and beside it the answer.
 *
 * @param {string} title of the answer
 * @param {HTMLElement} announcement
 * @param {{ above: Node[], left: Node[], right: Node[], below?: Node[] }} parts
 */
export function frameOf(title, announcement, { above, left, right, below = [] }) {
  const heading = h("h3", { class: "checker-title", id: "checker-result", tabindex: "-1" }, title);
  return h(
    "div",
    { class: "checker-app" },
    announcement,
    above,
    h(
      "div",
      { class: "checker-columns" },
      h("div", { class: "checker-left" }, left),
      h("section", { class: "checker-right", "aria-labelledby": heading.id }, heading, right),
    ),
    below,
  );
}

/**
 * The buttons of the file and of undo, between the element's own.
 *
 * @param {Desk} desk
 * @param {View} view
 * @param {string[]} first actions before opening and saving a file
 * @param {string[]} last actions after it
 */
export function toolbar({ workspace }, { say }, first, last) {
  const open = h(
    "label",
    { class: "checker-button checker-button--quiet checker-file" },
    h("input", { type: "file", accept: ".json,.csv,.xlsx", "data-action": "open" }),
    icon("open"),
    h("span", {}, say("toolbar.open")),
  );
  const quiet = (/** @type {string} */ action, /** @type {string} */ image) =>
    button(action, say(`toolbar.${action}`), { image, quiet: true });
  return h(
    "div",
    { class: "checker-toolbar" },
    h(
      "div",
      { class: "checker-actions", role: "group", "aria-label": say("toolbar.label") },
      first.map((action) => quiet(action, action)),
      open,
      quiet("save", "save"),
      last.map((action) => quiet(action, action)),
      workspace.canUndo ? quiet("undo", "undo") : null,
      workspace.canRedo ? quiet("redo", "redo") : null,
    ),
    h("p", { class: "checker-hint" }, say("app.private")),
  );
}

/**
 * What the reader must know about how the document is kept, and what was last said.
 *
 * @param {Desk} desk
 * @param {View} view
 */
export function notices({ workspace, standing, notice }, { say }) {
  return h(
    "div",
    { class: "checker-notices", role: "status" },
    workspace.trouble ? noticeOf(say, { tone: "unclear", text: say(workspace.trouble), save: true }) : null,
    standing ? noticeOf(say, standing) : null,
    notice ? noticeOf(say, notice) : null,
  );
}
