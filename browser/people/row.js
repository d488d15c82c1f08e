/**
 * One person. Where the form is wide the main facts are edited in the row; where it is narrow the row is a card
 * that says them. The rest unfolds in both.
 */

import { saidOn } from "../beside.js";
import { keyOf } from "../document.js";
import { h, icon } from "../dom.js";
import { button } from "../parts.js";
import { promised } from "../patch.js";
import { fieldId } from "../paths.js";
import { pending, personName, teamOf } from "../view.js";
import { mainFields, otherFields } from "./fields.js";
import { saidOfRoles } from "./roles.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../types.js").Participant} Participant */

/**
 * A row, built only where something in it is another than last time.
 *
 * @param {View} view
 * @param {Participant} person
 * @param {number} index
 */
export function personRow(view, person, index) {
  const { form, team, document, open } = view;
  const key = keyOf(person);
  const left = pending(view, index).length;
  const told = saidOn(view, index) + saidOfRoles(view, index);
  const travels = (teamOf(view).visits ?? []).length > 0;
  const facts = [person, index, open.has(key), left, told, form, team, document.partners, travels];
  return promised("div", `person-${key}`, facts, () => rowOf(view, person, index));
}

/**
 * @param {View} view
 * @param {Participant} person
 * @param {number} index
 */
function rowOf(view, person, index) {
  const key = keyOf(person);
  const isOpen = view.open.has(key);
  const name = personName(view, index);
  const id = fieldId(["teams", view.team, "participants", index]);
  return h(
    "div",
    {
      class: "checker-person",
      role: "group",
      "aria-label": name,
      "data-key": `person-${key}`,
      "data-person": key,
      "data-open": isOpen,
    },
    toggle(view, person, index, isOpen),
    h("div", { class: "checker-person-main" }, mainFields(view, person, index)),
    leftOver(view, index),
    menuButton(view, name, index, id),
    h(
      "div",
      { class: "checker-person-body", id: `${id}-more`, hidden: !isOpen },
      isOpen ? bodyOf(view, person, index) : null,
    ),
  );
}

/**
 * Unfolds the rest. On a card it says who this is; in a row the fields beside it do.
 *
 * @param {View} view
 * @param {Participant} person
 * @param {number} index
 * @param {boolean} isOpen
 */
function toggle(view, person, index, isOpen) {
  const id = fieldId(["teams", view.team, "participants", index]);
  return h(
    "button",
    {
      type: "button",
      class: "checker-person-toggle",
      id,
      "data-action": "toggle-person",
      "data-index": index,
      "aria-expanded": String(isOpen),
      "aria-controls": `${id}-more`,
    },
    icon("unfold"),
    h(
      "span",
      { class: "checker-person-who" },
      h("span", { class: "checker-person-name", dir: "auto" }, personName(view, index)),
      " ",
      h("span", { class: "checker-person-facts" }, factsOf(view, person)),
    ),
  );
}

/**
 * @param {View} view
 * @param {Participant} person
 */
function factsOf(view, person) {
  const word = (/** @type {string} */ field, /** @type {string | null | undefined} */ value) =>
    view.settings.fields[field]?.choices.find(([choice]) => choice === value)?.[1] ?? null;
  const facts = [
    word("capacity", person.capacity) ?? view.say("person.no_capacity"),
    person.capacity === "politician" && view.form.fields.includes("side") ? word("side", person.side) : null,
    ...(person.roles ?? []).map((role) => word("roles", role)),
  ];
  return facts.filter(Boolean).join(" · ");
}

/**
 * @param {View} view
 * @param {number} index
 */
function leftOver(view, index) {
  const findings = pending(view, index);
  if (findings.length === 0) return null;
  const wrong = findings.some(({ status }) => status === "unmet");
  return h(
    "span",
    { class: "checker-person-left", "data-tone": wrong ? "unmet" : "unclear", "data-key": "left" },
    view.say("person.left", { n: findings.length }),
  );
}

/**
 * @param {View} view
 * @param {string} name
 * @param {number} index
 * @param {string} id
 */
function menuButton(view, name, index, id) {
  const label = view.say("person.menu", { name });
  return h(
    "button",
    {
      type: "button",
      class: "checker-button checker-button--quiet checker-person-menu",
      id: `${id}-menu`,
      "data-key": "menu",
      "data-action": "person-menu",
      "data-index": index,
      "aria-haspopup": "dialog",
      "aria-label": label,
      title: label,
    },
    icon("more"),
  );
}

/**
 * @param {View} view
 * @param {Participant} person
 * @param {number} index
 * @returns {(Node | null)[]}
 */
function bodyOf(view, person, index) {
  const remove = button("remove", view.say("item.remove_who", { name: personName(view, index) }), {
    image: "remove",
    quiet: true,
    index,
    list: "participants",
  });
  return [...otherFields(view, person, index), remove];
}
