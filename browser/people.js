/** The partners, each with its people; then the people from outside. */

import { keyOf } from "./document.js";
import { h, icon } from "./dom.js";
import { longField, radioField, selectField, textField, tickField, truthField } from "./fields.js";
import { button, section } from "./parts.js";
import { promised } from "./patch.js";
import { fieldId } from "./paths.js";
import { choices, labels, partnerName, pending, personName, teamOf } from "./view.js";

/** @typedef {import("./view.js").View} View */
/** @typedef {import("./types.js").Participant} Participant */
/** @typedef {import("./types.js").Path} Path */

/**
 * @param {View} view
 * @returns {(Node | null)[]}
 */
export function partnerSections(view) {
  const externals = [section("checker-external", view.say("section.external"), ...peopleOf(view, null))];
  const add = button("add-partner", view.say("partner.add"), { image: "add", quiet: true });
  return [
    ...view.document.partners.map((_, index) => partnerSection(view, index)),
    ...externals,
    h("div", { class: "checker-more", "data-key": "add-partner" }, add),
  ];
}

/**
 * @param {View} view
 * @param {number} index
 */
function partnerSection(view, index) {
  const partner = /** @type {import("./types.js").Partner} */ (view.document.partners[index]);
  const name = partnerName(view, index);
  const remove =
    view.document.partners.length > 2
      ? button("remove-partner", view.say("item.remove_who", { name }), {
          image: "remove",
          quiet: true,
          index,
        })
      : null;
  return section(
    fieldId(["partners", index]),
    name,
    // The list of the world's countries is long to draw.
    promised("div", "fields", [partner, index, view.form], () =>
      h("div", { class: "checker-row", "data-key": "fields" }, partnerFields(view, index)),
    ),
    ...peopleOf(view, partner.id),
    remove,
  );
}

/**
 * @param {View} view
 * @param {number} index
 */
function partnerFields(view, index) {
  const path = (/** @type {string} */ name) => ["partners", index, name];
  const empty = view.say("choice.none");
  return [
    textField(view, path("name"), labels(view, "partner_name")),
    selectField(view, path("country"), labels(view, "country"), view.settings.countries, empty),
    view.form.fields.includes("side")
      ? truthField(view, path("elected_opposition"), labels(view, "elected_opposition"))
      : null,
  ];
}

/**
 * @param {View} view
 * @param {string | null} partner
 * @returns {Node[]}
 */
function peopleOf(view, partner) {
  const ids = new Set(view.document.partners.map((one) => one.id));
  const cards = (teamOf(view).participants ?? []).flatMap((person, index) => {
    // Someone whose partner is not there is shown among the externals rather than not at all.
    const group = ids.has(person.partner ?? "") ? person.partner : null;
    return group === partner ? [personCard(view, person, index)] : [];
  });
  const where = view.document.partners.findIndex((one) => one.id === partner);
  const empty = h("p", { class: "checker-empty" }, view.say(partner ? "people.none" : "people.no_externals"));
  const describe =
    where < 0
      ? view.say("person.add_external")
      : view.say("person.add_to", { name: partnerName(view, where) });
  return [
    cards.length > 0 ? h("div", { class: "checker-people" }, cards) : empty,
    button("add-person", view.say(partner ? "person.add" : "person.add_external"), {
      image: "add",
      index: where,
      describe,
    }),
  ];
}

/**
 * @param {View} view
 * @param {Participant} person
 * @param {number} index
 */
function personCard(view, person, index) {
  const key = keyOf(person);
  const isOpen = view.open.has(key);
  const path = ["teams", view.team, "participants", index];
  return h(
    "details",
    {
      class: "checker-person",
      "data-key": `person-${key}`,
      "data-person": key,
      "data-managed": "",
      open: isOpen,
    },
    personSummary(view, person, index, path),
    isOpen ? personFields(view, person, index, path) : null,
  );
}

/**
 * @param {View} view
 * @param {Participant} person
 * @param {number} index
 * @param {Path} path
 */
