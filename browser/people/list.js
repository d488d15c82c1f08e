/** One partner's people: a table's rows where there is room, cards on a phone. */

import { groupOf } from "../document/people.js";
import { h } from "../dom.js";
import { button } from "../parts.js";
import { pickButton } from "../pick/pick-dialog.js";
import { labels, partnerName, teamOf } from "../view.js";
import { personRow } from "./row.js";

/** @typedef {import("../view.js").View} View */

/**
 * @param {View} view
 * @param {string | null} partner null for the people from outside
 * @returns {Node[]}
 */
export function listOf(view, partner) {
  const rows = (teamOf(view).participants ?? []).flatMap((person, index) =>
    groupOf(view.document, person) === partner ? [personRow(view, person, index)] : [],
  );
  return [
    rows.length > 0
      ? h("div", { class: "checker-people" }, heads(view), rows)
      : h("p", { class: "checker-empty" }, view.say(partner ? "people.none" : "people.no_externals")),
    h("div", { class: "checker-actions" }, addButton(view, partner), pickButton(view, partner)),
  ];
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
 */
function addButton(view, partner) {
  const index = view.document.partners.findIndex((one) => one.id === partner);
  const external = view.say("person.add_external");
  return button("add-person", partner ? view.say("person.add") : external, {
    image: "add",
    index,
    describe: partner ? view.say("person.add_to", { name: partnerName(view, index) }) : external,
  });
}
