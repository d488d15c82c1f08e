/** What a partner is asked for before anyone is entered, and those seats as people without names. */

import { newPerson } from "../document/people.js";
import { h } from "../dom.js";
import { button } from "../parts.js";
import { partnerName } from "../view.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../types.js").Participant} Participant */

/**
 * @param {View} view
 * @param {number} index of the partner
 */
export function seatOffer(view, index) {
  const name = partnerName(view, index);
  return h(
    "div",
    { class: "checker-empty", "data-key": "empty" },
    h("p", { dir: "auto" }, view.say("offer.title", { name })),
    h(
      "ul",
      {},
      offersTo(view, index).map(({ text }) => h("li", {}, text)),
    ),
    button("add-seats", view.say("offer.add"), {
      image: "add",
      quiet: true,
      index,
      describe: view.say("offer.add_to", { name }),
    }),
  );
}

/**
 * Return a person for each seat, of whom nothing is known but what the seat asks.
 *
 * @param {View} view
 * @param {number} index of the partner
 * @returns {Participant[]}
 */
export function peopleFor(view, index) {
  const partner = view.document.partners[index]?.id ?? null;
  return offersTo(view, index).flatMap(({ seats }) =>
    seats.map((seat) => ({ ...newPerson(partner), ...seat, roles: [...seat.roles] })),
  );
}

/**
 * @param {View} view
 * @param {number} index
 */
function offersTo(view, index) {
  const partner = view.document.partners[index];
  return view.form.seats.filter(({ when }) => when === null || partner?.[when] !== false);
}
