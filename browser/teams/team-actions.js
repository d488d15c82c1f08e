/** What the buttons about teams do. */

import { teamName, withCopiedTeam, withNewTeam, withoutTeam } from "./teams.js";

/** @typedef {import("../desk.js").Desk} Desk */

/** @type {Record<string, (desk: Desk, button: HTMLElement) => string | void>} */
export const TEAM_ACTIONS = {
  "team-add": (desk) => {
    const { view } = desk;
    return added(desk, withNewTeam(view.document, view.form.id), "team.added");
  },
  "team-copy": (desk) => {
    const { view } = desk;
    return added(desk, withCopiedTeam(view.document, view.team), "team.copied");
  },
  "team-remove": (desk) => {
    const { view } = desk;
    const name = teamName(view.settings, view.document, view.team);
    const notice = {
      tone: /** @type {const} */ ("note"),
      text: desk.say("team.removed", { name }),
      undo: true,
    };
    desk.change(withoutTeam(view.document, view.team), { notice });
    desk.choose(desk.component);
  },
};

/**
 * @param {Desk} desk
 * @param {import("../types.js").Partnership} document
 * @param {string} word
 */
function added(desk, document, word) {
  const last = document.teams.length - 1;
  const text = desk.say(word, { name: teamName(desk.settings, document, last) });
  desk.open.clear();
  desk.change(document, { notice: { tone: "note", text, undo: true } });
  desk.choose(desk.component, desk.view.document.teams[last]);
  return "checker-partners-0";
}
