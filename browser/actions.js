/** What the buttons do. Each returns the id of what to focus afterwards, or nothing. */

import { added, newReplacement, newVisit, removed, withoutPartner, withPartner } from "./document.js";
import { save } from "./files.js";
import { fieldId } from "./paths.js";
import { partnerName, personName, teamOf } from "./view.js";

/** @typedef {import("./desk.js").Desk} Desk */
/** @typedef {(desk: Desk, button: HTMLElement) => string | void} Action */

/** @type {Record<string, Action>} */
export const ACTIONS = {
  "add-visit": (desk) => {
    const { document, team } = desk.view;
    desk.change(added(document, team, "visits", newVisit()));
    return fieldId(["teams", team, "visits", lastOf(desk, "visits"), "country"]);
  },
  "add-replacement": (desk) => {
    const { document, team } = desk.view;
    desk.change(added(document, team, "replacements", newReplacement()));
    return fieldId(["teams", team, "replacements", lastOf(desk, "replacements"), "leaves"]);
  },
  "add-partner": (desk) => {
    const { document } = desk.view;
    desk.change(withPartner(document));
    return fieldId(["partners", document.partners.length, "name"]);
  },
  "remove-partner": (desk, button) => {
    const { view } = desk;
    const index = Number(button.dataset.index);
    const text = desk.say("partner.removed", { name: partnerName(view, index) });
    const document = withoutPartner(view.document, view.document.partners[index]?.id ?? "");
    desk.change(document, { notice: { tone: "note", text, undo: true } });
    return "checker-external";
  },
  remove: (desk, button) => {
    const { view } = desk;
    const list = /** @type {"participants" | "visits" | "replacements"} */ (button.dataset.list);
    const index = Number(button.dataset.index);
    const text = desk.say("item.removed", { name: nameOf(desk, list, index) });
    const place = view.document.partners.findIndex(
      ({ id }) => id === teamOf(view).participants?.[index]?.partner,
    );
    desk.change(removed(view.document, view.team, list, index), {
      notice: { tone: "note", text, undo: true },
    });
    if (list !== "participants") return `checker-${list}`;
    return place < 0 ? "checker-external" : fieldId(["partners", place]);
  },
  restart: (desk) => {
    desk.workspace.restart();
    desk.turned({ tone: "note", text: desk.say("notice.restarted"), undo: true });
  },
  save: (desk) => save(desk.view.document, desk.say("toolbar.file_name")),
  undo: (desk) => desk.step("undo"),
  redo: (desk) => desk.step("redo"),
  check,
  retry: check,
  reload: () => location.reload(),
  dismiss: (desk) => desk.dismiss(),
  look: (desk, button) => void desk.bring(button.dataset.index ?? ""),
};

/**
 * Its button goes; what it leads to comes there.
 *
 * @param {Desk} desk
 */
function check(desk) {
  void desk.check();
  return "checker-result";
}

/**
 * @param {Desk} desk
 * @param {"participants" | "visits" | "replacements"} list
 */
function lastOf(desk, list) {
  const { document, team } = desk.view;
  return (document.teams[team]?.[list] ?? []).length - 1;
}

/**
 * @param {Desk} desk
 * @param {"participants" | "visits" | "replacements"} list
 * @param {number} index
 */
function nameOf(desk, list, index) {
  if (list === "participants") return personName(desk.view, index);
  const number = index + 1;
  return list === "visits"
    ? desk.say("visit.numbered", { number })
    : desk.say("replacement.numbered", { number });
}
