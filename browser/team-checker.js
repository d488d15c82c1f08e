/**
 * `<team-checker component="inception">`: the form, the document behind it, and Python's answer to it.
 *
 * The build has rendered a checklist and the settings into the element; this script puts the form above.
 */

import { ACTIONS } from "./actions.js";
import { AID_ACTIONS } from "./aid/actions.js";
import { Desk } from "./desk.js";
import { DeskElement } from "./desk-element.js";
import { renamed } from "./document.js";
import { PASTE_ACTIONS, watchPasting } from "./paste/paste-dialog.js";
import { PEOPLE_ACTIONS } from "./people/actions.js";
import { PICK_ACTIONS } from "./pick/pick-dialog.js";
import { PRINT_ACTIONS } from "./print/print-form.js";
import { drafted, REPLACE_ACTIONS } from "./replace/replace-actions.js";
import { verdictLine } from "./report-view.js";
import { Screen } from "./screen.js";
import { watchLinks } from "./share/arrival.js";
import { SHARE_ACTIONS } from "./share/share-dialog.js";
import { FORM_ACTIONS } from "./sheets/form-actions.js";
import { SHELF_ACTIONS } from "./shelf/shelf-dialog.js";
import { START_ACTIONS } from "./start-actions.js";
import { TEAM_ACTIONS } from "./teams/team-actions.js";
import { TIME_ACTIONS } from "./timeline/actions.js";

/** @type {import("./desk-element.js").Parts<Desk>} */
const PARTS = {
  desk: (settings, component, changed) =>
    new Desk(settings, component ?? settings.components[0]?.id ?? "", changed),
  screen: (host, desk, announcement) => {
    const screen = new Screen(host, desk.say, announcement);
    watchPasting(screen.root, desk);
    return screen;
  },
  begun: watchLinks,
  actions: {
    ...ACTIONS,
    ...AID_ACTIONS,
    ...FORM_ACTIONS,
    ...PASTE_ACTIONS,
    ...PEOPLE_ACTIONS,
    ...PICK_ACTIONS,
    ...PRINT_ACTIONS,
    ...REPLACE_ACTIONS,
    ...SHARE_ACTIONS,
    ...SHELF_ACTIONS,
    ...START_ACTIONS,
    ...TEAM_ACTIONS,
    ...TIME_ACTIONS,
  },
  edited: (desk, path, value) => {
    if (path[2] !== "participants" || path[4] !== "name") return drafted(desk, path, value);
    const { document, team } = desk.view;
    return renamed(document, team, Number(path[3]), /** @type {string | null} */ (value));
  },
  verdict: ({ report }) => report?.verdict ?? null,
  line: ({ view }) => verdictLine(view),
};

/** @extends {DeskElement<Desk>} */
export class TeamChecker extends DeskElement {
  constructor() {
    super(PARTS);
  }
}

customElements.define("team-checker", TeamChecker);
