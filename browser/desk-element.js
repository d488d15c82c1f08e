/**
 * What every element with a desk does: reads the settings that the build rendered into it, listens, lets the
 * desk work and draws. Python starts when the reader turns to it, or before, where that costs nobody anything.
 */

import { Announcer } from "./announcer.js";
import { approached } from "./approach.js";
import { startWhenCalm } from "./calm-start.js";
import { enteredIn } from "./fields.js";
import { isSaving } from "./line.js";
import "./offline/after-answer.js";
import { assign } from "./paths.js";
import { Pieces, painted, SEEN } from "./pieces.js";
import { nearest, reveal } from "./reveal.js";

/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {import("./types.js").Path} Path */
/** @typedef {import("./types.js").Partnership} Partnership */

/** @typedef {Generator<unknown, void, undefined>} Drawing gives `SEEN` and `WHOLE` of `pieces.js` */

/**
 * @template {import("./desk.js").Desk} D
 * @typedef {{ root: HTMLElement, draw: (desk: D, answered: boolean) => Drawing }} Screen
 */

/**
 * What tells one such element from another.
 *
 * @template {import("./desk.js").Desk} D
 * @typedef {{
 *   desk: (settings: Settings, component: string | null, changed: (answered: boolean) => void) => D,
 *   screen: (host: HTMLElement, desk: D, announcement: HTMLElement) => Screen<D>,
 *   actions: Record<string, (desk: D, button: HTMLElement) => string | void>,
 *   edited?: (desk: D, path: Path, value: unknown) => Partnership | null,
 *   chosen?: (desk: D, input: HTMLInputElement) => void,
 *   begun?: (desk: D, gone: AbortSignal) => void,
 *   verdict: (desk: D) => string | null,
 *   line: (desk: D) => string,
 * }} Parts `edited` gives the document after a change of its own kind, or null; `line` is said aloud
 */

export const QUERY = "component";
/** The part of the form to open, as `replacements`. */
const OPEN = "open";

/** @template {import("./desk.js").Desk} D */
export class DeskElement extends HTMLElement {
  static observedAttributes = [QUERY];

  #parts;
  #announcer = new Announcer();
  /** @type {D | null} */ #desk = null;
  /** @type {Screen<D> | null} */ #screen = null;
  #gone = new AbortController();
  #pieces = new Pieces();
  /** Has Python answered, and the reader does not see the verdict yet? */ #isUnseen = false;
  /** Has Python answered, and not all of it is drawn yet? */ #isUnsaid = false;

  /** @param {Parts<D>} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
  }

  connectedCallback() {
    const settings = readSettings(this);
    if (!settings || this.#desk) return;
    const asked = this.getAttribute(QUERY) ?? new URLSearchParams(location.search).get(QUERY) ?? "";
    const component = has(settings, asked) ? asked : null;
    const desk = this.#parts.desk(settings, component, (answered) => this.#draw(answered));
    this.#desk = desk;
    void Promise.all([desk.begin(), approached(this)]).then(() => this.#begin(desk));
  }

  /**
   * What is kept has been read: until now there was no form that anything could be typed in.
   *
   * @param {D} desk
   */
  #begin(desk) {
    if (this.#gone.signal.aborted) return;
    this.#screen = this.#parts.screen(this, desk, this.#announcer.element);
    this.#listen(desk, this.#screen.root);
    this.#draw(false);
    this.#parts.begun?.(desk, this.#gone.signal);
    void startWhenCalm(() => desk.engine.warm(), this.#gone.signal);
    this.#pieces.afterwards(() => this.#open());
  }

  /** Take the reader to the part of the form that a link asks for. */
  #open() {
    const asked = new URLSearchParams(location.search).get(OPEN);
    const place = asked && document.getElementById(`checker-${asked}`);
    if (place && this.contains(place)) reveal(place);
  }

  disconnectedCallback() {
    this.#gone.abort();
    this.#desk?.engine.stop();
  }

