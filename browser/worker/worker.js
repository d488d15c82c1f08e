/**
 * Python in a worker. JSON text in, JSON text out, through the functions that the command line calls.
 *
 * In: `{id, request, packages}`, where `request` is the JSON text that `checkers.service.answer` takes, and
 * `packages` are those that it needs beside the checks.
 * Out: `{type: "progress", stage, loaded, total}`, `{type: "loaded"}`, `{type: "answer", id, text}` or
 * `{type: "failed", reason}`.
 *
 * Whoever starts it puts before its code where things are: `place`.
 */

import runtime from "@built/runtime";
import { Damaged } from "./damaged.js";
import { forget } from "./kept.js";
import { Library } from "./library.js";
import { startPython } from "./python.js";

/** The smallest module there is: magic number and version. */
const EMPTY_WASM = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
/** Said in place of an answer where a package did not come. */
const MISSING = JSON.stringify({ format: "missing/1" });
/** So many bytes are told of at a time. */
const STEP = 65_536;

const place = Reflect.get(self, "place");
const library = new Library(place, told);
let untold = 0;
let restIsThere = false;

const python = load();
python.then(
  () => post({ type: "loaded" }),
  (error) => {
    console.warn(error);
    // Should it be what was kept that does not start, the next try fetches everything.
    void forget().then(() => post({ type: "failed", reason: reasonOf(error) }));
  },
);

self.onmessage = async ({ data }) => {
  const { id, request, packages } = JSON.parse(data);
  try {
    const { service } = await python;
    const complete = await haveAll(packages);
    post({ type: "answer", id, text: complete ? service.answer(request) : MISSING });
    await library.keep();
  } catch (error) {
    console.error(error);
    post({ type: "failed", reason: "crashed" });
  }
};

/** @param {object} message */
function post(message) {
  self.postMessage(JSON.stringify(message));
}

/** @param {unknown} error */
function reasonOf(error) {
  if (error instanceof WebAssembly.CompileError) return "blocked";
  return error instanceof Damaged ? "damaged" : "network";
}

/**
 * @param {number} loaded bytes of all files so far
 * @param {number} total
 */
function told(loaded, total) {
  if (loaded < total && loaded - untold < STEP) return;
  untold = loaded;
  post({ type: "progress", stage: "download", loaded, total });
}

async function load() {
  // Where a policy forbids WebAssembly, nothing need be fetched.
  const allowed = WebAssembly.compile(EMPTY_WASM);
  const { module, library: modules, checks } = library.base();
  const started = startPython({
    module,
    library: modules,
    checks,
    lock: runtime.lock,
    package: (file) => library.package(file),
    rest: () => library.restNow(),
  });
  await allowed;
  void Promise.all([module, modules, checks]).then(() =>
    post({ type: "progress", stage: "rules", loaded: 1, total: 1 }),
  );
  return await started;
}

/**
 * Load what is needed beside the checks; tell whether all of it is there. What does not come can be asked for
 * again, so it stops nothing else.
 *
 * @param {string[]} packages
 */
async function haveAll(packages) {
  const { pyodide, addRest } = await python;
  const missing = packages.filter((name) => !(name in pyodide.loadedPackages));
  if (missing.length === 0) return true;
  try {
    if (!restIsThere) addRest(await library.rest());
    restIsThere = true;
    // Whoever asked is told; the console need not cry as well.
    await pyodide.loadPackage(missing, { errorCallback: (line) => console.warn(line) });
  } catch (error) {
    console.warn(error);
  }
  return missing.every((name) => name in pyodide.loadedPackages);
}
