/** Where the reader works: the document, Python's answer to it, and what was last said about either. */

import { keyOf, teamIndex } from "./document.js";
import { Engine } from "./engine.js";
import { contents } from "./files.js";
import { takeDrafts } from "./replace/drafts.js";
import { packagesFor } from "./sheets/packages.js";
import { speaker } from "./words.js";
import { Workspace } from "./workspace.js";

/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {import("./types.js").Partnership} Partnership */
/** @typedef {import("./types.js").Report | import("./types.js").Faults | import("./types.js").Opened
 *   | import("./types.js").Guess | { format: "missing/1" }} Answer */

/** What is said of a chosen file, by outcome. */
const OF_FILES = {
  opened: "notice.opened",
  other: "notice.opened_other",
  refused: "notice.not_opened",
  unread: "notice.no_engine",
};

export class Desk {
  settings;
  say;
  workspace;
  engine;
  /** @type {string} */ component;
  /** @type {import("./types.js").TeamReport | null} */ report = null;
  /** @type {import("./types.js").Fault[]} */ faults = [];
  /** @type {import("./status-view.js").Notice | null} */ notice = null;
  /** What Python last said of the component's teams, by their keys. @type {Map<number, import("./types.js").Status>} */
  verdicts = new Map();
  /** What stays said until the reader puts it away. @type {import("./status-view.js").Notice | null} */
  standing = null;
  /** Keys of the people whose fields are unfolded. @type {Set<number>} */ open = new Set();
  /** A file that is a loose list, until it has been shown for confirmation. @type {import("./types.js").Loose | null} */
  loose = null;
  #changed;
  /** Key of the team that lies on the desk, where the reader has chosen one. @type {number | null} */ #team =
    null;
  /** The document that the answer is about, as it was sent. @type {string | null} */ #about = null;
  /** A file has been chosen: until it is read, no verdict is about what the reader is waiting for. */
  #opening = false;

  /**
   * @param {Settings} settings
   * @param {string} component
   * @param {(answered: boolean) => void} changed called when something shows otherwise than before
   */
  constructor(settings, component, changed) {
    this.settings = settings;
    this.component = component;
    this.#changed = changed;
    this.say = speaker(settings.words, settings.language);
    this.workspace = new Workspace(settings.homeCountry, this.say, settings.language);
    this.workspace.addEventListener("forgotten", (event) =>
      takeDrafts(/** @type {CustomEvent<string>} */ (event).detail),
    );
    this.engine = new Engine(() => changed(false));
  }

  /** Read what is kept; before that there is nothing to show. */
  async begin() {
    await this.workspace.open();
  }

  /** Is there a verdict, and is it about the document as it now stands? */
  get isAnswered() {
    return this.report !== null && this.#about === JSON.stringify(this.workspace.shown(this.component));
  }

  /** @returns {import("./view.js").View} */
  get view() {
    const document = this.workspace.shown(this.component);
    const form = this.settings.components.find(({ id }) => id === this.component);
    if (!form) throw new Error(`no component ${this.component}`);
    const { settings, say, report, faults, open } = this;
    return { settings, say, form, document, team: this.#place(document), report, faults, open };
  }

  /**
   * Return the place of the team on the desk: the chosen one, else the first of the component.
   *
   * @param {Partnership} document
   */
  #place(document) {
    const { component } = this;
    const chosen = document.teams.findIndex(
      (team) => team.component === component && keyOf(team) === this.#team,
    );
    return chosen < 0 ? teamIndex(document, component) : chosen;
  }

  /**
   * Show another component, or one of its teams.
   *
   * @param {string} component
   * @param {import("./types.js").Team | null} [team] the first one where none is given
   */
  choose(component, team = null) {
    this.component = component;
    this.#team = team && keyOf(team);
    this.report = null;
    this.faults = [];
    this.#changed(false);
    if (this.engine.state !== "idle") void this.check();
  }

  /**
   * Take a changed document and have it checked.
   *
   * @param {Partnership} document
   * @param {{ place?: string | null, notice?: import("./status-view.js").Notice | null }} [how]
   */
  change(document, { place = null, notice = null } = {}) {
    performance.mark("checker:edit");
    this.workspace.change(document, place);
    this.notice = notice;
    this.#redrawAndCheck();
  }

  /** @param {"undo" | "redo"} step */
  step(step) {
    performance.mark("checker:edit");
    this.workspace[step]();
    this.notice = null;
    this.#redrawAndCheck();
  }

  dismiss() {
    this.workspace.trouble = null;
    this.standing = null;
    this.tell(null);
  }

  /**
   * Tell the reader something, or take back what was told.
   *
   * @param {import("./status-view.js").Notice | null} notice
   */
  tell(notice) {
    this.notice = notice;
    this.redraw();
  }

  redraw() {
    this.#changed(false);
  }

  /**
   * Lay out a whole document. What lay there before stays kept beside it, unless it was empty.
   *
   * @param {Partnership} document
   * @param {import("./status-view.js").Notice | null} [notice]
   */
  lay(document, notice = null) {
    performance.mark("checker:edit");
    this.workspace.lay(document);
    this.turned(notice);
  }

