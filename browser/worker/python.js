/** Starts Pyodide from files that somebody else brings, and nothing that it would fetch by itself. */

import createPyodideModule from "@built/pyodide";
import { loadPyodide } from "pyodide";

/** @typedef {{ loadedPackages: Record<string, string>, loadPackage: (names: string[],
 *   options: { errorCallback: (line: string) => void }) => Promise<unknown>,
 *   FS: { writeFile: (path: string, bytes: Uint8Array) => void },
 *   pyimport: (name: string) => any }} Pyodide */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{ module: Promise<WebAssembly.Module>, library: Promise<Bytes>, checks: Promise<Bytes>,
 *   lock: import("pyodide").Lockfile, package: (file: string) => Promise<Bytes>, rest: () => Bytes }} Files
 *   `package` brings an archive that the lock names; `rest` the rest of the library, at once */

/** Nothing is at this address; Pyodide asks for its files below it, and gets them from us. */
const NOWHERE = "https://pyodide.invalid/";
const LIBRARY = `${NOWHERE}library.zip`;
const MODULE = `${NOWHERE}pyodide.asm.wasm`;
const CHECKS = "/lib/checkers.zip";
const REST = "/lib/library-rest.zip";

/**
 * @param {Files} files
 * @returns {Promise<{ pyodide: Pyodide, service: { answer: (request: string) => string },
 *   addRest: (rest: Bytes) => void }>}
 */
export async function startPython(files) {
  answerForPyodide(files);
  const starting = loadPyodide({
    indexURL: NOWHERE,
    stdLibURL: LIBRARY,
    lockFileContents: files.lock,
    packageBaseUrl: NOWHERE,
    createPyodideModule,
    env: { PYTHONPATH: CHECKS },
    fsInit: async (/** @type {Pyodide["FS"]} */ fs) => fs.writeFile(CHECKS, await files.checks),
  });
  // Where a file does not come, Pyodide says so on the console and waits for ever.
  const missing = Promise.all([files.module, files.library, files.checks]);
  /** @type {Pyodide} */
  const pyodide = await Promise.race([starting, missing.then(() => starting)]);
  const finder = pyodide.pyimport("_library_rest");
  /** @param {Bytes} rest */
  const put = (rest) => {
    pyodide.FS.writeFile(REST, rest);
    return REST;
  };
  finder.install(() => put(files.rest()));
  const service = pyodide.pyimport("checkers.service");
  return { pyodide, service, addRest: (rest) => finder.add(put(rest)) };
}

/** @param {Files} files */
function answerForPyodide({ module, library, package: bring }) {
  const ordinary = self.fetch.bind(self);
  self.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith(NOWHERE)) return ordinary(input, init);
    if (address === MODULE) return new Response();
    if (address === LIBRARY) return new Response(await library);
    return new Response(await bring(address.slice(NOWHERE.length)));
  };
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const compiled = await module;
    return { module: compiled, instance: await WebAssembly.instantiate(compiled, imports) };
  };
}
