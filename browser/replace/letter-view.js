/** The message to ICLD: in both languages, its blanks marked, with a button that copies it. */

import { keyOf } from "../document.js";
import { h, icon } from "../dom.js";
import { button } from "../parts.js";
import { draftOf } from "./drafts.js";
import { trialsOf } from "./trials.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../types.js").Replacement} Replacement */
/** @typedef {import("./types.js").Piece} Piece */

/**
 * @param {Desk} desk
 * @param {Replacement} replacement
 * @param {number} index
 */
export function letterOf(desk, replacement, index) {
  const { say } = desk;
  const trials = trialsOf(desk);
  const pieces = piecesOf(desk, replacement);
  const blanks = pieces.filter(([, blank]) => blank).length;
  const hint = draftOf(replacement).done ? "replace.blanks_done" : "replace.blanks";
  const [key, said] = trials.copied ?? [0, ""];
  return h(
    "div",
    { class: "replace-letter", "data-key": "letter" },
    h(
      "div",
      { class: "checker-segments", role: "group", "aria-label": say("replace.language") },
      Object.keys(lettersOf(desk, replacement)).map((language) => choice(desk, language)),
    ),
    h(
      "div",
      { class: "replace-letter-text", lang: trials.language, dir: "auto", "data-key": "text" },
      paragraphs(pieces).map((paragraph) =>
        h(
          "p",
          {},
          paragraph.map(([text, blank]) => (blank ? h("mark", {}, text) : text)),
        ),
      ),
    ),
    blanks ? h("p", { class: "checker-hint", "data-key": "blanks" }, say(hint, { n: blanks })) : null,
    h(
      "div",
      { class: "checker-actions", "data-key": "copy" },
      button("replace-copy", say("replace.copy"), { image: "copy", index }),
      h("p", { class: "replace-said", role: "status" }, key === keyOf(replacement) ? said : ""),
    ),
  );
}

/**
 * Return the message that is shown, as text.
 *
 * @param {Desk} desk
 * @param {Replacement} replacement
 */
export function textOf(desk, replacement) {
  return piecesOf(desk, replacement)
    .map(([text]) => text)
    .join("");
}

/**
 * @param {Desk} desk
 * @param {Replacement} replacement
 * @returns {Record<string, Piece[]>}
 */
export function lettersOf(desk, replacement) {
  const answer = trialsOf(desk).answer(replacement);
  return draftOf(replacement).done?.letter ?? (answer?.format === "replacement/1" ? answer.letter : {});
}

/**
 * @param {Desk} desk
 * @param {Replacement} replacement
 * @returns {Piece[]}
 */
function piecesOf(desk, replacement) {
  return lettersOf(desk, replacement)[trialsOf(desk).language] ?? [];
}

/**
 * @param {Desk} desk
 * @param {string} language
 */
function choice(desk, language) {
  const pressed = trialsOf(desk).language === language;
  return h(
    "button",
    {
      type: "button",
      class: "replace-choice",
      "data-key": language,
      "data-action": "replace-language",
      "data-index": language,
      "aria-pressed": String(pressed),
    },
    pressed ? icon("met") : null,
    h("span", {}, desk.say(`replace.language_${language}`)),
  );
}

/**
 * Divide the pieces where an empty line stands.
 *
 * @param {Piece[]} pieces
 * @returns {Piece[][]}
 */
function paragraphs(pieces) {
  /** @type {Piece[][]} */
  const found = [[]];
  for (const [text, blank] of pieces)
    for (const [place, part] of text.split("\n\n").entries()) {
      if (place > 0) found.push([]);
      if (part) found.at(-1)?.push([part, blank]);
    }
  return found;
}
