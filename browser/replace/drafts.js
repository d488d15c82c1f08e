/**
 * What is known of a replacement and has no place in the partnership file: the new person's details until they
 * are in the team, and what the message tells. It hangs on the replacement, so that it is undone and removed
 * with it, and is kept in this browser beside the document.
 */

import { assign } from "../paths.js";
import { isDraft } from "../shape.js";

/** @typedef {import("../types.js").Partnership} Partnership */
/** @typedef {import("../types.js").Replacement} Replacement */
/** @typedef {import("./types.js").Draft} Draft */
/** @typedef {{ of: string, id: string, draft: Draft }} Kept `of`: the id of the partnership */

const KEY = "partnership-guide:replacements";

/** JSON leaves a symbol out. */
const DRAFT = Symbol("draft of a replacement");

/** @type {Draft} */
const NOTHING = {};

/**
 * @param {Replacement} replacement
 * @returns {Draft}
 */
export function draftOf(replacement) {
  return Reflect.get(replacement, DRAFT) ?? NOTHING;
}

/**
 * Return the document with another draft on one of a team's replacements.
 *
 * @param {Partnership} partnership
 * @param {number} team
 * @param {number} index
 * @param {Draft} draft
 * @returns {Partnership}
 */
export function withDraft(partnership, team, index, draft) {
  const replacement = partnership.teams[team]?.replacements?.[index] ?? {};
  return assign(partnership, ["teams", team, "replacements", index], { ...replacement, [DRAFT]: draft });
}

/**
 * Take the drafts of a partnership out of what is kept, as it is removed itself.
 *
 * @param {string} partnership its id
 * @returns {Kept[]} what `putDrafts` puts back
 */
export function takeDrafts(partnership) {
  const all = read();
  const taken = all.filter(({ of }) => of === partnership);
  if (taken.length > 0) write(all.filter(({ of }) => of !== partnership));
  return taken;
}

/** @param {Kept[]} drafts */
export function putDrafts(drafts) {
  if (drafts.length > 0) write([...read(), ...drafts]);
}

/** Keeps the drafts of the document in this browser, and gives them back after a reload. */
export class Drafts {
  /** The partnership that was last looked at, by id. */ #of = "";
  /** What is kept of it, by id. @type {Set<string>} */ #own = new Set();
  /** The replacements that were last looked at. @type {unknown[]} */ #seen = [];

  /**
   * Give a document's replacements their drafts, and keep those that have changed.
   *
   * @param {string} of the partnership's id
   * @param {Partnership} partnership
   */
  look(of, partnership) {
    if (of !== this.#of) this.#own.clear();
    this.#of = of;
    const lists = partnership.teams.map((team) => team.replacements);
    if (lists.length === this.#seen.length && lists.every((list, place) => list === this.#seen[place]))
      return;
    this.#seen = lists;
    const all = partnership.teams.flatMap((team) =>
      (team.replacements ?? []).map((one) => ({ one, team, id: idOf(team.component, one) })),
    );
    if (all.length === 0 && this.#own.size === 0) return;
    const kept = read();
    for (const { one, team, id } of all)
      if (!(DRAFT in one))
        Reflect.set(
          one,
          DRAFT,
          kept.find((each) => each.of === of && each.id === id)?.draft ?? found(team, one),
        );
    this.#keep(
      kept,
      all
        .filter(({ one }) => draftOf(one) !== NOTHING)
        .map(({ one, id }) => ({ of, id, draft: draftOf(one) })),
    );
  }

  /**
   * Those of another partnership stay; of this one's, those that are still in it.
   *
   * @param {Kept[]} kept
   * @param {Kept[]} own
   */
  #keep(kept, own) {
    const ids = new Set(own.map(({ id }) => id));
    const others = kept.filter(({ of, id }) => of !== this.#of || (!this.#own.has(id) && !ids.has(id)));
    this.#own = ids;
    write([...others, ...own]);
  }
}

/**
 * What a file says without a draft: where nobody leaves and the new person is in the team, it is done.
 *
 * @param {import("../types.js").Team} team
 * @param {Replacement} replacement
 * @returns {Draft}
 */
function found(team, { leaves, joins }) {
  const people = (team.participants ?? []).filter((person) => joins && person.name === joins);
  if (leaves || !joins || people.length !== 1) return NOTHING;
  return { done: { left: "", joined: joins, letter: {} } };
}

/**
 * @param {string} component
 * @param {Replacement} replacement
 */
function idOf(component, { leaves, joins }) {
  return JSON.stringify([component, leaves ?? "", joins ?? ""]);
}

/** @returns {Kept[]} */
function read() {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(value) ? value.filter(isKept) : [];
  } catch {
    return [];
  }
}

/**
 * Can a card show it? What is spoilt is as if it had not been written.
 *
 * @param {unknown} value
 * @returns {value is Kept}
 */
export function isKept(value) {
  const { of, id, draft } = /** @type {Partial<Kept>} */ (value ?? {});
  return typeof of === "string" && typeof id === "string" && isDraft(draft);
}

/**
 * Where the browser keeps nothing, the document's own notice has said so.
 *
 * @param {Kept[]} kept
 */
function write(kept) {
  try {
    if (kept.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // The draft is still in this page.
  }
}
