/** The chooser's fixed frame: the questions above, the methods below. */

import { h, icon } from "../dom.js";
import { numberField, radioField } from "../fields.js";
import { button } from "../parts.js";
import { patch } from "../patch.js";
import { fieldId } from "../paths.js";
import { engineStatus } from "../status-view.js";
import { adviceOf } from "./advice-view.js";

/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {import("./types.js").Answers} Answers */
/** @typedef {import("./types.js").Advice} Advice */
/** @typedef {import("../types.js").Fault} Fault */
/** @typedef {import("../words.js").Say} Say */
/** @typedef {{ answers: Answers, advice: Advice | null, faults: Fault[] }} Content */

export class Screen {
  #form = h("div", { class: "checker-form" });
  #result = h("div", { class: "checker-answer" });
  #title;
  #settings;
  #say;
  root;

  /**
   * @param {HTMLElement} host
   * @param {Settings} settings
   * @param {Say} say
   * @param {HTMLElement} announcement
   */
  constructor(host, settings, say, announcement) {
    this.#settings = settings;
    this.#say = say;
    const named = { class: "checker-title", id: "chooser-result", tabindex: "-1" };
    this.#title = h("h3", named, say("choose.result"));
    this.root = h(
      "div",
      { class: "checker-app" },
      announcement,
      this.#form,
      h("section", { class: "chooser-result", "aria-labelledby": named.id }, this.#title, this.#result),
    );
    host.replaceChildren(this.root);
  }

  /**
   * @param {import("../engine.js").Engine} engine
   * @param {Content} content
   */
  draw(engine, content) {
    patch(this.#form, formOf(this.#settings, this.#say, content.answers));
    const status = engineStatus(this.#say, engine, false);
    const hadFocus = this.#result.contains(document.activeElement);
    patch(this.#result, h("div", { class: "checker-answer" }, status, status ? null : this.#answer(content)));
    // A button that starts something goes; what it leads to comes there.
    if (hadFocus && document.activeElement === document.body) this.#title.focus();
  }

  /** @param {Content} content */
  #answer({ answers, advice, faults }) {
    if (faults.length > 0) return faultBox(this.#settings, this.#say, faults);
    if (!advice || !hasAnswers(answers))
      return h("p", { class: "checker-status", "data-key": "prompt" }, this.#say("choose.prompt"));
    return adviceOf(this.#settings, this.#say, advice);
  }
}

/**
 * Has anything been answered?
 *
 * @param {Answers} answers
 */
export function hasAnswers({ format, ...given }) {
  return Object.values(given).some((value) => value !== null && value !== undefined);
}

/**
 * @param {Settings} settings
 * @param {Say} say
 * @param {Answers} answers
 */
function formOf(settings, say, answers) {
  // The fields need no more of a view than this.
  const view = /** @type {import("../view.js").View} */ (
    /** @type {unknown} */ ({ settings, say, document: answers })
  );
  const fields = settings.questions.map(({ id, choices, ...labels }) =>
    choices.length > 0
      ? radioField(view, [id], labels, choices)
      : numberField(view, [id], labels, 1, settings.mostPeople),
  );
  return h(
    "div",
    { class: "checker-form" },
    h(
      "div",
      { class: "checker-section chooser-questions", role: "group", "aria-labelledby": "chooser-questions" },
      h("h3", { class: "checker-heading", id: "chooser-questions" }, say("choose.questions")),
      h("p", { class: "checker-hint" }, say("choose.questions_hint")),
      fields,
      hasAnswers(answers) ? button("clear", say("choose.clear"), { image: "restart", quiet: true }) : null,
    ),
  );
}

/**
 * @param {Settings} settings
 * @param {Say} say
 * @param {Fault[]} faults
 */
function faultBox({ questions }, say, faults) {
  const items = faults.map(({ path, message }) => {
    const question = questions.find(({ id }) => id === path);
    const text = question ? `${question.label} ${message}` : message;
    const target = question && fieldId([question.id]);
    const link = h("a", { href: `#${target}`, "data-action": "reveal", "data-target": target }, text);
    return h("li", {}, target ? link : text);
  });
  return h(
    "div",
    { class: "checker-status checker-status--failed", "data-key": "faults" },
    h("p", { class: "checker-status-title" }, icon("unmet"), say("choose.faults")),
    h("ul", { class: "checker-faults" }, items),
  );
}
