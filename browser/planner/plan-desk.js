/** The desk of one who plans visits: it also knows which visit lies on it. */

import { Desk } from "../desk.js";
import { visitsOf } from "./plan.js";

export class PlanDesk extends Desk {
  #visit = 0;

  /**
   * @param {import("../types.js").Settings} settings
   * @param {string | null} component
   * @param {number} visit
   * @param {(answered: boolean) => void} changed
   */
  constructor(settings, component, visit, changed) {
    super(settings, component ?? settings.components[0]?.id ?? "", changed);
    this.#visit = visit;
    if (!component) this.component = this.#begun ?? this.component;
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
   */
  choose(component) {
    this.#visit = 0;
    super.choose(component);
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
