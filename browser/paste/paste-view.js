/** What the dialog for rows from a spreadsheet looks like: a box to paste in, and then the proposal to confirm. */

import { h, icon } from "../dom.js";
import { button } from "../parts.js";
import { homeless, NEW, OUTSIDE } from "./confirmed.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../types.js").Guess} Guess */
/** @typedef {{ text: string | null, name: string, guess: Guess | null, homes: import("./confirmed.js").Homes,
 *   busy: boolean, line: string }} State `text` is null where a file was opened; `line` is what went wrong */

export const TITLE = "checker-paste-title";
export const BOX = "checker-paste-text";
export const PROPOSAL = "checker-paste-proposal";

/**
 * @param {View} view
 * @param {State} state
 */
export function pasteView(view, state) {
  const { say } = view;
  return h(
    "div",
    { class: "checker-paste-content" },
    h("h3", { class: "checker-heading", id: TITLE }, say("paste.title")),
    state.text === null
      ? h("p", { dir: "auto" }, say("paste.of_file", { name: state.name }))
      : box(view, state),
    h("p", { class: "checker-paste-line", role: "status", "data-key": "line" }, state.line),
    state.guess ? proposal(view, state, state.guess) : null,
    h("div", { class: "checker-actions", "data-key": "end" }, tools(view, state)),
  );
}

/**
 * @param {View} view
 * @param {State} state
 */
function box({ say }, { text }) {
  return h(
    "div",
    { class: "checker-field", "data-key": "box" },
    h("label", { class: "checker-label", for: BOX }, say("paste.box")),
    h("p", { class: "checker-hint", id: `${BOX}-hint` }, say("paste.hint")),
    h("textarea", {
      class: "checker-input",
      id: BOX,
      rows: 6,
      dir: "auto",
      spellcheck: "false",
      autofocus: true,
      "aria-describedby": `${BOX}-hint`,
      value: text,
    }),
  );
}

/**
 * @param {View} view
 * @param {State} state
 * @param {Guess} guess
 */
function proposal(view, state, guess) {
  const { say } = view;
  const count = say("paste.found", { n: guess.people.length });
  return h(
    "div",
    { class: "checker-paste-proposal", "data-key": "proposal" },
    h("h4", { class: "checker-subheading", id: PROPOSAL, tabindex: "-1" }, count),
    h("p", {}, say("paste.confirm")),
    columns(view, guess),
    homes(view, state, guess),
    leftOver(view, guess),
  );
}

/**
 * @param {View} view
 * @param {Guess} guess
 */
function columns(view, guess) {
  const { say } = view;
  return h(
    "table",
    { class: "checker-paste-columns" },
    h("caption", {}, say("paste.columns")),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ["column", "holds", "sample"].map((name) => h("th", { scope: "col" }, say(`paste.${name}`))),
      ),
    ),
    h(
      "tbody",
      {},
      guess.columns.map(({ header, field, sample }, place) => {
        const name = header || say("paste.numbered", { number: place + 1 });
        const label = say("paste.holds_of", { name });
        return h(
          "tr",
          { "data-key": `column-${place}` },
          h("th", { scope: "row", dir: "auto" }, name),
          h("td", {}, select({ "data-column": place, "aria-label": label }, fieldChoices(view), field ?? "")),
          h("td", { dir: "auto" }, sample.join(", ")),
        );
      }),
    ),
  );
}

/**
 * What a column may hold.
 *
 * @param {View} view
 * @returns {[string, string][]}
 */
function fieldChoices({ settings, say }) {
  return [
    ["", say("paste.leave")],
    ...settings.listFields.map(
      (name) =>
        /** @type {[string, string]} */ ([name, settings.fields[name]?.label ?? say(`paste.${name}`)]),
    ),
  ];
}

/**
 * Where the people belong.
 *
 * @param {View} view
 * @param {State} state
 * @param {Guess} guess
 */
function homes(view, state, guess) {
  const { say, document } = view;
  /** @type {[string, string][]} */
  const entered = document.partners.map(({ id, name }, index) => [
    id,
    name || say("partner.numbered", { number: index + 1 }),
  ]);
  const outside = /** @type {[string, string]} */ ([OUTSIDE, say("section.external")]);
  const field = (
    /** @type {string} */ said,
    /** @type {string} */ label,
    /** @type {[string, string][]} */ choices,
  ) =>
    h(
      "label",
      { class: "checker-field", "data-key": `home-${said}` },
      h("span", { class: "checker-label", dir: "auto" }, label),
      select({ "data-said": said }, choices, state.homes.get(said) ?? OUTSIDE),
    );
  const alone = homeless(guess).length;
  return h(
    "div",
    { class: "checker-row", "data-key": "homes" },
    guess.partners.map(({ said, people }) =>
      field(said, say("paste.home", { name: said, n: people.length }), [
        ...entered,
        [NEW, say("paste.new_partner", { name: said })],
        outside,
      ]),
    ),
    alone > 0 ? field("", say("paste.homeless", { n: alone }), [...entered, outside]) : null,
  );
}

/**
 * What could not be placed, each with its reason: nothing is dropped without a word.
 *
 * @param {View} view
 * @param {Guess} guess
 */
function leftOver({ say }, { left_over }) {
  if (left_over.length === 0) return null;
  const where = (/** @type {import("../types.js").LeftOver} */ one) =>
    [
      one.row === null ? "" : say("paste.row", { number: one.row }),
      one.header || (one.column === null ? "" : say("paste.numbered", { number: one.column + 1 })),
      one.value === null ? "" : say("paste.value", { value: one.value }),
    ]
      .filter(Boolean)
      .join(", ");
  return h(
    "div",
    { class: "checker-paste-left", "data-key": "left" },
    h("h4", { class: "checker-subheading" }, icon("warning"), say("paste.left", { n: left_over.length })),
    h(
      "ul",
      {},
      left_over.map((one) => h("li", { dir: "auto" }, h("strong", {}, where(one)), " ", one.why)),
    ),
  );
}

/**
 * @param {View} view
 * @param {State} state
 */
function tools({ say }, { text, guess, busy }) {
  const n = guess?.people.length ?? 0;
  return [
    n > 0 ? button("paste-add", say("paste.add", { n }), { image: "add" }) : null,
    text === null ? null : button("paste-read", say(busy ? "paste.reading" : "paste.read"), { quiet: n > 0 }),
    button("paste-close", say("paste.close"), { quiet: true }),
  ];
}

/**
 * @param {Record<string, string | number>} attributes
 * @param {[string, string][]} choices
 * @param {string} value
 */
function select(attributes, choices, value) {
  const options = choices.map(([each, label]) => h("option", { value: each }, label));
  return h("select", { class: "checker-input", ...attributes, value }, options);
}
