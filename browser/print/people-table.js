/**
 * The people, partner by partner. Gender is left out: it is voluntary, and the verdict says what whoever reads the
 * form needs of it. Health is never asked.
 */

import { h } from "../dom.js";
import { choices, labels, partnerName, personName, teamOf } from "../view.js";
import { yesNo } from "./answers.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../types.js").Participant} Participant */
/** @typedef {{ name: string, text: (person: Participant, index: number) => string }} Column */

/** @param {View} view */
export function peopleTable(view) {
  const people = teamOf(view).participants ?? [];
  if (people.length === 0) return h("p", {}, view.say("print.nobody"));
  const columns = columnsOf(view);
  const heads = columns.map(({ name }) => h("th", { scope: "col" }, name));
  return h(
    "table",
    { class: "form-sheet-people" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, view.say("print.number")), heads)),
    groupsOf(view).map(({ name, members }) =>
      h(
        "tbody",
        {},
        h(
          "tr",
          { class: "form-sheet-partner" },
          h("th", { scope: "rowgroup", colspan: columns.length + 1, dir: "auto" }, name),
        ),
        members.map((index) => row(columns, /** @type {Participant} */ (people[index]), index)),
      ),
    ),
  );
}

/**
 * @param {Column[]} columns
 * @param {Participant} person
 * @param {number} index
 */
function row(columns, person, index) {
  return h(
    "tr",
    {},
    h("td", {}, index + 1),
    columns.map(({ text }, place) =>
      h(place ? "td" : "th", { scope: !place && "row", dir: "auto" }, text(person, index)),
    ),
  );
}

/**
 * Each partner with its people; someone whose partner is not there stands among those from outside.
 *
 * @param {View} view
 */
function groupsOf(view) {
  const people = teamOf(view).participants ?? [];
  const ids = view.document.partners.map(({ id }) => id);
  const of = (/** @type {(partner: string | null) => boolean} */ fits) =>
    people.flatMap(({ partner }, index) => (fits(partner ?? null) ? [index] : []));
  const groups = ids.map((id, index) => ({
    name: partnerName(view, index),
    members: of((partner) => partner === id),
  }));
  const outside = of((partner) => partner === null || !ids.includes(partner));
  return [...groups, { name: view.say("section.external"), members: outside }].filter(
    ({ members }) => members.length > 0,
  );
}

/**
 * @param {View} view
 * @returns {Column[]}
 */
function columnsOf(view) {
  const { say, form } = view;
  /** @type {Column[]} */
  const columns = [
    { name: labels(view, "name").label, text: (_, index) => personName(view, index) },
    { name: labels(view, "capacity").label, text: (person) => capacityOf(view, person) },
    { name: labels(view, "roles").label, text: (person) => rolesOf(view, person) },
    { name: say("print.reason"), text: ({ reason }) => reason?.trim() || say("print.open") },
    { name: say("print.code"), text: (person) => yesNo(view, person.code_of_conduct) },
  ];
  if (teamOf(view).visits?.length || form.fields.includes("approved"))
    columns.push({ name: say("print.approved"), text: (person) => yesNo(view, person.approved) });
  return columns;
}

/**
 * In which capacity, with what the component asks of those who take part in it.
 *
 * @param {View} view
 * @param {Participant} person
 */
function capacityOf(view, person) {
  const { say, form } = view;
  const { capacity } = person;
  const word = (/** @type {string} */ field, /** @type {string | null | undefined} */ value) =>
    choices(view, field).find(([choice]) => choice === value)?.[1];
  const said = [word("capacity", capacity) ?? say("print.open")];
  if (capacity === "politician" && form.fields.includes("side"))
    said.push(word("side", person.side) ?? say("print.side_open"));
  if (capacity === "civil_servant" && form.fields.includes("leading"))
    said.push(`${labels(view, "leading").label} ${yesNo(view, person.leading)}`);
  if (capacity && form.fields.includes("employed")) {
    const employed = person.employed === undefined ? assumed(view, capacity) : person.employed;
    said.push(`${labels(view, "employed").label} ${yesNo(view, employed)}`);
  }
  return said.join(". ");
}

/**
 * What is taken for granted while the field is left out.
 *
 * @param {View} view
 * @param {string} capacity
 */
function assumed({ settings }, capacity) {
  return settings.employedByDefault.includes(capacity);
}

/**
 * @param {View} view
 * @param {Participant} person
 */
function rolesOf(view, { roles }) {
  const held = choices(view, "roles").filter(([role]) => roles?.includes(role));
  return held.map(([, label]) => label).join(", ") || "–";
}
