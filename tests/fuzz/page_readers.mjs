// Reads spoilt input as the page's own scripts do: node page_readers.mjs READER < inputs in base64
// Prints what went wrong, a line each. A link is unpacked or refused, never to more than is allowed; of what the
// browser kept it is told whether a form can show it.
import { argv, exit, stdin, stdout } from "node:process";
import { createInterface } from "node:readline";
import { isKept } from "../../browser/replace/drafts.js";
import { isPartnership } from "../../browser/shape.js";
import { unpacked } from "../../browser/share/link.js";
import { line as unsavedLine } from "../../browser/shelf/journal.js";
import { entryFrom } from "../../browser/shelf/older.js";
import { isReadable } from "../../browser/shelf/shelf.js";

/** Less than any page allows, so that what unpacks to more is found soon. */
const MAX_BYTES = 20_000;
/** Milliseconds that one input may take. */
const PATIENCE = 2_000;
/** How a link that is no link of ours is refused: no base64, no zlib, no UTF-8, too long. */
const REFUSALS = new Set(["InvalidCharacterError", "TypeError", "RangeError"]);

/** @type {Record<string, (input: string) => string | Promise<string>>} */
const READERS = { fragment, stored, unsaved, older, draft, whole, fails, spins };

const read = READERS[argv[2] ?? ""];
if (!read) throw new Error(Object.keys(READERS).join(", "));
let number = 0;
for await (const line of createInterface({ input: stdin })) {
  const fault = await inTime(Buffer.from(line, "base64").toString("utf8"));
  if (fault) console.log(JSON.stringify({ number, fault }));
  number += 1;
}
console.log(number);
stdout.write("", () => exit());

/** @param {string} input */
async function fragment(input) {
  let text;
  try {
    text = await unpacked(input, MAX_BYTES);
  } catch (error) {
    const { name, code = "" } = /** @type {Error & { code?: string }} */ (error);
    // Here, unlike in browsers, what zlib refuses has a code of its own.
    return REFUSALS.has(name) || `${code}`.startsWith("Z_") ? "" : `refused by ${error}`;
  }
  return text.length > MAX_BYTES ? `${text.length} characters` : stored(text);
}

/** @param {string} input */
function stored(input) {
  const value = parsed(input);
  return [isPartnership(value), isReadable(value)].every(isAnswer) ? "" : "neither yes nor no";
}

/** @param {string} input */
function unsaved(input) {
  const lines = unsavedLine("key", input);
  return lines.every(({ held }) => isPartnership(held.partnership)) ? "" : "what no form can show";
}

/** @param {string} input */
function older(input) {
  const { document } = entryFrom("partnership-guide:document", input);
  return document === input || isPartnership(document) ? "" : "neither a form nor the text as it was";
}

/** @param {string} input */
function draft(input) {
  return isAnswer(isKept(parsed(input))) ? "" : "neither yes nor no";
}

/** What is not spoilt is read. @param {string} input */
function whole(input) {
  return unsavedLine("key", input).length > 0 || isKept(parsed(input)) ? "" : "refused";
}

/** Is seen where it is a fault of a reader's. */
function fails() {
  throw new ReferenceError("x");
}

function spins() {
  const begun = performance.now();
  while (performance.now() - begun <= PATIENCE);
  return "";
}

/** @param {unknown} answer */
function isAnswer(answer) {
  return typeof answer === "boolean";
}

/** @param {string} input */
function parsed(input) {
  try {
    return JSON.parse(input);
  } catch {
    return null;
  }
}

/**
 * What never ends is stopped by whoever started this.
 *
 * @param {string} input
 */
async function inTime(input) {
  const begun = performance.now();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let late;
  const end = new Promise((resolve) => {
    late = setTimeout(resolve, PATIENCE, "takes too long");
  });
  try {
    const fault = await Promise.race([read?.(input), end]);
    return performance.now() - begun > PATIENCE ? "takes too long" : fault;
  } catch (error) {
    return String(error);
  } finally {
    clearTimeout(late);
  }
}
