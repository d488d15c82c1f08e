/** Pieces that every part of the checker is put together from. */

import { h, icon } from "./dom.js";

/**
 * A button that the element answers to by its action.
 *
 * @param {string} action
 * @param {string} label
 * @param {{ image?: string, quiet?: boolean, index?: number | string, list?: string, describe?: string }} [more]
 */
export function button(action, label, { image, quiet, index, list, describe } = {}) {
  return h(
    "button",
    {
      type: "button",
      class: quiet ? "checker-button checker-button--quiet" : "checker-button",
      "data-action": action,
      "data-index": index,
      "data-list": list,
      "aria-label": describe,
    },
    image ? icon(image) : null,
    h("span", {}, label),
  );
}

/**
 * A titled part of the form, to which a finding can lead.
 *
 * @param {string} id
 * @param {string} title
 * @param {...(Node | Node[] | null)} content
 */
export function section(id, title, ...content) {
  return h(
    "div",
    { class: "checker-section", "data-key": id, role: "group", "aria-labelledby": id },
    h("h3", { id, tabindex: "-1", class: "checker-heading" }, h("span", { dir: "auto" }, title)),
    ...content,
  );
}
