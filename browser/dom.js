/** Builds elements. Text goes in as text nodes, so that nothing anyone typed is ever read as markup. */

/** @typedef {Node | string | number | false | null | undefined} Child */
/** @typedef {string | number | boolean | null | undefined} Attribute */

const PROPERTIES = new Set(["value", "checked"]);

/**
 * Make an element.
 *
 * @param {string} tag
 * @param {Record<string, Attribute>} attributes false, null and undefined are left out
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  append(element, children);
  for (const [name, value] of Object.entries(attributes)) {
    if (PROPERTIES.has(name)) Reflect.set(element, name, value ?? "");
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, value === true ? "" : String(value));
  }
  return element;
}

/**
 * @param {Element} element
 * @param {(Child | Child[])[]} children
 */
function append(element, children) {
  for (const child of children.flat()) {
    if (child !== false && child !== null && child !== undefined && child !== "")
      element.append(child instanceof Node ? child : String(child));
  }
}

const STAR =
  "M12 4l2.300 5 5.200.6-3.900 3.500 1.100 5.200L12 15.700l-4.700 2.600 1.100-5.200L4.500 9.600l5.200-.6z";

/** @type {Record<string, string>} */
const STROKES = {
  met: "M5 12.5l4.5 4.5L19 7.5",
  unmet: "M7 7l10 10M17 7L7 17",
  unclear: "M5 9.5c3-3 4.500-3 7 0s4 3 7 0M5 15.500c3-3 4.500-3 7 0s4 3 7 0",
  unknown: "M9 9.500a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.100-1.500 2.400M12 17.500v.1",
  note: "M12 11v6M12 7v.1",
  not_applicable: "M6 12h12",
  open: "M4 18V6h6l2 2h8v10z",
  save: "M12 4v11M7 10.500l5 5 5-5M5 20h14",
  undo: "M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4",
  redo: "M16 5l4 4-4 4M20 9H10a5 5 0 0 0 0 10h4",
  add: "M12 5v14M5 12h14",
  remove: "M5 7h14M9.500 7V5h5v2M7 7l1 12h8l1-12",
  restart: "M19 5v5h-5M19 10a7.500 7.500 0 1 0 .5 5",
  share: "M10 14l8.500-8.500M13 5h6v6M17 14v5H5V7h5",
  warning: "M12 4.500l8.500 15h-17zM12 10.500v4M12 17v.1",
  copy: "M9 9h10v11H9zM15 9V4H5v11h4",
  unfold: "M7 10l5 5 5-5",
  more: "M5 12h.1M12 12h.1M19 12h.1",
  up: "M12 19V5M6 11l6-6 6 6",
  down: "M12 5v14M6 13l6 6 6-6",
  move: "M4 12h15M13 6l6 6-6 6",
  form: "M4 4h16v16H4zM4 9h16M4 14.5h16M10 9v11",
  paste: "M8 5H5v15h14V5h-3M8 3h8v4H8zM9 12h6M9 16h6",
  print: "M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z",
  calendar: "M5 6h14v13H5zM5 10.500h14M9 4v4M15 4v4",
  rename: "M5 19l1-4L16 5l3 3L9 18zM14 7l3 3",
  people:
    "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM3 20c0-4 2.500-6 6-6s6 2 6 6M16 5a3 3 0 0 1 0 6M18 14c2 .8 3 2.700 3 6",
  example: STAR,
  examples: STAR,
};

/**
 * A line drawing that says nothing to a screen reader: words stand beside it.
 *
 * @param {string} name
 * @returns {SVGElement}
 */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  for (const [key, value] of [
    ["viewBox", "0 0 24 24"],
    ["class", "checker-icon"],
    ["aria-hidden", "true"],
    ["focusable", "false"],
  ])
    drawing.setAttribute(/** @type {string} */ (key), /** @type {string} */ (value));
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", STROKES[name] ?? STROKES.note ?? "");
  drawing.append(line);
  return drawing;
}
