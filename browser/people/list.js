/** One partner's people: a table's rows where there is room, cards on a phone. */

import { findingsAt, messagesAt, messagesId } from "../beside.js";
import { groupOf } from "../document/people.js";
import { h } from "../dom.js";
import { button } from "../parts.js";
import { pickButton } from "../pick/pick-dialog.js";
import { peopleId } from "../places.js";
import { labels, partnerName, teamOf } from "../view.js";
import { personRow } from "./row.js";
import { seatOffer } from "./seats.js";

/** @typedef {import("../view.js").View} View */

/**
 * @param {View} view
 * @param {string | null} partner null for the people from outside
 * @returns {HTMLElement}
 */
export function listOf(view, partner) {
  const rows = (teamOf(view).participants ?? []).flatMap((person, index) =>
    groupOf(view.document, person) === partner ? [personRow(view, person, index)] : [],
  );
  const place = view.document.partners.findIndex((one) => one.id === partner);
  const id = place < 0 ? "checker-external-people" : peopleId(place);
  return h(
    "div",
    { class: "checker-people-box", id, "data-key": "people", "data-focus": "[data-action=add-person]" },
    messagesAt(view, id),
    rows.length > 0
      ? h("div", { class: "checker-people", "data-key": "rows" }, heads(view), rows)
      : place < 0
        ? h("p", { class: "checker-empty", "data-key": "empty" }, view.say("people.no_externals"))
        : seatOffer(view, place),
    h(
      "div",
      { class: "checker-actions", "data-key": "add" },
      addButton(view, partner, id),
      pickButton(view, partner),
    ),
  );
}

/**
 * What the columns hold. Each field has a label of its own, so this is for the eye alone.
 *
 * @param {View} view
 */
function heads(view) {
  const third = ["side", "roles"].filter((name) => name === "roles" || view.form.fields.includes(name));
  const words = [["name"], ["capacity"], third].map((names) =>
    names.map((name) => labels(view, name).label).join(" / "),
  );
  return h(
    "div",
    { class: "checker-people-heads", "aria-hidden": "true", "data-key": "heads" },
    h(
      "div",
      {},
      words.map((word) => h("span", {}, word)),
    ),
  );
}

/**
 * @param {View} view
 * @param {string | null} partner
 * @param {string} id where what is said of these people stands
 */
function addButton(view, partner, id) {
  const index = view.document.partners.findIndex((one) => one.id === partner);
  const external = view.say("person.add_external");
  const add = button("add-person", partner ? view.say("person.add") : external, {
    image: "add",
    index,
    describe: partner ? view.say("person.add_to", { name: partnerName(view, index) }) : external,
  });
  if (findingsAt(view, id).length > 0) add.setAttribute("aria-describedby", messagesId(id));
  return add;
}
