/** The dialog with all partnerships that this browser keeps: open, rename, copy, remove, each with undo. */

import { h } from "../dom.js";
import { hand } from "../files.js";
import { patch } from "../patch.js";
import { fieldId } from "../paths.js";
import { putDrafts, takeDrafts } from "../replace/drafts.js";
import { EraseData } from "./erase-data.js";
import { isReadable, newId } from "./shelf.js";
import { NEW_NAME, nameOf, SAID, shelfView, TITLE } from "./shelf-view.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("./database.js").Entry} Entry */

/** The dialogs that are open. @type {WeakMap<Element, ShelfDialog>} */
const dialogs = new WeakMap();

/** @type {Record<string, (desk: Desk, button: HTMLElement) => string | void>} */
export const SHELF_ACTIONS = {
  shelf: (desk, button) =>
    new ShelfDialog(desk).show(/** @type {Element} */ (button.closest(".checker-app"))),
  "shelf-new": (desk, button) => {
    button.closest("dialog")?.close();
    desk.workspace.begin();
    desk.turned({ tone: "note", text: desk.say("shelf.begun"), undo: true });
    return fieldId(["partners", 0, "name"]);
  },
  "shelf-open": (_desk, button) => void of(button).open(button.dataset.index ?? ""),
  "shelf-rename": (_desk, button) => of(button).rename(button.dataset.index ?? ""),
  "shelf-renamed": (_desk, button) => void of(button).renamed(),
  "shelf-cancel": (_desk, button) => of(button).rename(null),
  "shelf-copy": (_desk, button) => void of(button).copy(button.dataset.index ?? ""),
  "shelf-remove": (_desk, button) => void of(button).remove(button.dataset.index ?? ""),
  "shelf-raw": (_desk, button) => of(button).handRaw(button.dataset.index ?? ""),
  "shelf-undo": (_desk, button) => void of(button).undo(),
  "shelf-close": (_desk, button) => button.closest("dialog")?.close(),
};

/**
 * @param {Element} button
 * @returns {ShelfDialog}
 */
function of(button) {
  return /** @type {ShelfDialog} */ (dialogs.get(/** @type {Element} */ (button.closest("dialog"))));
}

class ShelfDialog {
  #desk;
  #content = h("div");
  #box;
  /** @type {Entry[]} */ #entries = [];
  /** @type {string | null} */ #renaming = null;
  /** What was last done, and how to have it undone. @type {{ text: string, undo: (() => Promise<void>) | null } | null} */
  #said = null;

