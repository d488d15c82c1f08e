/** What Python needs beside the checks for a file. It is fetched the first time. */

const OF_EXCEL = ["openpyxl", "defusedxml"];

/**
 * @param {string} name of the file
 * @returns {string[]}
 */
export function packagesFor(name) {
  return name.toLowerCase().endsWith(".xlsx") ? OF_EXCEL : [];
}
