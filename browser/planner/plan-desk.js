/** The desk of one who plans visits: it also knows which visit lies on it. */

import { Desk } from "../desk.js";
import { visitsOf } from "./plan.js";

export class PlanDesk extends Desk {
  /** The component that the page or a link names. @type {string | null} */ #asked;
  #visit = 0;

  /**
   * @param {import("../types.js").Settings} settings
   * @param {string | null} component
   * @param {number} visit
   * @param {(answered: boolean) => void} changed
   */
  constructor(settings, component, visit, changed) {
    super(settings, component ?? settings.components[0]?.id ?? "", changed);
    this.#asked = component;
    this.#visit = visit;
  }

  /** @override */
  async begin() {
    await super.begin();
    const begun = this.#asked ?? this.#begun;
    if (begun) this.component = begun;
  }

  /** The component whose team has a visit planned. @returns {string | undefined} */
  get #begun() {
    return this.workspace.partnership.teams.find((team) => team.visits?.length)?.component;
  }

  /** @override @returns {import("./plan.js").PlanView} */
  get view() {
    const view = super.view;
    return { ...view, visit: Math.min(this.#visit, visitsOf(view).length - 1) };
  }

  /**
   * @override
   * @param {string} component
   * @param {import("../types.js").Team | null} [team]
   */
  choose(component, team = null) {
    this.#visit = 0;
    super.choose(component, team);
  }

  /**
   * Lay another visit of the team on the desk.
   *
   * @param {number} index
   */
  turnTo(index) {
    this.#visit = index;
    this.redraw();
  }
}
