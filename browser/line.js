/** What the browser tells of the line to the network, and of its reader's wish to save. Not every browser tells. */

const SLOW = ["slow-2g", "2g", "3g"];

/** @typedef {{ saveData?: boolean, effectiveType?: string, type?: string }} Connection */

/** Has the reader asked for little to be fetched and kept? */
export function isSaving() {
  return Boolean(connection().saveData);
}

/** Where the browser does not say what the line is like it is left open: not known is not fast. */
export function isFastAndFree() {
  const { effectiveType, type } = connection();
  return effectiveType !== undefined && !SLOW.includes(effectiveType) && type !== "cellular";
}

/** @returns {Connection} */
function connection() {
  return /** @type {{ connection?: Connection }} */ (navigator).connection ?? {};
}
