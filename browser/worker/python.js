/**
 * CPython as Pyodide compiles it for browsers, without Pyodide's bridge between Python and JavaScript: to import
 * that takes half of a start, and here one text goes in and one comes out, through files in memory.
 */

import createModule from "@built/pyodide";
import { imageOf, lengthIn, putBack } from "./image.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{ module: WebAssembly.Module, library: Bytes, checks: Bytes, rest: () => Bytes }} Files
 *   `rest` brings the rest of the library at once, where an import asks for more */

/** Where Python looks for its library is part of its module; the rest is ours to say. */
const LIBRARY = "/lib/python314.zip";
const CHECKS = "/lib/checkers.zip";
const REQUEST = "/request";
const ANSWER = "/answer";
const PACKAGES = "/lib/packages/";
const REST = `${PACKAGES}library-rest.zip`;
/** Python opens it to have the rest brought. */
const REST_WANTED = "/dev/library-rest";

/** What Python is told to do, with the names of the files. In this order: an import may need the rest. */
const BEGIN = `import _in_page; _in_page.install("${REST_WANTED}", "${REST}"); import checkers.service`;
const ANSWER_REQUEST = `_in_page.answer("${REQUEST}", "${ANSWER}")`;
/** What a file's reader is told where it cannot be brought: Emscripten's number of an input or output error. */
const NOT_READABLE = 29;
/** So many of the last lines that Python has complained in say why it failed. */
const LINES = 20;

export class Python {
  #module;
  /** @type {string[]} */
  #complaints;

  /**
   * @param {import("@built/pyodide").Module} module
   * @param {string[]} complaints
   */
  constructor(module, complaints) {
    this.#module = module;
    this.#complaints = complaints;
  }

  /**
   * @param {Files} files
   * @returns {Promise<Python>} one that has read the checks
   */
  static async start(files) {
    /** @type {string[]} */
    const complaints = [];
    const python = new Python(await made(files, complaints), complaints);
    python.run(BEGIN);
    return python;
  }

  /**
   * Python as it was when its memory was taken: nothing is imported again.
   *
   * @param {Files} files the same ones
   * @param {Bytes} image
   * @returns {Promise<Python>}
   */
  static async wake(files, image) {
    /** @type {string[]} */
    const complaints = [];
    const asleep = { noInitialRun: true, INITIAL_MEMORY: lengthIn(image) };
    const module = await made(files, complaints, asleep);
    putBack(image, module.HEAPU8);
    const python = new Python(module, complaints);
    python.run("_in_page.wake()");
    return python;
  }

  /**
   * What Python's memory holds once it has done every kind of check, on nobody.
   *
   * @returns {Bytes}
   */
  image() {
    this.run("_in_page.rehearse()");
    return imageOf(this.#module.HEAPU8);
  }

  /**
   * @param {string} request what `checkers.service.answer` takes
   * @returns {string}
   */
  answer(request) {
    const { FS } = this.#module;
    FS.writeFile(REQUEST, request);
    this.run(ANSWER_REQUEST);
    return FS.readFile(ANSWER, { encoding: "utf8" });
  }

  /**
   * Let Python import from one more archive.
   *
   * @param {string} name
   * @param {Bytes} content
   */
  add(name, content) {
    this.#module.FS.writeFile(PACKAGES + name, content);
    this.run(`_in_page.add(${JSON.stringify(PACKAGES + name)})`);
  }

  /** @param {Bytes} rest */
  addRest(rest) {
    this.#module.FS.writeFile(REST, rest);
    this.run(`_in_page.add_rest("${REST}")`);
  }

  /**
   * @param {string} code Python
   * @throws {Error} with what Python says of the fault
   */
  run(code) {
    const text = this.#module.stringToNewUTF8(code);
    this.#complaints.length = 0;
    const failed = this.#module._PyRun_SimpleString(text) !== 0;
    this.#module._free(text);
    if (failed) throw new Error(`Python: ${this.#complaints.join("\n")}`);
  }
}

/**
 * @param {Files} files
 * @param {string[]} complaints where to note what Python writes about faults
 * @param {Partial<import("@built/pyodide").Settings>} [more]
 * @returns {Promise<import("@built/pyodide").Module>}
 */
function made(files, complaints, more = {}) {
  // Emscripten waits for ever for a module that does not come to life, as where there is no memory for it.
  return new Promise((resolve, reject) => {
    createModule({ ...settings(files, complaints, reject), ...more }).then(resolve, reject);
  });
}

/**
 * @param {Files} files
 * @param {string[]} complaints
 * @param {(fault: unknown) => void} failed
 * @returns {import("@built/pyodide").Settings}
 */
function settings(files, complaints, failed) {
  return {
    API: { config: {}, runtimeEnv: {} },
    noImageDecoding: true,
    noAudioDecoding: true,
    noWasmDecoding: true,
    // No module is looked for beside these archives.
    arguments: ["-S"],
    print: (line) => console.info(line),
    printErr: (line) => {
      complaints.push(line);
      if (complaints.length > LINES) complaints.shift();
    },
    preRun: [
      (module) => {
        Object.assign(module.ENV, { PYTHONPATH: CHECKS, PYTHONINSPECT: "1" });
        module.FS.mkdirTree(PACKAGES);
        module.FS.writeFile(LIBRARY, files.library);
        module.FS.writeFile(CHECKS, files.checks);
        bringWhenOpened(module.FS, files.rest);
      },
    ],
    instantiateWasm: (imports, done) => {
      // Only the bridge would ever ask whether a value of JavaScript's stands for a fault.
      Object.assign(imports.env ?? {}, { Jsv_GetError_import: () => null, JsvError_Check: () => 0 });
      WebAssembly.instantiate(files.module, imports)
        .then((instance) => done(instance, files.module))
        .catch(failed);
      return {};
    },
  };
}

/**
 * Python waits within an import while the file it opens is brought.
 *
 * @param {import("@built/pyodide").FileSystem} FS
 * @param {() => Bytes} rest
 */
function bringWhenOpened(FS, rest) {
  const device = FS.makedev(FS.createDevice.major++, 0);
  FS.registerDevice(device, {
    open: () => {
      try {
        FS.writeFile(REST, rest());
      } catch (error) {
        console.warn(error);
        throw new FS.ErrnoError(NOT_READABLE);
      }
    },
    read: () => 0,
  });
  FS.mkdev(REST_WANTED, device);
}
