/** Tells how much of the runtime has arrived, as its bytes come in. */

/** @typedef {Record<string, { bytes: number }>} Files */

/**
 * Wrap `fetch` so that it reports what it receives of the listed files.
 *
 * @param {typeof fetch} get
 * @param {Files} files by name
 * @param {(loaded: number, total: number) => void} report
 * @param {() => void} fail called when a file does not come
 * @returns {typeof fetch}
 */
export function counted(get, files, report, fail) {
  const total = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
  let loaded = 0;
  return async (input, init) => {
    const response = await got(get(input, init), fail);
    const file = files[nameOf(response.url)];
    // A clone is read for its length; the original streams on untouched, so that wasm compiles as it comes.
    if (file && response.body)
      void measure(response.clone(), file.bytes, (bytes) => {
        loaded += bytes;
        report(loaded, total);
      });
    return response;
  };
}

/**
 * @param {Promise<Response>} coming
 * @param {() => void} fail
 */
async function got(coming, fail) {
  try {
    const response = await coming;
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    return response;
  } catch (error) {
    fail();
    throw error;
  }
}

/** @param {string} url */
function nameOf(url) {
  return new URL(url).pathname.split("/").at(-1) ?? "";
}

/**
 * @param {Response} response
 * @param {number} size what the file holds; the stream may be cut short, never longer
 * @param {(bytes: number) => void} add
 */
async function measure(response, size, add) {
  const reader = response.body?.getReader();
  const step = Math.max(size / 20, 65_536);
  for (let pending = 0; reader; ) {
    const { done, value } = await reader.read();
    pending += value?.byteLength ?? 0;
    if (pending >= step || (done && pending > 0)) {
      add(pending);
      pending = 0;
    }
    if (done) return;
  }
}
