/** The partners, each with its people; then the people from outside. */

import { h } from "../dom.js";
import { selectField, textField, truthField } from "../fields.js";
import { button, section } from "../parts.js";
import { inTurn, promised } from "../patch.js";
import { fieldId } from "../paths.js";
import { labels, partnerName } from "../view.js";
import { listOf } from "./list.js";

/** @typedef {import("../view.js").View} View */

const EXTERNAL = "checker-external";

/**
 * @param {View} view
 * @returns {(Node | null)[]}
 */
export function partnerSections(view) {
  const add = button("add-partner", view.say("partner.add"), { image: "add", quiet: true });
  const paste = button("paste", view.say("paste.open"), { image: "paste", quiet: true });
  return [
    ...view.document.partners.map((_, index) =>
      inTurn("div", fieldId(["partners", index]), () => partnerSection(view, index)),
    ),
    inTurn("div", EXTERNAL, () => section(EXTERNAL, view.say("section.external"), listOf(view, null))),
    h("div", { class: "checker-more checker-actions", "data-key": "add-partner" }, add, paste),
  ];
}

/**
 * @param {View} view
 * @param {number} index
 */
function partnerSection(view, index) {
  const { partners } = view.document;
  const name = partnerName(view, index);
  const remove = button("remove-partner", view.say("item.remove_who", { name }), {
    image: "remove",
    quiet: true,
    index,
  });
  return section(
    fieldId(["partners", index]),
    name,
    // The list of the world's countries is long to draw.
    promised("div", "fields", [partners[index], index, view.form], () =>
      h("div", { class: "checker-row", "data-key": "fields" }, partnerFields(view, index)),
    ),
    listOf(view, partners[index]?.id ?? null),
    partners.length > 2 ? remove : null,
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
