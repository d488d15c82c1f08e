/** What the list of partnerships looks like. */

import { h } from "../dom.js";
import { button } from "../parts.js";
import { isReadable } from "./shelf.js";
import { titleOf } from "./titles.js";

/** @typedef {import("../words.js").Say} Say */
/** @typedef {import("../types.js").Settings} Settings */
/** @typedef {import("./database.js").Entry} Entry */
/** @typedef {{ entries: Entry[], current: string, renaming: string | null,
 *   said: { text: string, undo: boolean } | null }} State */

export const TITLE = "checker-shelf-heading";
export const NEW_NAME = "checker-shelf-name";
export const SAID = "checker-shelf-said";

/**
 * @param {Say} say
 * @param {Settings} settings
 * @param {State} state
 */
export function shelfView(say, settings, state) {
  const items = state.entries.map((entry) => itemOf(say, settings, state, entry));
  return h(
    "div",
    { class: "checker-shelf-content" },
    h("h3", { class: "checker-heading", id: TITLE, tabindex: "-1" }, say("shelf.title")),
    h("p", { class: "checker-hint" }, say("shelf.where")),
    saidLine(say, state),
    items.length > 0
      ? h("ul", { class: "checker-shelf-list", "data-key": "list" }, items)
      : h("p", { class: "checker-empty", "data-key": "none" }, say("shelf.none")),
    h(
      "div",
      { class: "checker-actions", "data-key": "end" },
      button("shelf-new", say("shelf.new"), { image: "add" }),
      button("shelf-close", say("notice.dismiss"), { quiet: true }),
    ),
  );
}

/**
 * @param {Say} say
 * @param {State} state
 */
function saidLine(say, { said }) {
  return h(
    "div",
    { class: "checker-shelf-said", "data-key": "said", role: "status", id: SAID, tabindex: "-1" },
    said ? h("span", { dir: "auto" }, said.text) : null,
    said?.undo ? button("shelf-undo", say("toolbar.undo"), { image: "undo", quiet: true }) : null,
  );
}

/**
 * @param {Say} say
 * @param {Settings} settings
 * @param {State} state
 * @param {Entry} entry
 */
function itemOf(say, settings, state, entry) {
  const name = nameOf(say, entry);
  return h(
    "li",
    { class: "checker-shelf-item", "data-key": entry.id, "data-entry": entry.id },
    state.renaming === entry.id
      ? renaming(say, entry, name)
      : [opener(say, settings, state, entry, name), tools(say, entry, name)],
  );
}

/**
 * @param {Say} say
 * @param {Entry} entry
 */
export function nameOf(say, entry) {
  return isReadable(entry)
    ? titleOf({ title: entry.title, partnership: entry.document }, say)
    : say("shelf.unreadable");
}

/**
 * @param {Say} say
 * @param {Settings} settings
 * @param {State} state
 * @param {Entry} entry
 * @param {string} name
 */
function opener(say, settings, state, entry, name) {
  const facts = h("span", { class: "checker-hint" }, factsOf(say, settings, entry).join(" · "));
  const title = h("strong", { dir: "auto" }, name);
  if (!isReadable(entry)) return h("div", { class: "checker-shelf-open" }, title, facts);
  const here = entry.id === state.current;
  return h(
    "button",
    {
      type: "button",
      class: "checker-shelf-open",
      "data-action": "shelf-open",
      "data-index": entry.id,
      "aria-current": here ? "true" : null,
    },
    h("span", { class: "checker-shelf-name" }, title, here ? h("em", {}, say("shelf.here")) : null),
    facts,
  );
}

/**
 * @param {Say} say
 * @param {Settings} settings
 * @param {Entry} entry
 * @returns {string[]}
 */
function factsOf(say, settings, entry) {
  const changed = say("shelf.changed", { when: whenOf(entry.changed, settings.language) });
  if (!isReadable(entry)) return [say("shelf.unreadable_why"), changed];
  const { partners, teams } = entry.document;
  const names = partners.flatMap(({ name }) => name?.trim() || []);
  const known = new Map(settings.names);
  const parts = [...new Set(teams.map(({ component }) => known.get(component) ?? component))];
  return [
    entry.title && names.length > 0 ? names.join(" – ") : "",
    teams.length > 0
      ? say("shelf.teams", { n: teams.length, names: parts.join(", ") })
      : say("shelf.no_team"),
    changed,
  ].filter(Boolean);
}

/**
 * @param {string} time
 * @param {string} language
 */
function whenOf(time, language) {
  const moment = new Date(time);
  if (Number.isNaN(moment.getTime())) return "–";
  const minutes = Math.round((moment.getTime() - Date.now()) / 60_000);
  // Where the clock was set back, what was changed before lies ahead.
  if (Math.abs(minutes) < 60)
    return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(minutes, "minute");
  return moment.toLocaleString(language, { dateStyle: "long", timeStyle: "short" });
}

/**
 * @param {Say} say
 * @param {Entry} entry
 * @param {string} name
 */
function tools(say, { id, ...entry }, name) {
  const tool = (/** @type {string} */ action, /** @type {string} */ image) =>
    button(`shelf-${action}`, say(`shelf.${action}`), {
      image,
      quiet: true,
      index: id,
      describe: say(`shelf.${action}_who`, { name }),
    });
  const own = isReadable({ id, ...entry });
  return h(
    "div",
    { class: "checker-actions" },
    own ? [tool("rename", "rename"), tool("copy", "copy")] : tool("raw", "save"),
    tool("remove", "remove"),
  );
}

/**
 * @param {Say} say
 * @param {Entry} entry
 * @param {string} name
 */
function renaming(say, { id, title }, name) {
  const value = title ?? "";
  return h(
    "div",
    { class: "checker-shelf-rename" },
    h("label", { class: "checker-label", for: NEW_NAME }, say("shelf.rename_label")),
    h("input", {
      type: "text",
      class: "checker-input",
      id: NEW_NAME,
      value,
      placeholder: name,
      autocomplete: "off",
      dir: "auto",
      maxlength: 120,
      "aria-describedby": `${NEW_NAME}-hint`,
    }),
    h("span", { class: "checker-hint", id: `${NEW_NAME}-hint` }, say("shelf.rename_hint")),
    h(
      "div",
      { class: "checker-actions" },
      button("shelf-renamed", say("shelf.rename_done"), { index: id }),
      button("shelf-cancel", say("shelf.cancel"), { quiet: true }),
    ),
  );
}
