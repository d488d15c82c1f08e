/** A person's fields: only those that this component's rules need of this person. */

import { longField, radioField, selectField, textField, tickField, truthField } from "../fields.js";
import { choices, labels, partnerName, teamOf } from "../view.js";

import { saidOf } from "./roles.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../types.js").Participant} Participant */

/**
 * The facts that the counts are made of; in a wide form they stand in the row.
 *
 * @param {View} view
 * @param {Participant} person
 * @param {number} index
 * @returns {Node[]}
 */
export function mainFields(view, person, index) {
  const path = ["teams", view.team, "participants", index];
  const none = view.say("choice.none");
  const capacity = selectField(
    view,
    [...path, "capacity"],
    labels(view, "capacity"),
    choices(view, "capacity"),
    none,
  );
  return [
    textField(view, [...path, "name"], labels(view, "name")),
    capacity,
    fieldOf(view, person, index, mainFact(view, person)),
  ];
}

/**
 * The rest of the fields.
 *
 * @param {View} view
 * @param {Participant} person
 * @param {number} index
 * @returns {Node[]}
 */
export function otherFields(view, person, index) {
  const shown = new Set(["partner", ...view.form.fields]);
  if (person.capacity !== "politician") shown.delete("side");
  if (person.capacity !== "civil_servant") shown.delete("leading");
  if ((teamOf(view).visits ?? []).length > 0) shown.add("approved");
  shown.delete(mainFact(view, person));
  return [...shown].map((name) => fieldOf(view, person, index, name));
}

/**
 * What counts about a person besides the capacity.
 *
 * @param {View} view
 * @param {Participant} person
 */
function mainFact(view, person) {
  return person.capacity === "politician" && view.form.fields.includes("side") ? "side" : "roles";
}

/**
 * @param {View} view
 * @param {Participant} person
 * @param {number} index
 * @param {string} name
 * @returns {Node}
 */
function fieldOf(view, person, index, name) {
  const path = ["teams", view.team, "participants", index, name];
  const words = { ...labels(view, name), said: saidOf(view, index, name) };
  switch (name) {
    case "partner":
      return selectField(view, path, words, partnersOf(view), words.choices[0]?.[1] ?? "");
    case "side":
      return selectField(view, path, words, words.choices, view.say("answer.none"));
    case "roles":
      return tickField(view, path, words, rolesOf(view, person), null);
    case "gender":
      return radioField(view, path, words, words.choices);
    case "reason":
      return longField(view, path, words);
    case "employed":
      return truthField(view, path, { ...words, assumed: isEmployed(view, person) });
    default:
      return truthField(view, path, words);
  }
}

/**
 * @param {View} view
 * @returns {import("../types.js").Choice[]}
 */
function partnersOf(view) {
  return view.document.partners.map(({ id }, place) => [id, partnerName(view, place)]);
}

/**
 * The roles that the component knows, and any other that the person has been given.
 *
 * @param {View} view
 * @param {Participant} person
 */
function rolesOf(view, person) {
  return choices(view, "roles").filter(
    ([role]) => view.form.roles.includes(role) || person.roles?.includes(role),
  );
}

/**
 * What Python takes for granted while the field is left out; a capacity must be chosen first.
 *
 * @param {View} view
 * @param {Participant} person
 */
function isEmployed(view, person) {
  return person.capacity ? view.settings.employedByDefault.includes(person.capacity) : undefined;
}
