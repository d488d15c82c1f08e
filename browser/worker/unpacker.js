/**
 * Fetches, unpacks and compiles Pyodide's module while another worker reads Python's script and library: the two
 * take equally long, and computers have more than one core.
 *
 * Whoever starts it puts `place` before its code and sends a port, by which the worker of Python hears: a number
 * of bytes that have come, at last the module, or else why there is none. Once it hears that the module has
 * started, it keeps it. It stays as long as Python's worker: the browser writes down the compiled form some time
 * after, and only while the one who compiled it lives. Told to stop, it fetches no more and ends by itself once
 * nothing is being compiled: Chromium's whole tab dies where it is ended in the middle of that.
 */

import { parts } from "@built/runtime";
import { failureOf } from "./failure.js";
import { keepOne } from "./kept.js";
import { addressOf, keptPart } from "./kept-part.js";
import { Parts } from "./parts.js";
import { STOP } from "./stop.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** @type {import("./kept-part.js").Place} */
const place = Reflect.get(self, "place");
/** The module as it came, to be kept. @type {Bytes[]} */
const chunks = [];
/** @type {MessagePort | undefined} */
let python;
let untold = 0;
const stopped = new AbortController();

const module = compiled(parts.module);
// It may fail before there is anyone to tell.
module.catch(() => {});

self.onmessage = ({ data, ports: [port] }) => {
  if (data === STOP) {
    stopped.abort();
    module.then(close, close);
  }
  if (!port) return;
  python = port;
  told(0);
  module.then(
    (result) => port.postMessage(result),
    (error) => {
      // Nobody waits any more for what was stopped.
      if (stopped.signal.aborted) return;
      console.warn(error);
      port.postMessage(failureOf(error));
    },
  );
  port.onmessage = async () => {
    if (chunks.length === 0) return;
    const content = new Blob(chunks);
    chunks.length = 0;
    await keepOne(addressOf(place, parts.module), { content, type: "module" });
  };
};

/** @param {number} bytes that have come since the last time */
function told(bytes) {
  untold += bytes;
  if (!python || untold === 0) return;
  python.postMessage(untold);
  untold = 0;
}

/** @param {Packed} part */
async function compiled(part) {
  const own = await keptPart(place, part);
  return own ? WebAssembly.compileStreaming(own).catch(() => fetched(part)) : fetched(part);
}

/** @param {Packed} part */
function fetched(part) {
  return new Parts(place.runtime, told, stopped.signal).use(part, (content) => {
    chunks.length = 0;
    const noting = new TransformStream({
      transform: (/** @type {Bytes} */ chunk, out) => {
        chunks.push(chunk);
        out.enqueue(chunk);
      },
    });
    const headers = { "Content-Type": "application/wasm" };
    return WebAssembly.compileStreaming(new Response(content.pipeThrough(noting), { headers }));
  });
}
