/**
 * A partnership file inside a link: compressed, in the part of the address that browsers send to no server.
 *
 * In the zlib format, not the bare one: six bytes more, and a link that was damaged on its way is told from
 * a whole one.
 */

const FORMAT = "deflate";
const MARK = "#shared=";

/**
 * The longest link we hand out. Browsers take far longer ones, mail and chat programs do not: classic Outlook
 * makes no link of about 11,000 characters, and services that check links wrap them in addresses of their own,
 * which servers seldom take above 8,000.
 */
export const LONGEST = 8000;

/** From here on, some programs that links pass through are known to cut them short. */
export const LONG = 2000;

/** Can this browser pack and unpack? */
export function canPack() {
  return "CompressionStream" in globalThis;
}

/**
 * Return the link to a page with a text packed into it.
 *
 * @param {URL} page
 * @param {string} text
 */
export async function linkTo(page, text) {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream(FORMAT));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const link = new URL(page);
  link.hash = MARK + base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return link.href;
}

/**
 * Return what this page's address holds packed, and take it out of the address at once: neither a bookmark
 * nor a picture of the screen shall hold it. Null where there is nothing.
 *
 * @returns {string | null}
 */
export function takePacked() {
  if (!location.hash.startsWith(MARK)) return null;
  const packed = location.hash.slice(MARK.length);
  history.replaceState(history.state, "", location.pathname + location.search);
  return packed;
}

/**
 * Return the text that was packed.
 *
 * @param {string} packed
 * @param {number} maxBytes of the text: a short link can hold a very long one
 * @throws where it is damaged or too long
 */
export async function unpacked(packed, maxBytes) {
  const bytes = Uint8Array.from(atob(packed.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
    character.charCodeAt(0),
  );
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(FORMAT));
  return new TextDecoder("utf-8", { fatal: true }).decode(await firstBytes(stream, maxBytes));
}

/**
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 * @param {number} maxBytes
 */
async function firstBytes(stream, maxBytes) {
  const reader = stream.getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > maxBytes) {
      void reader.cancel();
      throw new RangeError(`more than ${maxBytes} bytes`);
    }
    parts.push(next.value);
  }
  return new Blob(parts).arrayBuffer();
}
