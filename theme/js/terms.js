/* Shows a word's explanation while the pointer rests on the word or on the explanation. A press, Enter and Escape
   are the browser's own: without this script they do the same. */

const REST = 250;
const LEAVE = 300;

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll(".pg-term"))) {
  const tip = /** @type {HTMLElement | null} */ (button.popoverTargetElement);
  if (tip) followPointer(button, tip);
}

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} tip
 */
function followPointer(button, tip) {
  let timer = 0;
  /** Shown by the pointer alone, so that it goes when the pointer does. */
  let passing = false;

  const show = () => {
    if (tip.matches(":popover-open")) return;
    tip.showPopover({ source: button });
    passing = true;
    // The press that follows keeps what the reader already sees, instead of closing it.
    button.popoverTargetAction = "show";
  };
  const hide = () => passing && tip.hidePopover();
  /** @param {() => void} action @param {number} delay */
  const after = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };

  button.addEventListener("click", () => {
    clearTimeout(timer);
    passing = false;
    // Only once the browser has acted on this press.
    setTimeout(() => {
      button.popoverTargetAction = "toggle";
    });
  });
  tip.addEventListener("toggle", (event) => {
    if (event.newState === "open") return;
    passing = false;
    button.popoverTargetAction = "toggle";
  });
  for (const element of [button, tip]) {
    element.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") after(show, REST);
    });
    element.addEventListener("pointerleave", () => after(hide, LEAVE));
  }
}
