/** Saving the participant form: a menu of the sorts of file, and the file that Python makes. */

import { hand } from "../files.js";
import { openMenu } from "../menu.js";
import { button } from "../parts.js";
import { packagesFor } from "./packages.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {{ format: "file/1", name: string, type: string, base64: string, lacks: string }} Made */
/** @typedef {Made | import("../types.js").Faults | { format: "missing/1" }} Answer */

/** @type {Record<string, (desk: Desk, button: HTMLElement) => void>} */
export const FORM_ACTIONS = {
  form: ({ say }, opener) =>
    openMenu(opener, say("form.menu"), [
      button("form-save", say("form.xlsx"), { image: "form", quiet: true, index: "xlsx" }),
      button("form-save", say("form.csv"), { image: "form", quiet: true, index: "csv" }),
      button("save", say("form.json"), { image: "save", quiet: true }),
    ]),
  "form-save": (desk, { dataset }) => void saveForm(desk, dataset.index ?? "xlsx"),
};

/**
 * @param {Desk} desk
 * @param {string} kind
 */
async function saveForm(desk, kind) {
  const { engine, say, settings } = desk;
  engine.start();
  desk.tell({ tone: "note", text: say("form.making") });
  const text = JSON.stringify(desk.view.document);
  const packages = packagesFor(`.${kind}`);
  const said = await engine.ask({ type: "form", text, language: settings.language, kind, packages });
  desk.tell(outcome(say, said === null ? null : JSON.parse(said)));
}

/**
 * Hand over the file, if there is one; return what to tell the reader.
 *
 * @param {Desk["say"]} say
 * @param {Answer | null} answer
 * @returns {import("../status-view.js").Notice}
 */
function outcome(say, answer) {
  switch (answer?.format) {
    case "file/1":
      hand(bytes(answer.base64), answer.type, answer.name);
      return { tone: "met", text: `${say("form.made", { name: answer.name })} ${answer.lacks}`.trim() };
    case "faults/1":
      return { tone: "unmet", text: say("form.not_made"), faults: answer.faults, urgent: true };
    case "missing/1":
      return { tone: "unmet", text: say("form.missing"), urgent: true };
    default:
      return { tone: "unmet", text: say("form.no_engine"), urgent: true };
  }
}

/** @param {string} base64 */
function bytes(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
