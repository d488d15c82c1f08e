/** The kinds of field. Each knows its place in the document by `data-path` and how it is read by `data-kind`. */

import { findingsAt, isInvalid, messagesAt, messagesId } from "./beside.js";
import { h } from "./dom.js";
import { at, fieldId } from "./paths.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./types.js").Path} Path */
/** @typedef {import("./types.js").Choice} Choice */
/** @typedef {{ label: string, hint?: string, note?: Node | null, assumed?: boolean, said?: string[] }} Labels
 *   `assumed`: what a yes/no field means while it is left out; `said`: ids of what is said about it elsewhere */

/**
 * @param {View} view
 * @param {Path} path
 * @param {Labels} labels
 */
export function textField(view, path, labels) {
  return lineField(view, path, labels, "text");
}

/**
 * @param {View} view
 * @param {Path} path
 * @param {Labels} labels
 */
export function dateField(view, path, labels) {
  return lineField(view, path, labels, "date");
}

/**
 * @param {View} view
 * @param {Path} path
 * @param {Labels} labels
 */
export function timeField(view, path, labels) {
  return lineField(view, path, labels, "time");
}

/**
 * @param {View} view
 * @param {Path} path
 * @param {Labels} labels
 * @param {"text" | "date" | "time"} type
 */
function lineField(view, path, labels, type) {
  const typed = type === "text" ? { autocomplete: "off", dir: "auto", spellcheck: "false" } : {};
  const value = /** @type {string | null} */ (at(view.document, path));
  return labelled(
    view,
    path,
    labels,
    h("input", { ...control(view, path, labels, "text"), type, ...typed, value }),
  );
}

/**
 * @param {View} view
 * @param {Path} path
 * @param {Labels} labels
 */
export function longField(view, path, labels) {
  const value = /** @type {string | null} */ (at(view.document, path));
  return labelled(
    view,
    path,
    labels,
    h("textarea", { ...control(view, path, labels, "text"), rows: 2, dir: "auto", value }),
  );
}

/**
 * @param {View} view
 * @param {Path} path
 * @param {Labels} labels
 * @param {Choice[]} choices
 * @param {string | null} empty word for no choice; null where there must be one
 */
export function selectField(view, path, labels, choices, empty) {
  const chosen = /** @type {string | null} */ (at(view.document, path) ?? null);
  // A value that an opened file brought along is kept, also where the list does not have it.
  const known = chosen === null || choices.some(([value]) => value === chosen);
  /** @type {Choice[]} */
  const all = known ? choices : [...choices, [chosen, chosen]];
  const options = all.map(([value, label]) => h("option", { value }, label));
  const first = empty === null ? [] : [h("option", { value: "" }, empty)];
  const select = h("select", { ...control(view, path, labels, "text"), value: chosen ?? "" }, first, options);
  return labelled(view, path, labels, select);
}

/**
 * A whole number within bounds.
 *
 * @param {View} view
 * @param {Path} path
 * @param {Labels} labels
 * @param {number} min
 * @param {number} max
 */
export function numberField(view, path, labels, min, max) {
  const value = /** @type {number | null} */ (at(view.document, path));
  const bounds = { type: "number", inputmode: "numeric", autocomplete: "off", min, max };
  return labelled(
    view,
    path,
    labels,
    h("input", { ...control(view, path, labels, "number"), ...bounds, value }),
  );
}

/**
 * One of a few: radio buttons in a row, the last of them "not answered".
 *
 * @param {View} view
 * @param {Path} path
 * @param {Labels} labels
 * @param {Choice[]} choices
 */
export function radioField(view, path, labels, choices) {
  const entered = at(view.document, path);
  const value = entered === undefined ? (labels.assumed ?? null) : entered;
  /** @type {Choice[]} */
  const all = [...choices, ["", view.say("answer.none")]];
  const kind = choices.some(([choice]) => choice === "true") ? "truth" : "text";
  const radios = all.map(([choice, label]) =>
    h(
      "label",
      { class: "checker-segment" },
      h("input", {
        type: "radio",
        name: fieldId(path),
        ...place(path, kind),
        "data-choice": choice,
        checked: String(value ?? "") === choice,
      }),
      h("span", {}, label),
    ),
  );
  return group(view, path, labels, h("div", { class: "checker-segments" }, radios));
}

/**
 * Yes, no or not answered.
 *
 * @param {View} view
 * @param {Path} path
 * @param {Labels} labels
 */
export function truthField(view, path, labels) {
  return radioField(view, path, labels, [
    ["true", view.say("answer.yes")],
    ["false", view.say("answer.no")],
  ]);
}

