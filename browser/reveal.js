/** Takes the reader to a field: unfolds what hides it, brings its label into view, then focuses it. */

/**
 * @param {HTMLElement} target
 */
export function reveal(target) {
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  const field = focusable(target);
  const label = target.closest(".checker-field");
  (label ?? target).scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
  field.focus({ preventScroll: true });
}

/**
 * Return the element of an id, or of the smallest place around it that this page shows.
 *
 * @param {string} id as `checker-teams-0-visits-1-plan-learn`
 * @returns {HTMLElement | null}
 */
export function nearest(id) {
  for (let place = id; place; place = place.slice(0, Math.max(place.lastIndexOf("-"), 0))) {
    const found = document.getElementById(place);
    if (found) return found;
  }
  return null;
}

/**
 * @param {HTMLElement} target
 * @returns {HTMLElement}
 */
function focusable(target) {
  if (target.dataset.focus) return target.querySelector(target.dataset.focus) ?? target;
  if (target.localName === "details") return target.querySelector("summary") ?? target;
  if (target.localName !== "fieldset") return target;
  return target.querySelector("input:checked") ?? target.querySelector("input") ?? target;
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
