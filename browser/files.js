/** Saving a file from the page, and reading one into it. */

/**
 * Hand the reader the document as a file.
 *
 * @param {import("./types.js").Partnership} partnership
 * @param {string} name
 */
export function save(partnership, name) {
  hand(`${JSON.stringify(partnership, null, 2)}\n`, "application/json", name);
}

/**
 * Hand the reader a text, or bytes, as a file.
 *
 * @param {string | Uint8Array<ArrayBuffer>} text
 * @param {string} type
 * @param {string} name
 */
export function hand(text, type, name) {
  const blob = new Blob([text], { type });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Return a file's bytes in base64, which is how they travel in JSON. Of a file above the limit only as
 * much is read as lets Python see that it is too large.
 *
 * @param {File} file
 * @param {number} maxBytes
 * @returns {Promise<string>}
 */
export async function contents(file, maxBytes) {
  const url = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file.slice(0, maxBytes + 1));
  });
  return String(url).slice(String(url).indexOf(",") + 1);
}
