/**
 * Python in a worker. JSON text in, JSON text out, through the functions that the command line calls.
 *
 * In: `{id, request}`, where `request` is the JSON text that `checkers.service.answer` takes.
 * Out: `{type: "progress", stage, loaded, total}`, `{type: "loaded"}`, `{type: "answer", id, text}` or
 * `{type: "failed", reason}`.
 */

import { counted } from "./download.js";

const RUNTIME = new URL("../../runtime/", import.meta.url);
/** The smallest module there is: magic number and version. */
const EMPTY_WASM = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

// Pyodide waits for ever where its WebAssembly does not arrive whole; what it leaves unhandled tells.
self.addEventListener("unhandledrejection", () => post({ type: "failed", reason: "network" }));

const python = load();
python.then(
  () => post({ type: "loaded" }),
  (error) => post({ type: "failed", reason: error.message === "blocked" ? "blocked" : "network" }),
);

self.onmessage = async ({ data }) => {
  const { id, request } = JSON.parse(data);
  try {
    post({ type: "answer", id, text: (await python).answer(request) });
  } catch (error) {
    console.error(error);
    post({ type: "failed", reason: "crashed" });
  }
};

/** @param {object} message */
function post(message) {
  self.postMessage(JSON.stringify(message));
}

/** @returns {Promise<{ answer: (request: string) => string }>} */
async function load() {
  // Where a policy forbids WebAssembly, Pyodide waits for ever: ask first.
  await WebAssembly.compile(EMPTY_WASM).catch(() => {
    throw new Error("blocked");
  });
  const response = await fetch(new URL("manifest.json", RUNTIME));
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const manifest = await response.json();
  self.fetch = counted(
    self.fetch.bind(self),
    manifest.files,
    (loaded, total) => post({ type: "progress", stage: "download", loaded, total }),
    () => post({ type: "failed", reason: "network" }),
  );
  const { loadPyodide } = await import(new URL(manifest.entry, RUNTIME).href);
  const pyodide = await loadPyodide({ indexURL: RUNTIME.href, packages: manifest.packages });
  post({ type: "progress", stage: "rules", loaded: 1, total: 1 });
  return pyodide.pyimport("checkers.service");
}