function personSummary(view, person, index, path) {
  const word = (/** @type {string} */ field, /** @type {string | null | undefined} */ value) =>
    view.settings.fields[field]?.choices.find(([choice]) => choice === value)?.[1] ?? null;
  const facts = [
    word("capacity", person.capacity) ?? view.say("person.no_capacity"),
    person.capacity === "politician" && view.form.fields.includes("side") ? word("side", person.side) : null,
    ...(person.roles ?? []).map((role) => word("roles", role)),
  ];
  const left = pending(view, (finding) => finding.participant === index).length;
  return h(
    "summary",
    { id: fieldId(path) },
    h("span", { class: "checker-person-name", dir: "auto" }, personName(view, index)),
    h("span", { class: "checker-person-facts" }, facts.filter(Boolean).join(" · ")),
    left > 0 ? h("span", { class: "checker-person-left" }, view.say("person.left", { n: left })) : null,
  );
}

/**
 * @param {View} view
 * @param {Participant} person
 * @param {number} index
 * @param {Path} path
 */
function personFields(view, person, index, path) {
  const name = personName(view, index);
  return h(
    "div",
    { class: "checker-person-body" },
    notesOn(view, index),
    h("div", { class: "checker-row" }, whoFields(view, path)),
    moreFields(view, person, path),
    button("remove", view.say("item.remove_who", { name }), {
      image: "remove",
      quiet: true,
      index,
      list: "participants",
    }),
  );
}

/**
 * What is left to do about a person, beside the fields it concerns.
 *
 * @param {View} view
 * @param {number} index
 */
function notesOn(view, index) {
  const notes = pending(view, (finding) => finding.participant === index && finding.status !== "unknown");
  if (notes.length === 0) return null;
  return h(
    "ul",
    { class: "checker-notes" },
    notes.map((finding) =>
      h("li", { "data-status-of": finding.status }, icon(finding.status), finding.message),
    ),
  );
}

/**
 * @param {View} view
 * @param {Path} path
 */
function whoFields(view, path) {
  /** @type {import("./types.js").Choice[]} */
  const partners = view.document.partners.map(({ id }, place) => [id, partnerName(view, place)]);
  const external = view.settings.fields.partner?.choices[0]?.[1] ?? "";
  return [
    textField(view, [...path, "name"], labels(view, "name")),
    selectField(
      view,
      [...path, "capacity"],
      labels(view, "capacity"),
      choices(view, "capacity"),
      view.say("choice.none"),
    ),
    selectField(view, [...path, "partner"], labels(view, "partner"), partners, external),
  ];
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

/**
 * The fields that this component's rules need of this person.
 *
 * @param {View} view
 * @param {Participant} person
 * @param {Path} path
 */
function moreFields(view, person, path) {
  const at = (/** @type {string} */ name) => [...path, name];
  const shown = new Set(view.form.fields);
  if (person.capacity !== "politician") shown.delete("side");
  if (person.capacity !== "civil_servant") shown.delete("leading");
  if ((teamOf(view).visits ?? []).length > 0) shown.add("approved");
  const roles = choices(view, "roles").filter(
    ([role]) => view.form.roles.includes(role) || person.roles?.includes(role),
  );
  /** @type {Record<string, () => Node>} */
  const fields = {
    side: () => radioField(view, at("side"), labels(view, "side"), choices(view, "side")),
    leading: () => truthField(view, at("leading"), labels(view, "leading")),
    employed: () =>
      truthField(view, at("employed"), { ...labels(view, "employed"), assumed: isEmployed(view, person) }),
    roles: () => tickField(view, at("roles"), labels(view, "roles"), roles, null),
    gender: () => radioField(view, at("gender"), labels(view, "gender"), choices(view, "gender")),
    reason: () => longField(view, at("reason"), labels(view, "reason")),
    code_of_conduct: () => truthField(view, at("code_of_conduct"), labels(view, "code_of_conduct")),
    approved: () => truthField(view, at("approved"), labels(view, "approved")),
  };
  return [...shown].map((name) => fields[name]?.() ?? null);
}