  /** @param {Desk} desk */
  constructor(desk) {
    this.#desk = desk;
    const erase = new EraseData();
    erase.say = desk.say;
    this.#box = /** @type {HTMLDialogElement} */ (
      h(
        "dialog",
        { class: "checker-shelf-dialog", "aria-labelledby": TITLE, closedby: "any" },
        this.#content,
        erase,
      )
    );
  }

  /**
   * Open inside an element. Once closed, nothing of it stays in the page.
   *
   * @param {Element} host
   */
  show(host) {
    dialogs.set(this.#box, this);
    const stop = new AbortController();
    this.#desk.workspace.addEventListener("shelf", () => void this.#read(), { signal: stop.signal });
    this.#desk.workspace.addEventListener("erased", () => this.#cannotUndo(), { signal: stop.signal });
    this.#box.addEventListener("close", () => {
      stop.abort();
      this.#box.remove();
    });
    this.#box.addEventListener("keydown", (event) => this.#key(event));
    this.#draw();
    host.append(this.#box);
    this.#box.showModal();
    this.#focus(TITLE);
    void this.#read();
  }

  #cannotUndo() {
    this.#said = null;
    this.#draw();
  }

  /** @param {string} id */
  async open(id) {
    if (id !== this.#desk.workspace.held.id) await this.#desk.bring(id);
    this.#box.close();
  }

  /** @param {string | null} id */
  rename(id) {
    const before = this.#renaming;
    this.#renaming = id;
    this.#draw();
    if (id) this.#focus(NEW_NAME);
    else this.#tool("shelf-rename", before);
  }

  async renamed() {
    const id = this.#renaming ?? "";
    const field = /** @type {HTMLInputElement} */ (this.#box.querySelector(`#${NEW_NAME}`));
    const before = this.#entry(id)?.title ?? null;
    this.#renaming = null;
    await this.#retitle(id, field.value.trim() || null);
    this.#tell("shelf.renamed", id, () => this.#retitle(id, before));
    this.#tool("shelf-rename", id);
  }

  /** @param {string} id */
  async copy(id) {
    const entry = this.#entry(id);
    if (!isReadable(entry)) return;
    const { say, workspace } = this.#desk;
    const title = say("shelf.copy_name", { name: nameOf(say, entry) });
    const copy = { ...entry, id: newId(), title, changed: new Date().toISOString() };
    await workspace.restore(copy);
    await this.#read();
    this.#tell("shelf.copied", copy.id, () => workspace.remove(copy.id));
    this.#focus(SAID);
  }

  /** @param {string} id */
  async remove(id) {
    const { workspace } = this.#desk;
    const here = id === workspace.held.id;
    const name = this.#nameOf(id);
    const entry = await workspace.remove(id);
    const drafts = takeDrafts(id);
    if (here) this.#desk.turned();
    await this.#read();
    const undo = async () => {
      putDrafts(drafts);
      if (entry) await workspace.restore(entry);
      if (here) await this.#desk.bring(id);
    };
    this.#said = { text: this.#desk.say("shelf.removed", { name }), undo: entry ? undo : null };
    this.#draw();
    this.#focus(SAID);
  }

  async undo() {
    const undo = this.#said?.undo;
    this.#said = null;
    await undo?.();
    await this.#read();
    this.#focus(TITLE);
  }

  /** @param {string} id */
  handRaw(id) {
    const text = JSON.stringify(this.#entry(id), null, 2);
    hand(`${text}\n`, "application/json", this.#desk.say("shelf.raw_name"));
  }

  async #read() {
    this.#entries = await this.#desk.workspace.entries();
    this.#draw();
  }

  /**
   * @param {string} id
   * @param {string | null} title
   */
  async #retitle(id, title) {
    await this.#desk.workspace.retitle(id, title);
    this.#desk.redraw();
    await this.#read();
  }

  /**
   * @param {string} word
   * @param {string} id
   * @param {() => Promise<unknown>} undo
   */
  #tell(word, id, undo) {
    const back = async () => {
      await undo();
    };
    this.#said = { text: this.#desk.say(word, { name: this.#nameOf(id) }), undo: back };
    this.#draw();
  }

  /** @param {string} id */
  #entry(id) {
    return this.#entries.find((entry) => entry.id === id);
  }

  /** @param {string} id */
  #nameOf(id) {
    const entry = this.#entry(id);
    return entry ? nameOf(this.#desk.say, entry) : "";
  }

  #draw() {
    const { say, settings, workspace } = this.#desk;
    const typed = this.#box.querySelector(`#${NEW_NAME}`);
    const fresh = shelfView(say, settings, {
      entries: this.#entries,
      current: workspace.held.id,
      renaming: this.#renaming,
      said: this.#said && { text: this.#said.text, undo: this.#said.undo !== null },
    });
    const field = fresh.querySelector(`#${NEW_NAME}`);
    // What is being typed stays when another tab changes the list.
    if (typed instanceof HTMLInputElement && field instanceof HTMLInputElement) field.value = typed.value;
    patch(this.#content, h("div", {}, fresh));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!(event.target instanceof HTMLInputElement) || event.target.id !== NEW_NAME) return;
    if (event.key === "Enter") void this.renamed();
    else if (event.key === "Escape") this.rename(null);
    else return;
    event.preventDefault();
  }

  /** @param {string} id */
  #focus(id) {
    const target = this.#box.querySelector(`#${id}`);
    if (target instanceof HTMLElement) target.focus();
    if (target instanceof HTMLInputElement) target.select();
  }

  /**
   * @param {string} action
   * @param {string | null} id
   */
  #tool(action, id) {
    const tool = this.#box.querySelector(`[data-action="${action}"][data-index="${id}"]`);
    if (tool instanceof HTMLElement) tool.focus();
  }
}
