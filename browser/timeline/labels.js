/** Labels in rows under a line, so that none lies over another. Pure. */

/** A letter is about so wide, as a part of the text's size. */
const LETTER = 0.56;

/**
 * @typedef {{ at: number, text: string }} Mark
 * @typedef {Mark & { left: number, row: number }} Label
 */

/**
 * Give each mark's label a row and a place: under the mark, or further to the left where the line ends.
 *
 * @param {Mark[]} marks
 * @param {number} end of the line
 * @param {number} size of the text
 * @returns {Label[]}
 */
export function placed(marks, end, size) {
  /** @type {number[]} */
  const rows = [];
  return [...marks]
    .sort((one, other) => one.at - other.at)
    .map((mark) => {
      const width = mark.text.length * size * LETTER;
      const left = Math.max(Math.min(mark.at, end - width), 0);
      const free = rows.findIndex((right) => right + size / 2 < left);
      const row = free < 0 ? rows.length : free;
      rows[row] = left + width;
      return { ...mark, left, row };
    });
}

/** @param {Label[]} labels */
export function rowsOf(labels) {
  return labels.reduce((most, { row }) => Math.max(most, row + 1), 0);
}
