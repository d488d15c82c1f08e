/**
 * A frame that is as high as its page has its middle far from what the reader sees: a dialog opens there where
 * the reader last pressed something.
 */

const box = document.querySelector(".pg-embed");
let pressed = 0;

/** @param {HTMLDialogElement} dialog */
function place(dialog) {
  const lowest = document.documentElement.clientHeight - dialog.offsetHeight;
  dialog.style.setProperty("--pg-embed-top", `${Math.max(0, Math.min(pressed, lowest))}px`);
}

box?.addEventListener(
  "click",
  ({ target }) => {
    if (target instanceof Element && !target.closest("dialog")) pressed = target.getBoundingClientRect().top;
  },
  { capture: true },
);

if (box)
  new MutationObserver((changes) => {
    const dialogs = new Set(changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes]));
    for (const dialog of dialogs) if (dialog instanceof HTMLDialogElement && dialog.open) place(dialog);
  }).observe(box, { subtree: true, childList: true, attributeFilter: ["open"] });

export {};
