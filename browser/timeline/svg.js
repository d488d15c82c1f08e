/** Builds what is drawn. */

const SPACE = "http://www.w3.org/2000/svg";

/**
 * Make an element of a drawing. Text goes in as text nodes.
 *
 * @param {string} tag
 * @param {Record<string, string | number | false | null | undefined>} attributes
 * @param {...(Node | string | null | (Node | null)[])} children
 * @returns {SVGElement}
 */
export function s(tag, attributes = {}, ...children) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SPACE, tag));
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
  }
  element.append(...children.flat().filter((child) => child !== null));
  return element;
}

/**
 * @param {number} left
 * @param {number} top
 * @param {number} width
 * @param {number} height
 */
export function box(left, top, width, height) {
  return { x: left, y: top, width, height };
}
