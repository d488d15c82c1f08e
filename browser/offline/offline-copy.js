/**
 * `<offline-copy>`: keeps the whole guide on this device, says how far it has come, and removes it again.
 *
 * Its words are JSON inside it. Removing takes the copies alone; what the reader has entered stays.
 */

import { h, icon } from "../dom.js";
import { removeCopies } from "../shelf/erase.js";
import { Channel } from "../shelf/news.js";
import { speaker } from "../words.js";
import { hasEverything, keepAll, listingNow, sizeOf } from "./keep-all.js";

/** @typedef {"unseen" | "absent" | "coming" | "stopped" | "failed" | "full" | "refused" | "kept" | "removed" | "impossible"} State */
/** @typedef {"keep" | "stop" | "remove"} Action */

/** What can be done in a state. @type {Record<State, Action[]>} */
const ACTIONS = {
  unseen: ["keep"],
  absent: ["keep"],
  coming: ["stop"],
  stopped: ["keep", "remove"],
  failed: ["keep", "remove"],
  full: ["keep", "remove"],
  refused: ["keep"],
  kept: ["remove"],
  removed: ["keep"],
  impossible: [],
};
const ICONS = { keep: "save", stop: "unmet", remove: "remove" };
/** How it ends where the browser says no: to more bytes, or to the service worker. @type {Record<string, State>} */
const ENDS = { QuotaExceededError: "full", SecurityError: "refused" };
/** Part of it is there already. @type {Set<State>} */
const BEGUN = new Set(["stopped", "failed", "full"]);
const MEGABYTE = 1_000_000;
/** Said aloud at so many steps, not at every byte. */
const STEPS = 10;

export class OfflineCopy extends HTMLElement {
  /** @type {import("../words.js").Say} */ #say = (key) => key;
  /** @type {AbortController | null} */ #coming = null;
  #total = 0;
  #step = 0;
  #status = h("p", { class: "offline-status", role: "status" });
  #bar = /** @type {HTMLProgressElement} */ (h("progress", { class: "offline-bar", value: "0" }));
  #actions = h("div", { class: "checker-actions" });
  /** Is it this button that removes the copies? */
  #removes = false;

  constructor() {
    super();
    // Where everything is erased, or another tab removes the copies, none comes any more.
    new Channel().listen(({ type }) => {
      if (type === "removed") this.#gone("removed");
      if (type === "erased") this.#gone("absent");
    });
  }

  connectedCallback() {
    const words = this.querySelector("script")?.textContent;
    if (!words) return;
    this.#say = speaker(JSON.parse(words), document.documentElement.lang);
    this.#bar.setAttribute("aria-label", this.#say("bar"));
    // Above the buttons nothing grows: one that moves while it is pressed hears of no press.
    this.replaceChildren(this.#actions, this.#bar, this.#status);
    this.#show("unseen");
    // How large the guide is need not be asked for before somebody looks.
    const watcher = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      watcher.disconnect();
      if (this.getAttribute("state") === "unseen") void this.#look();
    });
    watcher.observe(this);
  }

  async #look() {
    try {
      if (!("serviceWorker" in navigator) || !("caches" in self))
        throw new Error("no copies in this browser");
      this.#total = sizeOf(await listingNow());
      const state = (await hasEverything()) ? "kept" : "absent";
      if (!this.#coming) this.#show(state);
    } catch (error) {
      console.info(error);
      if (!this.#coming) this.#show("impossible");
    }
  }

  async #keep() {
    const coming = new AbortController();
    this.#coming = coming;
    this.#step = 0;
    this.#show("coming");
    this.#focus();
    const end = await this.#fetch(coming);
    // Whoever has gone on to something else is not called back, least of all to what removes it.
    const isHere = this.contains(document.activeElement);
    this.#show(end);
    if (isHere) this.#focus();
  }

  /**
   * @param {AbortController} coming
   * @returns {Promise<State>} how it ended
   */
  async #fetch(coming) {
    try {
      const listing = await listingNow();
      this.#total = sizeOf(listing);
      // Asked for by the reader, so the browser should not clear it away by itself. Firefox asks its reader,
      // and gives no answer until that one does: what is kept does not wait for it.
      void navigator.storage?.persist?.().catch(() => false);
      await keepAll(listing, coming.signal, (bytes) => this.#progress(bytes));
      return "kept";
    } catch (error) {
      if (coming.signal.aborted) return coming.signal.reason?.state ?? "stopped";
      // What else is on its way need not come either.
      coming.abort();
      console.info(error);
      return (error instanceof DOMException && ENDS[error.name]) || "failed";
    }
  }

  /**
   * The copies were removed.
   *
   * @param {State} state
   */
  #gone(state) {
    if (this.#removes) return;
    const now = /** @type {State} */ (this.getAttribute("state"));
    if (now === "coming") this.#coming?.abort({ state });
    else if (now === "kept" || BEGUN.has(now)) this.#show(state);
  }

  async #remove() {
    this.#removes = true;
    await removeCopies();
    this.#removes = false;
    this.#show("removed");
    this.#focus();
  }

  /** @param {number} bytes */
  #progress(bytes) {
    this.#bar.value = bytes / this.#total;
    const step = Math.floor(this.#bar.value * STEPS);
    if (step === this.#step) return;
    this.#step = step;
    this.#status.textContent = this.#words("coming", bytes);
  }

  /** @param {State} state */
  #show(state) {
    this.setAttribute("state", state);
    this.#bar.hidden = state !== "coming";
    this.#bar.value = 0;
    this.#status.textContent = this.#words(state);
    const buttons = ACTIONS[state].map((action) => this.#button(action, state));
    // A button that stays what it was keeps the focus.
    const isSame = this.#actions.innerHTML === buttons.map(({ outerHTML }) => outerHTML).join("");
    if (!isSame) this.#actions.replaceChildren(...buttons);
  }

  /**
   * @param {string} key
   * @param {number} [bytes]
   */
  #words(key, bytes = 0) {
    const megabytes = (/** @type {number} */ size) => Math.round(size / MEGABYTE);
    return this.#say(key, { there: megabytes(bytes), size: megabytes(this.#total) });
  }

  /**
   * @param {Action} action
   * @param {State} state
   */
  #button(action, state) {
    const label = this.#words(action === "keep" && BEGUN.has(state) ? "again" : action);
    const button = h(
      "button",
      { type: "button", class: "checker-button", "data-offline": action },
      icon(ICONS[action]),
      h("span", {}, label),
    );
    const does = {
      keep: () => this.#keep(),
      stop: () => this.#coming?.abort(),
      remove: () => this.#remove(),
    };
    button.addEventListener("click", () => void does[action]());
    return button;
  }

  /** The button that was pressed is gone: the next one takes its place. */
  #focus() {
    this.#actions.querySelector("button")?.focus();
  }
}

customElements.define("offline-copy", OfflineCopy);
