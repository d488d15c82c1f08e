/** What the dialog that makes a link looks like. */

import { h, icon } from "../dom.js";
import { button } from "../parts.js";

/** @typedef {import("../words.js").Say} Say */
/** @typedef {{ names: boolean, made: boolean, link: string | null, line: string }} State `made` without a link:
 *   none could be made, or a too long one; `line` is what is said of it */

export const TITLE = "checker-share-title";
export const LINK = "checker-share-link";

/**
 * @param {Say} say
 * @param {State} state
 */
export function shareView(say, state) {
  return h(
    "div",
    { class: "checker-share-content" },
    h("h3", { class: "checker-heading", id: TITLE }, say("share.title")),
    h("p", {}, say("share.what")),
    h("p", { class: "checker-share-warning" }, icon("warning"), h("span", {}, say("share.warning"))),
    choices(say, state),
    linkField(say, state),
    h("p", { class: "checker-share-line", role: "status", "data-key": "line" }, state.line),
    h("div", { class: "checker-actions", "data-key": "end" }, tools(say, state)),
  );
}

/**
 * @param {Say} say
 * @param {State} state
 */
function choices(say, { names }) {
  const choice = (/** @type {string} */ value, /** @type {boolean} */ checked) =>
    h(
      "label",
      { class: "checker-share-choice" },
      h("input", { type: "radio", name: "checker-share", value, checked }),
      h(
        "span",
        {},
        h("strong", {}, say(`share.${value}`)),
        h("span", { class: "checker-hint" }, say(`share.${value}_hint`)),
      ),
    );
  return h(
    "fieldset",
    { class: "checker-field", "data-key": "choice" },
    h("legend", { class: "checker-label" }, say("share.choice")),
    choice("without", !names),
    choice("with", names),
  );
}

/**
 * @param {Say} say
 * @param {State} state
 */
function linkField(say, { link }) {
  if (!link) return null;
  return h(
    "div",
    { class: "checker-field", "data-key": "link" },
    h("label", { class: "checker-label", for: LINK }, say("share.link")),
    h("input", { class: "checker-input", id: LINK, readonly: true, dir: "ltr", value: link }),
  );
}

/**
 * @param {Say} say
 * @param {State} state
 */
function tools(say, { made, link: url }) {
  return [
    made ? null : button("share-make", say("share.make"), { image: "share" }),
    url ? button("share-copy", say("share.copy"), { image: "copy" }) : null,
    url && navigator.canShare?.({ url })
      ? button("share-send", say("share.send"), { image: "share", quiet: true })
      : null,
    made && !url ? button("share-save", say("toolbar.save"), { image: "save" }) : null,
    button("share-close", say("share.close"), { quiet: true }),
  ];
}