  attributeChangedCallback() {
    const chosen = this.getAttribute(QUERY);
    if (this.#desk && chosen && chosen !== this.#desk.component && has(this.#desk.settings, chosen))
      this.#desk.choose(chosen);
  }

  /**
   * @param {D} desk
   * @param {HTMLElement} root
   */
  #listen(desk, root) {
    const { signal } = this.#gone;
    // Whoever saves data has not asked for anything by looking on, nor who has just erased everything.
    root.addEventListener("focusin", () => isSaving() || desk.engine.isResting || this.#engage(desk), {
      signal,
    });
    root.addEventListener("click", (event) => this.#click(desk, event), { signal });
    root.addEventListener("input", (event) => this.#input(desk, event), { signal });
    root.addEventListener("change", (event) => this.#choose(desk, event), { signal });
    desk.workspace.watch((news) => this.#hear(desk, news), signal);
  }

  /** @param {D} desk */
  #engage(desk) {
    if (desk.engine.state !== "idle") return;
    performance.mark("checker:engage");
    void desk.check();
  }

  /**
   * @param {D} desk
   * @param {Event} event
   */
  #click(desk, event) {
    const target = /** @type {Element} */ (event.target);
    const button = target.closest("[data-action]");
    const isAway = desk.engine.isResting && target.closest("dialog");
    if (!isAway && (button || !isSaving())) this.#engage(desk);
    if (!(button instanceof HTMLElement) || button instanceof HTMLInputElement) return;
    if (button.localName === "a") event.preventDefault();
    const next = this.#parts.actions[button.dataset.action ?? ""]?.(desk, button);
    if (next) this.#pieces.finish();
    const field = next ? nearest(next) : null;
    if (field) reveal(field);
    else this.#pieces.afterwards(() => this.#keepFocus(button));
  }

  /**
   * Where the button that had the focus is no more, the first one has it.
   *
   * @param {HTMLElement} button
   */
  #keepFocus(button) {
    const isLost = !button.isConnected && document.activeElement === document.body;
    if (isLost) this.#screen?.root.querySelector("button")?.focus();
  }

  /**
   * @param {D} desk
   * @param {Event} event
   */
  #input(desk, event) {
    this.#engage(desk);
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (!field.dataset.path) return;
    /** @type {Path} */
    const path = JSON.parse(field.dataset.path);
    const value = enteredIn(field);
    const next = this.#parts.edited?.(desk, path, value) ?? assign(desk.view.document, path, value);
    desk.change(next, { place: field.dataset.path });
    // A person who was given another partner is drawn anew, among that one's people.
    this.#pieces.afterwards(() => {
      if (field.id && !field.isConnected) document.getElementById(field.id)?.focus();
    });
  }

  /**
   * @param {D} desk
   * @param {Event} event
   */
  #choose(desk, event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.type === "file") {
      const file = input.files?.[0];
      if (file) void desk.import(file);
      // The same file may be chosen again after it was corrected.
      input.value = "";
    } else if (input.dataset.component) {
      const address = new URL(location.href);
      address.searchParams.set(QUERY, input.dataset.component);
      history.replaceState(history.state, "", address);
      const { component, place } = input.dataset;
      desk.choose(component, place ? (desk.view.document.teams[Number(place)] ?? null) : null);
    } else this.#parts.chosen?.(desk, input);
  }

  /**
   * @param {D} desk
   * @param {import("./workspace.js").News} news
   */
  #hear(desk, news) {
    if (news.type === "kept") this.toggleAttribute("kept", desk.workspace.isKept);
    else desk.hear(news);
  }

  /** @param {boolean} answered has Python answered just now? */
  #draw(answered) {
    const desk = this.#desk;
    if (!desk || !this.#screen) return;
    this.#isUnseen ||= answered;
    this.#isUnsaid ||= answered;
    const { root } = this.#screen;
    void this.#pieces.run(this.#drawing(desk, this.#screen));
    if (!this.#pieces.isDone) root.setAttribute("aria-busy", "true");
    this.#pieces.afterwards(() => root.removeAttribute("aria-busy"));
  }

  /**
   * The pieces of a drawing. One that is given up leaves to the next what it has not shown and said.
   *
   * @param {D} desk
   * @param {Screen<D>} screen
   * @returns {Drawing}
   */
  *#drawing(desk, screen) {
    this.setAttribute(QUERY, desk.component);
    this.setAttribute("state", desk.engine.state);
    this.toggleAttribute("kept", desk.workspace.isKept);
    const verdict = this.#parts.verdict(desk);
    if (!verdict) this.removeAttribute("verdict");
    const isAwaited = this.#isUnseen;
    for (const step of screen.draw(desk, isAwaited)) {
      if (step === SEEN && this.#isUnseen) {
        this.#isUnseen = false;
        void painted().then(() => performance.mark("checker:verdict"));
      }
      yield isAwaited ? step : undefined;
    }
    // Whoever hears of the verdict, or waits for it, finds all that led to it.
    if (verdict) this.setAttribute("verdict", verdict);
    if (desk.notice?.urgent) this.#urge(desk.notice);
    if (this.#isUnsaid) this.#announcer.say(this.#parts.line(desk));
    this.#isUnsaid = false;
  }

  /** @param {import("./status-view.js").Notice} notice */
  #urge(notice) {
    notice.urgent = false;
    const box = this.#screen?.root.querySelector(".checker-notice:last-child");
    if (box instanceof HTMLElement) reveal(box);
  }
}

/**
 * @param {Element} element
 * @returns {Settings | null}
 */
function readSettings(element) {
  const text = element.querySelector("script[type='application/json']")?.textContent;
  return text ? JSON.parse(text) : null;
}

/**
 * @param {Settings} settings
 * @param {string} component
 */
function has(settings, component) {
  return settings.components.some(({ id }) => id === component);
}
