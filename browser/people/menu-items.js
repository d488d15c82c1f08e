/** What can be done with a person: move, copy, take away. */

import { groupOf, placesBeside } from "../document/people.js";
import { button } from "../parts.js";
import { partnerName, personName, teamOf } from "../view.js";

/** @typedef {import("../view.js").View} View */

/**
 * @param {View} view
 * @param {number} index
 * @returns {HTMLElement[]}
 */
export function menuItems(view, index) {
  const { say } = view;
  const item = (
    /** @type {string} */ action,
    /** @type {string} */ label,
    /** @type {string} */ image,
    /** @type {number} */ to = 0,
  ) => {
    const made = button(action, label, { image, quiet: true, index, list: "participants" });
    made.dataset.to = String(to);
    return made;
  };
  const places = placesBeside(view.document, view.team, index);
  const at = places.indexOf(index);
  return [
    ...(at > 0 ? [item("step-person", say("person.up"), "up", -1)] : []),
    ...(at < places.length - 1 ? [item("step-person", say("person.down"), "down", 1)] : []),
    item("copy-person", say("person.copy"), "copy"),
    ...homes(view, index).map(([place, where]) =>
      item("move-person", place < 0 ? say("person.move_out") : say("person.move", { where }), "move", place),
    ),
    item("remove", say("item.remove_who", { name: personName(view, index) }), "remove"),
  ];
}

/**
 * Where else a person may belong: the place of each other partner, and -1 for those from outside.
 *
 * @param {View} view
 * @param {number} index
 * @returns {[number, string][]}
 */
function homes(view, index) {
  const { partners } = view.document;
  const home = groupOf(view.document, teamOf(view).participants?.[index]);
  /** @type {[number, string][]} */
  const all = partners.map((_, place) => [place, partnerName(view, place)]);
  all.push([-1, ""]);
  return all.filter(([place]) => (partners[place]?.id ?? null) !== home);
}
