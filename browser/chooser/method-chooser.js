/**
 * `<method-chooser>`: four questions, and Python's advice on every method of the toolbox.
 *
 * The build has rendered the settings into the element; the table of methods stands below it in any case.
 */

import { Announcer } from "../announcer.js";
import { Engine } from "../engine.js";
import { enteredIn } from "../fields.js";
import { assign } from "../paths.js";
import { reveal } from "../reveal.js";
import { speaker } from "../words.js";
import { adviceLine } from "./advice-view.js";
import { hasAnswers, Screen } from "./screen.js";

/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {import("./types.js").Answers} Answers */
/** @typedef {import("./types.js").Advice} Advice */
/** @typedef {import("./types.js").Faults} Faults */

/** @type {Answers} */
const NOTHING = { format: "choice/1" };

export class MethodChooser extends HTMLElement {
  #announcer = new Announcer();
  #engine = new Engine(() => this.#draw());
  #gone = new AbortController();
  /** @type {Settings | null} */ #settings = null;
  /** @type {import("../words.js").Say} */ #say = (key) => key;
  /** @type {Screen | null} */ #screen = null;
  #answers = NOTHING;
  /** @type {Advice | null} */ #advice = null;
  /** @type {import("../types.js").Fault[]} */ #faults = [];

  connectedCallback() {
    const text = this.querySelector("script[type='application/json']")?.textContent;
    if (!text || this.#screen) return;
    /** @type {Settings} */
    const settings = JSON.parse(text);
    this.#settings = settings;
    this.#say = speaker(settings.words, settings.language);
    this.#screen = new Screen(this, settings, this.#say, this.#announcer.element);
    this.#listen(this.#screen.root);
    this.#draw();
  }

  disconnectedCallback() {
    this.#gone.abort();
    this.#engine.stop();
  }

  /** @param {HTMLElement} root */
  #listen(root) {
    const { signal } = this.#gone;
    root.addEventListener("focusin", () => this.#engage(), { signal });
    root.addEventListener("click", (event) => this.#click(event), { signal });
    root.addEventListener("input", (event) => this.#input(event), { signal });
  }

  #engage() {
    if (this.#engine.state !== "idle") return;
    performance.mark("checker:engage");
    void this.#choose();
  }

  /** @param {Event} event */
  #click(event) {
    this.#engage();
    const control = event.target instanceof Element ? event.target.closest("[data-action]") : null;
    if (!(control instanceof HTMLElement)) return;
    if (control.dataset.action === "retry") void this.#choose();
    else if (control.dataset.action === "clear") this.#clear();
    else if (control.dataset.action === "reveal") {
      event.preventDefault();
      const field = document.getElementById(control.dataset.target ?? "");
      if (field) reveal(field);
    }
  }

  #clear() {
    this.#change(NOTHING);
    this.#screen?.root.querySelector("input")?.focus();
  }

  /** @param {Event} event */
  #input(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (field.dataset.path)
      this.#change(assign(this.#answers, JSON.parse(field.dataset.path), enteredIn(field)));
  }

  /** @param {Answers} answers */
  #change(answers) {
    this.#answers = answers;
    this.#draw();
    void this.#choose();
  }

  /** Ask Python about the answers as they stand; a later question takes the place of this one. */
  async #choose() {
    const language = this.#settings?.language ?? "";
    this.#engine.start();
    const text = await this.#engine.ask({ type: "choose", text: JSON.stringify(this.#answers), language });
    if (text === null) return;
    /** @type {Advice | Faults} */
    const answer = JSON.parse(text);
    this.#advice = answer.format === "advice/1" ? answer : null;
    this.#faults = answer.format === "faults/1" ? answer.faults : [];
    this.#draw();
    this.#announce();
  }

  #announce() {
    if (this.#faults.length > 0) this.#announcer.say(this.#say("choose.faults"));
    else if (this.#advice && hasAnswers(this.#answers))
      this.#announcer.say(adviceLine(this.#say, this.#advice));
    else this.#announcer.say("");
  }

  #draw() {
    const { state } = this.#engine;
    this.#screen?.draw(this.#engine, {
      answers: this.#answers,
      advice: this.#advice,
      faults: this.#faults,
    });
    this.setAttribute("state", state);
  }
}

customElements.define("method-chooser", MethodChooser);
