/** The dialog that packs the partnership into a link: a warning, a choice, and a link only when asked for. */

import { isBlank, withoutDrafts } from "../document.js";
import { h } from "../dom.js";
import { save } from "../files.js";
import { patch } from "../patch.js";
import { canPack, LONG, LONGEST, linkTo } from "./link.js";
import { withoutNames } from "./nameless.js";
import { LINK, shareView, TITLE } from "./share-view.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../types.js").Partnership} Partnership */
/** @typedef {{ link: string | null, document: Partnership }} Made what a link was made of; null: none could be */

/** The dialogs that are open. @type {WeakMap<Element, ShareDialog>} */
const dialogs = new WeakMap();

/** @type {Record<string, (desk: Desk, button: HTMLElement) => void>} */
export const SHARE_ACTIONS = {
  share: (desk, button) => {
    if (isBlank(withoutDrafts(desk.view.document), desk.settings.homeCountry))
      desk.tell({ tone: "note", text: desk.say("share.nothing"), urgent: true });
    else new ShareDialog(desk).show(/** @type {Element} */ (button.closest(".checker-app")));
  },
  "share-make": (_desk, button) => void of(button).make(),
  "share-copy": (_desk, button) => void of(button).copy(),
  "share-send": (_desk, button) => void of(button).send(),
  "share-save": (_desk, button) => of(button).save(),
  "share-close": (_desk, button) => of(button).close(),
};

/**
 * @param {Element} button
 * @returns {ShareDialog}
 */
function of(button) {
  return /** @type {ShareDialog} */ (dialogs.get(/** @type {Element} */ (button.closest("dialog"))));
}

class ShareDialog {
  #desk;
  #say;
  #content = h("div");
  #box = /** @type {HTMLDialogElement} */ (
    h("dialog", { class: "checker-share", "aria-labelledby": TITLE, closedby: "any" }, this.#content)
  );
  #names = false;
  /** @type {Made | null} */ #made = null;
  /** What was last said of the link. */ #line = "";

  /** @param {Desk} desk */
  constructor(desk) {
    this.#desk = desk;
    this.#say = desk.say;
  }

  /**
   * Open inside an element. Once closed, nothing of it stays in the page.
   *
   * @param {Element} host
   */
  show(host) {
    dialogs.set(this.#box, this);
    this.#content.addEventListener("change", ({ target }) => this.#choose(target));
    this.#box.addEventListener("close", () => this.#box.remove());
    this.#draw();
    host.append(this.#box);
    this.#box.showModal();
  }

  close() {
    this.#box.close();
  }

  async make() {
    const { say, settings } = this.#desk;
    const document = this.#document();
    const page = new URL(`${settings.root}check/?component=${this.#desk.component}`, location.href);
    const names = this.#names;
    const link = canPack() ? await linkTo(page, JSON.stringify(document)) : null;
    if (names !== this.#names) return;
    this.#made = { link: link !== null && link.length <= LONGEST ? link : null, document };
    this.#line = link === null ? say("share.unable") : this.#length(link.length);
    this.#draw();
    if (this.#made.link) this.#select();
    else {
      /** @type {HTMLElement | null} */
      const file = this.#box.querySelector("[data-action=share-save]");
      file?.focus();
    }
  }

  async copy() {
    const link = this.#made?.link ?? "";
    // Over a line that is not secured, and in a frame that is not allowed to, a page may not copy.
    const done = await Promise.resolve(navigator.clipboard?.writeText(link).then(() => true)).catch(
      () => false,
    );
    if (!done) this.#select();
    this.#line = this.#say(done ? "share.copied" : "share.select");
    this.#draw();
  }

  #select() {
    const field = /** @type {HTMLInputElement} */ (this.#box.querySelector(`#${LINK}`));
    field.focus();
    // Backwards, so that a field shorter than the link shows its beginning.
    field.setSelectionRange(0, field.value.length, "backward");
  }

  /** Hand the link to the device's own list of apps. A reader who changes their mind is told nothing. */
  async send() {
    await navigator.share({ url: this.#made?.link ?? "" }).catch(() => {});
  }

  save() {
    if (this.#made) save(this.#made.document, this.#say("toolbar.file_name"));
  }

  /** @param {EventTarget | null} target */
  #choose(target) {
    if (!(target instanceof HTMLInputElement) || target.type !== "radio") return;
    this.#names = target.value === "with";
    this.#made = null;
    this.#line = "";
    this.#draw();
  }

  /** The partnership as it leaves: without teams that were only looked at, and without names unless chosen. */
  #document() {
    const document = withoutDrafts(this.#desk.view.document);
    if (this.#names) return document;
    const numbered = (/** @type {number} */ number) => this.#say("person.numbered", { number });
    return withoutNames(document, numbered, this.#say("share.left_out"));
  }

  /** @param {number} length */
  #length(length) {
    const shown = (/** @type {number} */ number) => number.toLocaleString(this.#desk.settings.language);
    const key = length > LONGEST ? "too_long" : length > LONG ? "made_long" : "made";
    return this.#say(`share.${key}`, { length: shown(length), limit: shown(LONGEST) });
  }

  #draw() {
    const state = { names: this.#names, made: this.#made !== null, link: this.#made?.link ?? null };
    patch(this.#content, shareView(this.#say, { ...state, line: this.#line }));
  }
}