/**
 * Any number of a few. With a word for none, "none" is an answer and nothing ticked is not.
 *
 * @param {View} view
 * @param {Path} path
 * @param {Labels} labels
 * @param {Choice[]} choices
 * @param {string | null} none
 */
export function tickField(view, path, labels, choices, none) {
  const ticked = /** @type {string[] | null} */ (at(view.document, path) ?? null);
  const box = (/** @type {string} */ choice, /** @type {string} */ label, /** @type {boolean} */ checked) =>
    h(
      "label",
      { class: "checker-tick", "data-key": choice || "none" },
      h("input", { type: "checkbox", ...place(path, "list"), "data-choice": choice, checked }),
      h("span", { dir: "auto" }, label),
    );
  const boxes = choices.map(([value, label]) => box(value, label, ticked?.includes(value) ?? false));
  const last = none === null ? [] : [box("", none, ticked?.length === 0)];
  return group(view, path, labels, h("div", { class: "checker-ticks" }, boxes, last));
}

/**
 * One box: ticked is yes, not ticked is no.
 *
 * @param {View} view
 * @param {Path} path
 * @param {Labels} labels
 */
export function flagField(view, path, labels) {
  const checked = at(view.document, path) === true;
  return h(
    "label",
    { class: "checker-tick", "data-key": fieldId(path) },
    h("input", { type: "checkbox", id: fieldId(path), ...place(path, "flag"), checked }),
    h("span", {}, labels.label),
  );
}

/**
 * Return what a control now says, as the document writes it.
 *
 * @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} field
 * @returns {string | number | boolean | string[] | null}
 */
export function enteredIn(field) {
  if (field.dataset.kind === "list") return ticksOf(/** @type {HTMLInputElement} */ (field));
  if (field.dataset.kind === "flag") return /** @type {HTMLInputElement} */ (field).checked;
  const value =
    field instanceof HTMLInputElement && field.type === "radio" ? field.dataset.choice : field.value;
  if (!value) return null;
  if (field.dataset.kind === "number") return Number(value);
  return field.dataset.kind === "truth" ? value === "true" : value;
}

/** @param {HTMLInputElement} box */
function ticksOf(box) {
  if (box.dataset.choice === "" && box.checked) return [];
  const boxes = box.closest("fieldset")?.querySelectorAll("input") ?? [];
  const ticked = [...boxes].flatMap((one) => (one.checked && one.dataset.choice ? [one.dataset.choice] : []));
  const emptied = ticked.length === 0 && box.dataset.choice === "";
  return emptied ? null : ticked;
}

/**
 * @param {Path} path
 * @param {string} kind
 */
function place(path, kind) {
  return { "data-path": JSON.stringify(path), "data-kind": kind };
}

/**
 * @param {View} view
 * @param {Path} path
 * @param {Labels} labels
 * @param {string} kind
 */
function control(view, path, labels, kind) {
  const id = fieldId(path);
  const faulty = isInvalid(view, id) ? { "aria-invalid": "true" } : {};
  return { id, class: "checker-input", ...place(path, kind), ...faulty, ...described(view, id, labels) };
}

/**
 * @param {View} view
 * @param {string} id
 * @param {Labels} labels
 */
function described(view, id, { hint, said = [] }) {
  const ids = [
    ...(hint ? [`${id}-hint`] : []),
    ...(findingsAt(view, id).length > 0 ? [messagesId(id)] : []),
    ...said,
  ];
  return { "aria-describedby": ids.join(" ") || null };
}

/**
 * @param {View} view
 * @param {Path} path
 * @param {Labels} labels
 * @param {HTMLElement} input
 */
function labelled(view, path, labels, input) {
  const id = fieldId(path);
  return h(
    "div",
    { class: "checker-field", "data-key": id },
    h("label", { for: id, class: "checker-label" }, labels.label),
    hintOf(id, labels),
    messagesAt(view, id),
    input,
  );
}

/**
 * @param {View} view
 * @param {Path} path
 * @param {Labels} labels
 * @param {HTMLElement} inside
 */
function group(view, path, labels, inside) {
  const id = fieldId(path);
  return h(
    "fieldset",
    { class: "checker-field", "data-key": id, id, ...described(view, id, labels) },
    h("legend", { class: "checker-label" }, labels.label, labels.note && " ", labels.note),
    hintOf(id, labels),
    messagesAt(view, id),
    inside,
  );
}

/**
 * @param {string} id
 * @param {Labels} labels
 */
function hintOf(id, labels) {
  return labels.hint ? h("p", { class: "checker-hint", id: `${id}-hint` }, labels.hint) : null;
}
