/* Opens the menu of narrow screens: the dialog itself keeps the focus inside and closes on Escape. */

const menu = /** @type {HTMLDialogElement} */ (document.querySelector("#menu"));
const wide = matchMedia("(min-width: 76.25em)");

document.querySelector(".pg-menu-button")?.addEventListener("click", () => menu.showModal());
wide.addEventListener("change", () => menu.close());
