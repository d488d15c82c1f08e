// Reads spoilt input as the page's own script does: node page_readers.mjs fragment|stored < inputs in base64
// Prints what went wrong, a line each. A link is unpacked or refused, never to more than is allowed; of what the
// browser kept it is told whether a form can show it.
import { argv, exit, stdin, stdout } from "node:process";
import { createInterface } from "node:readline";
import { isPartnership } from "../../browser/shape.js";
import { unpacked } from "../../browser/share/link.js";

/** Less than any page allows, so that what unpacks to more is found soon. */
const MAX_BYTES = 20_000;
/** Milliseconds that one input may take. */
const PATIENCE = 2_000;

/** @type {Record<string, (input: string) => Promise<string>>} */
const READERS = { fragment, stored };

const read = READERS[argv[2] ?? ""];
if (!read) throw new Error("fragment or stored");
let number = 0;
for await (const line of createInterface({ input: stdin })) {
  const fault = await inTime(read(Buffer.from(line, "base64").toString("utf8")));
  if (fault) console.log(JSON.stringify({ number, fault }));
  number += 1;
}
console.log(number);
stdout.write("", () => exit());

/** @param {string} input */
async function fragment(input) {
  const text = await unpacked(input, MAX_BYTES).catch((error) => (error instanceof Error ? null : error));
  if (text === null) return "";
  if (typeof text !== "string") return `refused by ${text}`;
  if (text.length > MAX_BYTES) return `${text.length} characters`;
  return stored(text);
}

/** @param {string} input */
async function stored(input) {
  let value;
  try {
    value = JSON.parse(input);
  } catch {
    return "";
  }
  try {
    return typeof isPartnership(value) === "boolean" ? "" : "neither yes nor no";
  } catch (error) {
    return String(error);
  }
}

/** @param {Promise<string>} reading */
function inTime(reading) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let late;
  const end = new Promise((resolve) => {
    late = setTimeout(resolve, PATIENCE, "takes too long");
  });
  return Promise.race([reading.catch(String), end]).finally(() => clearTimeout(late));
}