  /**
   * Another partnership lies on the desk, or another version of it.
   *
   * @param {import("./status-view.js").Notice | null} [notice]
   */
  turned(notice = null) {
    this.open.clear();
    this.notice = notice;
    this.report = null;
    this.faults = [];
    // Python is not started by what another tab did.
    if (this.engine.state === "idle") this.redraw();
    else this.#redrawAndCheck();
  }

  /**
   * Lay another of the partnerships that are kept on the desk.
   *
   * @param {string} id
   */
  async bring(id) {
    if (!(await this.workspace.turnTo(id))) return;
    this.standing = null;
    this.turned();
  }

  /**
   * Something happened to what is kept.
   *
   * @param {import("./workspace.js").News} news
   */
  hear(news) {
    if (news.type === "split") {
      const text = this.say("shelf.split", { name: news.name });
      this.standing = { tone: "unclear", text, look: news.id };
      this.redraw();
    } else if (news.type === "elsewhere") {
      this.notice = { tone: "note", text: this.say("shelf.elsewhere"), undo: true };
      this.#changed(false);
      // What Python is asked while it starts would be about the version before.
      if (this.engine.state === "ready" || this.engine.state === "loading") void this.check();
    } else if (news.type === "erased") {
      this.engine.rest();
      this.turned({ tone: "note", text: this.say("shelf.erased") });
    } else if (news.type === "removed") {
      // With its first answer Python and the guide would be kept again; one that has answered goes on.
      if (this.engine.state === "loading") this.engine.rest();
      else this.engine.remembersNothing();
    } else if (news.type === "late") {
      this.turned();
    } else this.redraw();
  }

  /** Ask Python about the document as it stands. */
  async check() {
    this.engine.start();
    if (this.#opening) return;
    const { language } = this.settings;
    const { component } = this;
    const document = this.workspace.shown(component);
    const place = this.#place(document);
    const text = JSON.stringify(document);
    const answer = await this.#ask({ type: "check", text, language, component });
    if (!answer || this.#opening || component !== this.component || place !== this.view.team) return;
    this.#about = text;
    this.faults = answer.format === "faults/1" ? answer.faults : [];
    // The report holds the component's teams alone, in the order of the file.
    const before = document.teams.slice(0, place).filter((team) => team.component === component).length;
    this.report = (answer.format === "report/1" && answer.teams[before]) || null;
    const teams = document.teams.filter((team) => team.component === component);
    const verdicts = answer.format === "report/1" ? answer.teams.map(({ verdict }) => verdict) : [];
    this.verdicts = new Map(verdicts.map((verdict, index) => [keyOf(teams[index] ?? {}), verdict]));
    this.#changed(true);
  }

  /**
   * Open a file the reader has chosen, or what came in another way. What was there before can be had back.
   *
   * @param {File} file
   * @param {typeof OF_FILES} words what is said of it
   */
  async import(file, words = OF_FILES) {
    this.#opening = true;
    this.report = null;
    this.notice = null;
    this.#changed(false);
    this.engine.start();
    const { language, maxBytes } = this.settings;
    // A file that was moved since it was chosen is refused as one without content.
    const base64 = await contents(file, maxBytes).catch(() => "");
    const packages = packagesFor(file.name);
    const answer = await this.#ask({ type: "open", name: file.name, base64, language, packages });
    this.#opening = false;
    if (answer?.format === "guess/1") this.#propose({ name: file.name, base64 });
    else if (answer?.format === "opened/1") this.#take(answer, words, file.name);
    else this.#refuse(answer, words, file.name);
  }

  /** @param {import("./types.js").Loose} loose */
  #propose(loose) {
    this.loose = loose;
    this.#changed(false);
    void this.check();
  }

  /**
   * @param {import("./types.js").Opened} opened
   * @param {typeof OF_FILES} words
   * @param {string} name
   */
  #take({ document, unread }, words, name) {
    const known = this.settings.components.filter(({ id }) =>
      document.teams.some((team) => team.component === id),
    );
    const here = known.some(({ id }) => id === this.component);
    if (!here && known[0]) this.component = known[0].id;
    this.#team = null;
    const text = this.say(known.length > 0 ? words.opened : words.other, { name });
    const notice = unread.length
      ? { text: this.say("form.opened_in_part", { name }), faults: unread }
      : { text };
    this.lay(document, { tone: unread.length ? "unclear" : "met", undo: true, ...notice });
  }

  /**
   * @param {Answer | null} answer
   * @param {typeof OF_FILES} words
   * @param {string} name
   */
  #refuse(answer, words, name) {
    const missing = answer?.format === "missing/1" && "form.not_fetched";
    const text = this.say(missing || (answer ? words.refused : words.unread), { name });
    // Where in it the fault lies helps those who can mend the file.
    const faults = words === OF_FILES && answer?.format === "faults/1" ? answer.faults : [];
    this.notice = { tone: "unmet", text, faults, urgent: true };
    this.#changed(false);
    if (answer) void this.check();
  }

  /** Python works on the change while the form is drawn. */
  #redrawAndCheck() {
    if (this.engine.state !== "failed") void this.check();
    this.#changed(false);
  }

  /**
   * @param {import("./engine.js").Request} request
   * @returns {Promise<Answer | null>}
   */
  async #ask(request) {
    const text = await this.engine.ask(request);
    return text === null ? null : JSON.parse(text);
  }
}
