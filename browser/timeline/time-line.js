/**
 * The partnership's time line on the page: asks Python a moment after the days were changed, never in the way
 * of a verdict, and draws the answer as wide as there is room.
 */

import { h } from "../dom.js";
import { patch } from "../patch.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("./types.js").Line} Line */
/** @typedef {typeof import("./figure.js").figureOf} Painter */

/** So long the reader must have paused, in milliseconds. */
const PAUSE = 250;

export class TimeLine {
  /** The section, empty until there is something to show. */
  root = h("div", { class: "time-line", hidden: true });
  /** What was last asked about. */
  #gist = "";
  /** @type {Line | null} */ #line = null;
  /** @type {Desk | null} */ #desk = null;
  /** @type {Painter | null} */ #paint = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  #width = 0;
  #room = new ResizeObserver((entries) => this.#resize(entries));
  /** Where the drawing lies, once there is one. @type {Element | null} */ #body = null;

  /**
   * Follow the desk.
   *
   * @param {Desk} desk
   */
  draw(desk) {
    // The place around it has a width also while there is nothing to show.
    if (!this.#desk && this.root.parentElement) this.#room.observe(this.root.parentElement);
    this.#desk = desk;
    const gist = gistOf(desk);
    if (desk.engine.state === "failed" || desk.engine.isResting) this.#forget();
    else if (desk.engine.state === "ready" && gist !== this.#gist) this.#askSoon(gist);
    if (!this.#line) this.#redraw();
  }

  /** @param {string} gist */
  #askSoon(gist) {
    this.#gist = gist;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(gist), PAUSE);
  }

  /** @param {string} gist */
  async #ask(gist) {
    if (!this.#desk) return;
    const { engine, settings, workspace } = this.#desk;
    if (workspace.partnership.teams.length === 0) return this.#show(null);
    const text = JSON.stringify(workspace.partnership);
    try {
      const [answer, { figureOf }] = await Promise.all([
        engine.ask({ type: "timeline", text, language: settings.language }),
        import("./figure.js"),
      ]);
      this.#paint = figureOf;
      if (gist === this.#gist && answer !== null) this.#take(JSON.parse(answer));
    } catch (error) {
      // The drawing could not be fetched: the form and the verdict do without it, and the next change asks again.
      console.info(error);
      this.#forget();
    }
  }

  /** @param {Line | import("../types.js").Faults} answer */
  #take(answer) {
    this.#show(answer.format === "timeline/1" ? answer : null);
  }

  /** @param {Line | null} line */
  #show(line) {
    this.#line = line;
    this.#redraw();
  }

  /** What was drawn may no longer be so. */
  #forget() {
    this.#gist = "";
    this.#show(null);
  }

  /** @param {ResizeObserverEntry[]} entries */
  #resize(entries) {
    const { contentRect } = entries.find(({ target }) => target === this.#body) ?? entries[0] ?? {};
    const width = contentRect?.width ?? 0;
    // Folded, or while the page is laid out anew, there is no width at all.
    if (width < 1 || Math.abs(width - this.#width) < 1) return;
    this.#width = width;
    this.#redraw();
  }

  #redraw() {
    if (!this.#desk) return;
    patch(this.root, this.#fresh(this.#desk));
    const body = this.root.querySelector(".time-line-body");
    if (body && body !== this.#body) this.#room.observe(body);
    this.#body = body;
  }

  /** @param {Desk} desk */
  #fresh({ view, workspace }) {
    const isWorkshop = view.settings.components.length > 1;
    const { teams } = workspace.partnership;
    const worth = teams.length > 1 || teams.some((team) => team.visits?.length);
    const drawn = this.#line && this.#paint && this.#width > 0;
    if (!isWorkshop && !(drawn && worth)) return h("div", { class: "time-line", hidden: true });
    const title = h("h3", { class: "checker-heading", id: "checker-timeline" }, view.say("timeline.title"));
    const content = h(
      "div",
      { class: "time-line-body" },
      drawn
        ? /** @type {Painter} */ (this.#paint)(view, /** @type {Line} */ (this.#line), this.#width)
        : h("p", { class: "checker-hint", "data-key": "none" }, view.say("timeline.empty")),
    );
    const box = isWorkshop
      ? h("section", { "aria-labelledby": "checker-timeline" }, title, content)
      : h("details", { class: "checker-folded" }, h("summary", {}, title), content);
    return h("div", { class: "time-line" }, box);
  }
}

/**
 * All that the time line depends on: who the partners are, and every team's days, visits and answers.
 *
 * @param {Desk} desk
 */
function gistOf({ workspace }) {
  const { partners, teams } = workspace.partnership;
  return JSON.stringify([
    partners.map(({ id, name, country }) => [id, name, country]),
    teams.map(({ component, application, start, end, answers, visits }) => [
      [component, application, start, end, answers],
      visits?.map((visit) => [visit.country, visit.start, visit.end]),
    ]),
  ]);
}
