/**
 * Python in a worker. JSON text in, JSON text out, through the functions that the command line calls.
 *
 * In: `{id, request, packages}`, where `request` is the JSON text that `checkers.service.answer` takes, and
 * `packages` are those that it needs beside the checks. Before the first comes the port of the worker that
 * unpacks Pyodide's module, with the script of this worker where that is to be kept.
 * Out: `{type: "progress", stage, loaded, total}`, `{type: "loaded", isWoken}`, `{type: "answer", id, text}` or
 * `{type: "failed", reason}`.
 *
 * Whoever starts it puts before its code where things are: `place`. With `task: "remember"` it answers nothing,
 * keeps Python's memory for the next visit instead, and says `{type: "remembered"}`: so the memory has never held
 * anything that a reader wrote.
 */

import runtime from "@built/runtime";
import { BASE_BYTES } from "./base-bytes.js";
import { Failure, failureOf, stopOf } from "./failure.js";
import { forget } from "./kept.js";
import { Library } from "./library.js";
import { Python } from "./python.js";

/** Said in place of an answer where a package did not come. */
const MISSING = JSON.stringify({ format: "missing/1" });
/** So many bytes are told of at a time. */
const STEP = 65_536;

let loaded = 0;
let told = 0;
/** Packages that Python has beside the checks. @type {Set<string>} */
const added = new Set();

/** @type {import("./kept-part.js").Place} */
const place = Reflect.get(self, "place");
const library = new Library(place, received);
/** @type {MessagePort | undefined} */
let unpacker;
/** @type {Promise<WebAssembly.Module>} */
const module = new Promise((resolve, reject) => {
  self.onmessage = ({ data, ports: [port] }) => {
    self.onmessage = answer;
    if (data instanceof Blob) library.hasScript(data);
    unpacker = port;
    if (port)
      port.onmessage = ({ data }) => {
        if (typeof data === "number") received(data);
        else if (data instanceof WebAssembly.Module) resolve(data);
        else reject(new Failure(data));
      };
  };
});

/** Has Python been woken, as it was on an earlier visit? */
let isWoken = false;
const python = place.task === "remember" ? started() : load();
if (place.task === "remember") {
  // It may be for want of room that a second Python does not start: the first one's files have served.
  python.then(remember).catch(failed);
} else {
  python.then(
    () => post({ type: "loaded", isWoken }),
    // Should it be what was kept that does not start, the next try fetches everything.
    (error) => void forget().then(() => failed(error)),
  );
}

/** @param {MessageEvent<string>} message */
async function answer({ data }) {
  const { id, request, packages } = JSON.parse(data);
  try {
    const complete = await haveAll(packages);
    post({ type: "answer", id, text: complete ? (await python).answer(request) : MISSING });
    unpacker?.postMessage("started");
    unpacker = undefined;
    await nextTask();
    await library.keep();
  } catch (error) {
    console.error(error);
    post({ type: "failed", reason: stopOf(error) });
  }
}

/** @param {unknown} error */
function failed(error) {
  console.warn(error);
  post({ type: "failed", reason: failureOf(error) });
}

/** @param {object} message */
function post(message) {
  self.postMessage(JSON.stringify(message));
}

/** @param {number} bytes that have come since the last time */
function received(bytes) {
  loaded += bytes;
  if (loaded > BASE_BYTES || (loaded < BASE_BYTES && loaded - told < STEP)) return;
  told = loaded;
  post({ type: "progress", stage: "download", loaded, total: BASE_BYTES });
}

/** @returns {Promise<Python>} */
async function load() {
  const memory = library.memory();
  const files = await library.files(module);
  post({ type: "progress", stage: "rules", loaded: 1, total: 1 });
  const image = await memory;
  if (!image) return begun(files);
  try {
    const woken = await Python.wake(files, image);
    isWoken = true;
    return woken;
  } catch (error) {
    console.info(error);
    await library.forgetMemory();
    return begun(files);
  }
}

async function started() {
  return begun(await library.files(module));
}

/** @param {import("./python.js").Files} files */
async function begun(files) {
  try {
    return await Python.start(files);
  } catch (error) {
    console.warn(error);
    throw new Failure(stopOf(error));
  }
}

/** @param {Python} ready */
async function remember(ready) {
  const image = ready.image();
  await nextTask();
  await library.keepMemory(image);
  post({ type: "remembered" });
}

/**
 * A worker that is ended finishes its task first, which with Python takes long: what was removed meanwhile would come
 * back if anything were kept in the same one.
 */
function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Load what is needed beside the checks; tell whether all of it is there. What does not come can be asked for
 * again, so it stops nothing else.
 *
 * @param {string[]} packages
 */
async function haveAll(packages) {
  const missing = needed(packages).filter((name) => !added.has(name));
  if (missing.length === 0) return true;
  try {
    const rest = added.size === 0 ? library.rest() : null;
    const archives = await Promise.all(
      missing.map(async (name) => /** @type {const} */ ([name, await library.package(name)])),
    );
    const ready = await python;
    if (rest) ready.addRest(await rest);
    for (const [name, archive] of archives) {
      ready.add(name, archive);
      added.add(name);
    }
    return true;
  } catch (error) {
    console.warn(error);
    return false;
  }
}

/**
 * @param {string[]} packages
 * @returns {string[]} these and what they need in turn, by the names of their files
 */
function needed(packages) {
  const files = packages.flatMap((name) => {
    const found = runtime.lock.packages[name];
    if (!found) throw new Error(`no package ${name}`);
    return [found.file_name, ...needed(found.depends)];
  });
  return [...new Set(files)];
}
