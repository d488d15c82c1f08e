/**
 * Python in a worker. JSON text in, JSON text out, through the functions that the command line calls.
 *
 * In: `{id, request, packages}`, where `request` is the JSON text that `checkers.service.answer` takes, and
 * `packages` are those that it needs beside the checks.
 * Out: `{type: "progress", stage, loaded, total}`, `{type: "loaded"}`, `{type: "answer", id, text}` or
 * `{type: "failed", reason}`.
 */

import { counted } from "./download.js";

const RUNTIME = new URL("../../../runtime/", import.meta.url);
/** The smallest module there is: magic number and version. */
const EMPTY_WASM = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

// Pyodide waits for ever where its WebAssembly does not arrive whole; what it leaves unhandled tells.
self.addEventListener("unhandledrejection", lost);

/** Said in place of an answer where a package did not come. */
const MISSING = JSON.stringify({ format: "missing/1" });
/** Is something fetched that the checks do without? */
let beside = false;

/** @typedef {{ loadedPackages: Record<string, string>, loadPackage: (names: string[],
 *   options: { errorCallback: (line: string) => void }) => Promise<unknown>,
 *   pyimport: (name: string) => { answer: (request: string) => string } }} Pyodide */

const python = load();
python.then(
  () => post({ type: "loaded" }),
  (error) => post({ type: "failed", reason: error.message === "blocked" ? "blocked" : "network" }),
);

self.onmessage = async ({ data }) => {
  const { id, request, packages } = JSON.parse(data);
  try {
    const { pyodide, service } = await python;
    const complete = await fetched(pyodide, packages);
    post({ type: "answer", id, text: complete ? service.answer(request) : MISSING });
  } catch (error) {
    console.error(error);
    post({ type: "failed", reason: "crashed" });
  }
};

function lost() {
  if (!beside) post({ type: "failed", reason: "network" });
}

/** @param {object} message */
function post(message) {
  self.postMessage(JSON.stringify(message));
}

/**
 * Load what is needed beside the checks; tell whether all of it is there. What does not come can be asked for
 * again, so it stops nothing else.
 *
 * @param {Pyodide} pyodide
 * @param {string[]} packages
 */
async function fetched(pyodide, packages) {
  const missing = packages.filter((name) => !(name in pyodide.loadedPackages));
  if (missing.length === 0) return true;
  beside = true;
  try {
    // Whoever asked is told; the console need not cry as well.
    await pyodide.loadPackage(missing, { errorCallback: (line) => console.warn(line) });
  } catch (error) {
    console.warn(error);
  }
  beside = false;
  return missing.every((name) => name in pyodide.loadedPackages);
}

/** @returns {Promise<{ pyodide: Pyodide, service: { answer: (request: string) => string } }>} */
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
    withoutThese(manifest.files, manifest.optional),
    (loaded, total) => post({ type: "progress", stage: "download", loaded, total }),
    lost,
  );
  const { loadPyodide } = await import(new URL(manifest.entry, RUNTIME).href);
  const pyodide = await loadPyodide({ indexURL: RUNTIME.href, packages: manifest.packages });
  post({ type: "progress", stage: "rules", loaded: 1, total: 1 });
  return { pyodide, service: pyodide.pyimport("checkers.service") };
}

/**
 * @param {import("./download.js").Files} files
 * @param {string[]} names
 */
function withoutThese(files, names) {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));
}
