/**
 * Rows from a spreadsheet, pasted or opened as a file: Python guesses what they hold, the reader confirms. What was
 * pasted stays until it has been added or thrown away on purpose.
 */

import { h } from "../dom.js";
import { patch } from "../patch.js";
import { packagesFor } from "../sheets/packages.js";
import { confirmed, homesOf } from "./confirmed.js";
import { BOX, PROPOSAL, pasteView, TITLE } from "./paste-view.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../types.js").Guess} Guess */
/** @typedef {import("../types.js").Loose} Loose */

/** @type {Record<string, (desk: Desk, button: HTMLElement) => string | void>} */
export const PASTE_ACTIONS = {
  paste: (desk, button) => dialogOf(desk, button).show(),
  "paste-read": (desk, button) => void dialogOf(desk, button).read(),
  "paste-add": (desk, button) => dialogOf(desk, button).add(),
  "paste-close": (desk, button) => dialogOf(desk, button).discard(),
};

/** @type {WeakMap<Element, PasteDialog>} */
const dialogs = new WeakMap();

/**
 * Offer the dialog where several cells or rows are pasted into a person's name.
 *
 * @param {HTMLElement} app
 * @param {Desk} desk
 */
export function watchPasting(app, desk) {
  app.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const place = event.target instanceof HTMLElement ? event.target.dataset.path : undefined;
    if (!place?.includes('"participants"') || !place.endsWith('"name"]') || !isTable(text)) return;
    event.preventDefault();
    const dialog = dialogOf(desk, app);
    dialog.show(text);
    void dialog.read();
  });
}

/**
 * Show the proposal that Python made of a file.
 *
 * @param {HTMLElement} app
 * @param {Desk} desk
 * @param {Loose} loose
 */
export function confirmLoose(app, desk, loose) {
  dialogOf(desk, app).open(loose);
}

/** @param {string} text */
function isTable(text) {
  return text.includes("\t") || text.trim().includes("\n");
}

/**
 * @param {Desk} desk
 * @param {Element} inside
 * @returns {PasteDialog}
 */
function dialogOf(desk, inside) {
  const app = /** @type {Element} */ (inside.closest(".checker-app"));
  const dialog = dialogs.get(app) ?? new PasteDialog(desk, app);
  dialogs.set(app, dialog);
  return dialog;
}

class PasteDialog {
  #desk;
  #app;
  #content = h("div", { class: "checker-paste-content" });
  #box = /** @type {HTMLDialogElement} */ (
    h("dialog", { class: "checker-paste", "aria-labelledby": TITLE }, this.#content)
  );
  /** @type {string | null} */ #text = "";
  /** @type {Loose | null} */ #file = null;
  /** @type {Guess | null} */ #guess = null;
  /** @type {(string | null)[] | null} */ #fields = null;
  /** @type {import("./confirmed.js").Homes} */ #homes = new Map();
  #busy = false;
  #line = "";

  /**
   * @param {Desk} desk
   * @param {Element} app
   */
  constructor(desk, app) {
    this.#desk = desk;
    this.#app = app;
    this.#box.addEventListener("input", ({ target }) => this.#input(target));
    this.#box.addEventListener("close", () => this.#box.remove());
  }

  /** @param {string | null} text what was pasted elsewhere */
  show(text = null) {
    if (text !== null || this.#file) this.#clear();
    if (text !== null) this.#text = text;
    this.#appear();
  }

  /** @param {Loose} file */
  open(file) {
    this.#clear();
    this.#text = null;
    this.#file = file;
    this.#appear();
    // Whoever read the file did not know the partners of this form.
    void this.read();
  }

  /** Ask Python what the rows hold. */
  async read() {
    const { engine, settings, view, component } = this.#desk;
    const { language } = settings;
    this.#busy = true;
    this.#draw();
    const partners = view.document.partners.map(({ id, name, country }) => ({ id, name, country }));
    const { name, base64 } = this.#file ?? { name: "", base64: "" };
    const list = this.#file ? { name, base64, packages: packagesFor(name) } : { text: this.#text ?? "" };
    const request = { type: "guess", language, component, partners, fields: this.#fields, ...list };
    engine.start();
    const answer = JSON.parse((await engine.ask(request)) ?? "null");
    this.#busy = false;
    if (answer?.format === "guess/1") this.#take(answer);
    else {
      this.#guess = null;
      const faults = (answer?.faults ?? []).map((/** @type {{ message: string }} */ one) => one.message);
      this.#line = faults.join(" ") || this.#desk.say("paste.no_engine");
    }
    this.#draw();
    /** @type {HTMLElement | null} */
    const found = this.#fields ? null : this.#box.querySelector(`#${PROPOSAL}`);
    found?.focus();
  }

  /** Let the people join the team, and say that they did. */
  add() {
    const { view, say } = this.#desk;
    if (!this.#guess) return "";
    const first = (view.document.teams[view.team]?.participants ?? []).length;
    const text = say("paste.added", { n: this.#guess.people.length });
    const document = confirmed(view.document, view.team, this.#guess, this.#homes);
    this.discard();
    this.#desk.change(document, { notice: { tone: "met", text, undo: true } });
    return `checker-teams-${view.team}-participants-${first}`;
  }

  /** Close, and throw away what was pasted. */
  discard() {
    this.#clear();
    this.#box.close();
  }

  #appear() {
    this.#draw();
    if (this.#box.isConnected) return;
    this.#app.append(this.#box);
    this.#box.showModal();
  }

  #clear() {
    this.#text = "";
    this.#file = null;
    this.#guess = null;
    this.#fields = null;
    this.#homes = new Map();
    this.#line = "";
  }

  /** @param {Guess} guess */
  #take(guess) {
    this.#guess = guess;
    this.#homes = homesOf(guess, this.#desk.view.document, this.#homes);
    this.#line = guess.people.length > 0 ? "" : this.#desk.say("paste.nobody");
  }

  /** @param {EventTarget | null} target */
  #input(target) {
    if (target instanceof HTMLTextAreaElement && target.id === BOX) {
      this.#text = target.value;
      // Another text is another table.
      this.#guess = null;
      this.#fields = null;
      this.#draw();
    } else if (target instanceof HTMLSelectElement && target.dataset.said !== undefined) {
      this.#homes.set(target.dataset.said, target.value);
    } else if (target instanceof HTMLSelectElement && this.#guess) {
      this.#fields = this.#guess.columns.map(({ field }) => field);
      this.#fields[Number(target.dataset.column)] = target.value || null;
      void this.read();
    }
  }

  #draw() {
    patch(
      this.#content,
      pasteView(this.#desk.view, {
        text: this.#text,
        name: this.#file?.name ?? "",
        guess: this.#guess,
        homes: this.#homes,
        busy: this.#busy,
        line: this.#line,
      }),
    );
  }
}
