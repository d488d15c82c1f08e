/**
 * `<team-checker component="inception">`: the form, the document behind it, and Python's answer to it.
 *
 * The build has rendered a checklist and the settings into the element; this script puts the form above.
 */

import { ACTIONS } from "./actions.js";
import { Announcer } from "./announcer.js";
import { Desk } from "./desk.js";
import { renamed } from "./document.js";
import { enteredIn } from "./fields.js";
import { assign } from "./paths.js";
import { verdictLine } from "./report-view.js";
import { reveal } from "./reveal.js";
import { Screen } from "./screen.js";

/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {import("./types.js").Path} Path */

const QUERY = "component";

export class TeamChecker extends HTMLElement {
  static observedAttributes = [QUERY];

  #announcer = new Announcer();
  /** @type {Desk | null} */ #desk = null;
  /** @type {Screen | null} */ #screen = null;
  #gone = new AbortController();

  connectedCallback() {
    const settings = readSettings(this);
    if (!settings || this.#screen) return;
    const desk = new Desk(settings, this.#startingComponent(settings), (answered) => this.#draw(answered));
    this.#desk = desk;
    this.#screen = new Screen(this, desk.say, this.#announcer.element);
    this.setAttribute(QUERY, desk.component);
    this.#listen(desk, this.#screen.root);
    this.#draw(false);
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
   * @param {Settings} settings
   * @returns {string}
   */
  #startingComponent(settings) {
    const asked = this.getAttribute(QUERY) ?? new URLSearchParams(location.search).get(QUERY) ?? "";
    return has(settings, asked) ? asked : (settings.components[0]?.id ?? "");
  }

  /**
   * @param {Desk} desk
   * @param {HTMLElement} root
   */
  #listen(desk, root) {
    const { signal } = this.#gone;
    root.addEventListener("focusin", () => this.#engage(desk), { signal });
    root.addEventListener("click", (event) => this.#click(desk, event), { signal });
    root.addEventListener("input", (event) => this.#input(desk, event), { signal });
    root.addEventListener("change", (event) => this.#choose(desk, event), { signal });
    root.addEventListener("toggle", (event) => this.#toggle(desk, event), { signal, capture: true });
    desk.workspace.watch(() => desk.refresh(), signal);
  }

  /** @param {Desk} desk */
  #engage(desk) {
    if (desk.engine.state !== "idle") return;
    performance.mark("checker:engage");
    void desk.check();
  }

  /**
   * @param {Desk} desk
   * @param {Event} event
   */
  #click(desk, event) {
    this.#engage(desk);
    const button = event.target instanceof Element ? event.target.closest("[data-action]") : null;
    if (!(button instanceof HTMLElement) || button instanceof HTMLInputElement) return;
    if (button.localName === "a") event.preventDefault();
    const target = ACTIONS[button.dataset.action ?? ""]?.(desk, button);
    const field = target && document.getElementById(target);
    if (field) reveal(field);
    else if (!button.isConnected) this.#screen?.root.querySelector("button")?.focus();
  }

  /**
   * @param {Desk} desk
   * @param {Event} event
   */
  #input(desk, event) {
    this.#engage(desk);
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (!field.dataset.path) return;
    /** @type {Path} */
    const path = JSON.parse(field.dataset.path);
    const { document, team } = desk.view;
    const value = enteredIn(field);
    const isName = path[2] === "participants" && path[4] === "name";
    const next = isName
      ? renamed(document, team, Number(path[3]), /** @type {string | null} */ (value))
      : assign(document, path, value);
    desk.change(next, { place: field.dataset.path });
  }

  /**
   * @param {Desk} desk
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
      desk.choose(input.dataset.component);
    }
  }

  /**
   * @param {Desk} desk
   * @param {Event} event
   */
  #toggle(desk, event) {
    const card = /** @type {HTMLDetailsElement} */ (event.target);
    const key = Number(card.dataset.person);
    if (!key || card.open === desk.open.has(key)) return;
    if (card.open) desk.open.add(key);
    else desk.open.delete(key);
    this.#draw(false);
  }

  /** @param {boolean} answered has Python answered just now? */
  #draw(answered) {
    const desk = this.#desk;
    if (!desk || !this.#screen) return;
    const { view } = desk;
    this.#screen.draw(desk, view);
    this.setAttribute(QUERY, desk.component);
    this.setAttribute("state", desk.engine.state);
    if (view.report) this.setAttribute("verdict", view.report.verdict);
    else this.removeAttribute("verdict");
    if (desk.notice?.urgent) this.#urge(desk.notice);
    if (answered) {
      this.#announcer.say(verdictLine(view));
      requestAnimationFrame(() => performance.mark("checker:verdict"));
    }
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

customElements.define("team-checker", TeamChecker);
