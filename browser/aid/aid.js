/** Asks Python for help with the team on the desk, once its verdict is painted and the reader has paused. */

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("./types.js").Answer} Answer */

/** So long nothing may have changed, in milliseconds: a search must not keep the next verdict waiting. */
const PAUSE = 300;

export class Aid {
  /** What Python last said, while it may still be so. @type {Answer | null} */ answer = null;
  #desk;
  /** The report that was last asked about. @type {import("../types.js").TeamReport | null} */ #report = null;
  /** The document that the answer is about. @type {import("../types.js").Partnership | null} */ #about =
    null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /** @param {Desk} desk */
  constructor(desk) {
    this.#desk = desk;
  }

  /** Does the answer speak of the document as it stands? */
  get isFresh() {
    return this.answer !== null && this.#about === this.#desk.view.document;
  }

  /** Follow the desk: ask about a new report, and forget what was said of another team. */
  look() {
    const { report } = this.#desk;
    if (report === this.#report) return;
    this.#report = report;
    clearTimeout(this.#timer);
    if (!report || !isWorth(report)) this.answer = null;
    else this.#timer = setTimeout(() => void this.#ask(report), PAUSE);
  }

  /** @param {import("../types.js").TeamReport} report */
  async #ask(report) {
    const { view, engine } = this.#desk;
    const { document, team, settings } = view;
    const text = await engine.ask({
      type: "aid",
      language: settings.language,
      text: JSON.stringify(document),
      place: team,
    });
    if (text === null || report !== this.#report || report !== this.#desk.report) return;
    const answer = JSON.parse(text);
    this.answer = answer.format === "aid/1" ? answer : null;
    this.#about = document;
    this.#desk.redraw();
  }
}

/**
 * Is a requirement not met, or something unclear?
 *
 * @param {import("../types.js").TeamReport} report
 */
function isWorth({ findings }) {
  return findings.some(
    ({ strength, status }) => status === "unclear" || (status === "unmet" && strength === "must"),
  );
}

/** @type {WeakMap<Desk, Aid>} */
const AIDS = new WeakMap();

/**
 * @param {Desk} desk
 * @returns {Aid}
 */
export function aidOf(desk) {
  const known = AIDS.get(desk);
  if (known) return known;
  const aid = new Aid(desk);
  AIDS.set(desk, aid);
  return aid;
}
