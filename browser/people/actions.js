/** What the buttons about people do. */

import {
  insertedAfter,
  joined,
  movedTo,
  newPerson,
  placeOf,
  placesBeside,
  seatLike,
  stepped,
} from "../document/people.js";
import { keyOf } from "../document.js";
import { openMenu } from "../menu.js";
import { fieldId } from "../paths.js";
import { partnerName, personName, teamOf } from "../view.js";
import { menuItems } from "./menu-items.js";
import { peopleFor } from "./seats.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../types.js").Partnership} Partnership */

/** @type {Record<string, (desk: Desk, button: HTMLElement) => string | void>} */
export const PEOPLE_ACTIONS = {
  "add-person": (desk, button) => {
    const { document, team } = desk.view;
    const person = newPerson(document.partners[Number(button.dataset.index)]?.id ?? null);
    desk.open.add(keyOf(person));
    desk.change(joined(document, team, [person]));
    return nameId(desk, keyOf(person));
  },
  "add-seats": (desk, button) => {
    const { view } = desk;
    const index = Number(button.dataset.index);
    const people = peopleFor(view, index);
    const first = keyOf(people[0] ?? {});
    desk.open.add(first);
    const text = desk.say("offer.added", { n: people.length, name: partnerName(view, index) });
    desk.change(joined(view.document, view.team, people), { notice: { tone: "note", text, undo: true } });
    return nameId(desk, first);
  },
  "toggle-person": (desk, button) => {
    const key = keyAt(desk, button);
    if (!desk.open.delete(key)) desk.open.add(key);
    desk.redraw();
  },
  "person-menu": (desk, button) => {
    const { view } = desk;
    const index = Number(button.dataset.index);
    openMenu(button, view.say("person.menu", { name: personName(view, index) }), menuItems(view, index));
  },
  "copy-person": (desk, button) => {
    const { document, team } = desk.view;
    const index = Number(button.dataset.index);
    const person = seatLike(/** @type {import("../types.js").Participant} */ (personAt(desk, index)));
    desk.open.add(keyOf(person));
    tell(desk, insertedAfter(document, team, index, person), "person.copied", index);
    return nameId(desk, keyOf(person));
  },
  "move-person": (desk, button) => {
    const { document, team } = desk.view;
    const index = Number(button.dataset.index);
    const key = keyAt(desk, button);
    const place = Number(button.dataset.to);
    const to = document.partners[place];
    const where = to ? partnerName(desk.view, place) : "";
    const word = to ? "person.moved" : "person.moved_out";
    tell(desk, movedTo(document, team, index, to?.id ?? null), word, index, { where });
    return menuId(desk, key);
  },
  "step-person": (desk, button) => {
    const { document, team } = desk.view;
    const index = Number(button.dataset.index);
    const key = keyAt(desk, button);
    const next = stepped(document, team, index, button.dataset.to === "-1" ? -1 : 1);
    const places = placesBeside(next, team, placeOf(next, team, key));
    const number = places.indexOf(placeOf(next, team, key)) + 1;
    tell(desk, next, "person.stepped", index, { number, all: places.length });
    return menuId(desk, key);
  },
  reveal: (desk, button) => {
    const { target } = button.dataset;
    const [, team, index] = /^checker-teams-(\d+)-participants-(\d+)/.exec(target ?? "") ?? [];
    const person = Number(team) === desk.view.team ? personAt(desk, Number(index)) : undefined;
    if (person && !desk.open.has(keyOf(person))) {
      desk.open.add(keyOf(person));
      desk.redraw();
    }
    return target;
  },
};

/**
 * Change the document, and say what was done to whom.
 *
 * @param {Desk} desk
 * @param {Partnership} next
 * @param {string} word
 * @param {number} index
 * @param {Record<string, string | number>} [more]
 */
function tell(desk, next, word, index, more = {}) {
  const text = desk.say(word, { name: personName(desk.view, index), ...more });
  desk.change(next, { notice: { tone: "note", text, undo: true } });
}

/**
 * @param {Desk} desk
 * @param {number} index
 */
function personAt(desk, index) {
  return teamOf(desk.view).participants?.[index];
}

/**
 * @param {Desk} desk
 * @param {HTMLElement} button
 */
function keyAt(desk, button) {
  return keyOf(personAt(desk, Number(button.dataset.index)) ?? {});
}

/**
 * @param {Desk} desk
 * @param {number} key
 */
function nameId({ view }, key) {
  return fieldId(["teams", view.team, "participants", placeOf(view.document, view.team, key), "name"]);
}

/**
 * @param {Desk} desk
 * @param {number} key
 */
function menuId({ view }, key) {
  return `${fieldId(["teams", view.team, "participants", placeOf(view.document, view.team, key)])}-menu`;
}
