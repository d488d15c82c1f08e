// Starts a built runtime under Node from the files that pages fetch, as a page's worker does.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { decompress } from "fzstd";
import { loadPyodide } from "pyodide";

const CHECKS = "/lib/checkers.zip";
const REST = "/lib/library-rest.zip";

/**
 * @param {string} folder that holds `runtime/` and `scripts/`
 * @param {(pyodide: any) => void} restAsked called when an import asks for the rest of the library
 */
export async function start(folder, restAsked) {
  const build = resolve(folder);
  const runtime = JSON.parse(readFileSync(join(build, "scripts", "runtime.json"), "utf8"));
  const script = pathToFileURL(join(build, "scripts", "pyodide.asm.mjs"));
  const { default: createPyodideModule } = await import(script.href);
  const temporary = mkdtempSync(join(tmpdir(), "runtime-"));
  const library = join(temporary, "library.zip");
  writeFileSync(join(temporary, "pyodide.asm.wasm"), unpacked(runtime.parts.module));
  writeFileSync(library, unpacked(runtime.parts.library));
  const pyodide = await loadPyodide({
    createPyodideModule,
    indexURL: temporary,
    stdLibURL: library,
    lockFileContents: runtime.lock,
    packageBaseUrl: temporary,
    env: { PYTHONPATH: CHECKS },
    fsInit: (fs) => fs.writeFile(CHECKS, unpacked(runtime.parts.checks)),
  });
  rmSync(temporary, { recursive: true });
  pyodide.pyimport("_library_rest").install(() => {
    restAsked(pyodide);
    pyodide.FS.writeFile(REST, unpacked(runtime.rest));
    return REST;
  });
  return pyodide;

  /** @param {{ file: string }} part */
  function unpacked({ file }) {
    return decompress(new Uint8Array(readFileSync(join(build, "runtime", file))));
  }
}
