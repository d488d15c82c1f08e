/** What the ways to begin do. */

import { openMenu } from "./menu.js";
import { exampleButtons } from "./start-view.js";

/** @typedef {import("./desk.js").Desk} Desk */

/** @type {Record<string, (desk: Desk, button: HTMLElement) => string | void>} */
export const START_ACTIONS = {
  examples: (desk, button) => openMenu(button, desk.say("toolbar.examples"), exampleButtons(desk.view)),
  example: (desk) => show(desk, desk.view.form.example, "notice.example"),
  "right-example": (desk) => show(desk, desk.view.form.rightExample, "notice.right_example"),
  "pick-file": (_desk, button) => {
    /** @type {HTMLInputElement | null | undefined} */
    const input = button.closest(".checker-app")?.querySelector("input[type=file]");
    input?.click();
  },
};

/**
 * @param {Desk} desk
 * @param {import("./types.js").Partnership} document
 * @param {string} word
 */
function show(desk, document, word) {
  desk.lay(document, { tone: "note", text: desk.say(word), undo: true });
}
