/**
 * A short list of things to do, shown beside the button that opened it. The browser closes it by Escape or a press
 * elsewhere and gives the focus back; one such list serves the whole checker.
 */

import { h } from "./dom.js";

/**
 * @param {HTMLElement} opener
 * @param {string} label
 * @param {Node[]} items buttons with actions
 */
export function openMenu(opener, label, items) {
  const app = opener.closest(".checker-app");
  const menu = app?.querySelector(":scope > .checker-menu") ?? made();
  if (!menu.isConnected) app?.append(menu);
  if (!(menu instanceof HTMLElement)) return;
  menu.setAttribute("aria-label", label);
  menu.replaceChildren(
    h("p", { class: "checker-menu-title", dir: "auto", "aria-hidden": "true" }, label),
    ...items,
  );
  menu.showPopover({ source: opener });
  menu.querySelector("button")?.focus();
}

function made() {
  const menu = h("div", { class: "checker-menu", popover: "auto", role: "dialog" });
  // Before the action, so that it has the last word on where the focus goes.
  menu.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("button")) menu.hidePopover();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.hidePopover();
  });
  return menu;
}
