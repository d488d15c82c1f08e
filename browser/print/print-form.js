/** Prints the form of the team on the desk, with the verdict where there is one, and nothing else of the page. */

import { todayOf } from "../timeline/days.js";
import { sheetOf } from "./form-sheet.js";

/** @typedef {import("../desk.js").Desk} Desk */

/** On the element while its sheet is being printed: the style sheet then hides all else. */
const PRINTING = "printing";
/** So long a reader who has pressed the button waits for the verdict, in milliseconds. */
const PATIENCE = 8000;

/** @type {Record<string, (desk: Desk, button: HTMLElement) => string | void>} */
export const PRINT_ACTIONS = {
  print: (desk, button) => {
    const element = button.closest("team-checker");
    if (element) void printForm(desk, element);
  },
};

/**
 * @param {Desk} desk
 * @param {Element} element
 */
async function printForm(desk, element) {
  if (!desk.isAnswered && desk.engine.state !== "failed") {
    const { notice } = desk;
    desk.tell({ tone: "note", text: desk.say("print.waiting") });
    await Promise.race([desk.check(), new Promise((done) => setTimeout(done, PATIENCE))]);
    desk.tell(notice);
  }
  element.querySelector(".form-sheet")?.remove();
  const sheet = sheetOf(desk.view, { isAnswered: desk.isAnswered, today: todayOf() });
  element.append(sheet);
  element.toggleAttribute(PRINTING, true);
  // Some browsers print later than print() returns: the sheet stays until they have.
  addEventListener(
    "afterprint",
    () => {
      element.removeAttribute(PRINTING);
      sheet.remove();
    },
    { once: true },
  );
  print();
}
