/**
 * `<erase-data>`: one button that removes everything the guide has saved on this device, and shows that it did.
 *
 * It needs no Python. Its words are JSON inside it, or given as `say`.
 */

import { h, icon } from "../dom.js";
import { speaker } from "../words.js";
import { eraseAll, inventory } from "./erase.js";

/** @typedef {import("./erase.js").Inventory} Inventory */
/** @typedef {import("../words.js").Say} Say */

const KINDS = /** @type {const} */ (["partnerships", "lines", "files"]);

export class EraseData extends HTMLElement {
  /** @type {Say | null} */ say = null;
  #result = h("div", { class: "erase-result", role: "status", tabindex: "-1" });

  connectedCallback() {
    const text = this.querySelector("script")?.textContent;
    if (text) this.say = speaker(JSON.parse(text), document.documentElement.lang);
    if (!this.say || this.#result.parentNode === this) return;
    const open = this.#button(this.say("erase.open"), () => void this.#ask());
    open.prepend(icon("remove"));
    this.replaceChildren(open, this.#result);
  }

  async #ask() {
    const say = /** @type {Say} */ (this.say);
    const before = await inventory();
    const box = /** @type {HTMLDialogElement} */ (
      h("dialog", { class: "erase-dialog", "aria-labelledby": "erase-title", closedby: "any" })
    );
    const yes = this.#button(say("erase.yes"), () => {
      box.close();
      void this.#erase(before);
    });
    yes.classList.add("erase-yes");
    const no = this.#button(say("erase.no"), () => box.close());
    no.autofocus = true;
    box.append(
      h("h3", { class: "checker-heading", id: "erase-title" }, say("erase.ask")),
      h("p", {}, say("erase.what")),
      h(
        "ul",
        { class: "erase-list" },
        KINDS.filter((kind) => before[kind] > 0 || kind === "partnerships").map((kind) =>
          h("li", {}, say(`erase.${kind}`, { n: before[kind] })),
        ),
      ),
      h("p", {}, say("erase.final")),
      h("div", { class: "checker-actions" }, yes, no),
    );
    box.addEventListener("close", () => box.remove());
    this.append(box);
    box.showModal();
  }

  /** @param {Inventory} before */
  async #erase(before) {
    const done = await eraseAll().then(
      () => true,
      (error) => {
        console.info(error);
        return false;
      },
    );
    // Read back from the browser, so that it says what is so.
    const after = done ? await inventory() : null;
    this.#show(before, after);
  }

  /**
   * @param {Inventory} before
   * @param {Inventory | null} after
   */
  #show(before, after) {
    const say = /** @type {Say} */ (this.say);
    const clean = after !== null && KINDS.every((kind) => after[kind] === 0);
    const rows = KINDS.map((kind) =>
      h(
        "tr",
        { "data-kind": kind },
        h("th", { scope: "row" }, say(`erase.kind_${kind}`)),
        h("td", {}, before[kind]),
        h("td", {}, after ? after[kind] : "?"),
      ),
    );
    const heads = ["kind", "before", "after"].map((name) => h("th", { scope: "col" }, say(`erase.${name}`)));
    this.#result.replaceChildren(
      h(
        "p",
        { class: "erase-line" },
        icon(clean ? "met" : "unclear"),
        say(clean ? "erase.done" : "erase.failed"),
      ),
      h("table", {}, h("thead", {}, h("tr", {}, heads)), h("tbody", {}, rows)),
    );
    this.#result.focus();
  }

  /**
   * @param {string} label
   * @param {() => void} pressed
   */
  #button(label, pressed) {
    const button = h("button", { type: "button", class: "checker-button" }, h("span", {}, label));
    button.addEventListener("click", pressed);
    return button;
  }
}

customElements.define("erase-data", EraseData);
