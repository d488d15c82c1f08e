// Starts a built runtime under Node from the files that pages fetch, by the script that a page's worker starts it by.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build as joined } from "esbuild";
import { decompress } from "fzstd";

const HOST = fileURLToPath(new URL("../../browser/worker/python.js", import.meta.url));

/**
 * @param {string} folder that holds `runtime/` and `scripts/`
 * @param {boolean} isWoken is it to be woken from the memory of one that was started before?
 * @param {() => void} restAsked called when an import asks for the rest of the library
 */
export async function start(folder, isWoken, restAsked) {
  const build = resolve(folder);
  const runtime = JSON.parse(readFileSync(join(build, "scripts", "runtime.json"), "utf8"));
  const { Python } = await hostOf(folder);
  const files = {
    module: await WebAssembly.compile(new Uint8Array(unpacked(runtime.parts.module))),
    library: unpacked(runtime.parts.library),
    checks: unpacked(runtime.parts.checks),
    rest: () => {
      restAsked();
      return unpacked(runtime.rest);
    },
  };
  if (!isWoken) return Python.start(files);
  const other = await Python.start(files);
  return Python.wake(files, other.image());

  /** @param {{ file: string }} part */
  function unpacked({ file }) {
    return decompress(new Uint8Array(readFileSync(join(build, "runtime", file))));
  }
}

/**
 * The script that runs Python, joined with a build's module.
 *
 * @param {string} folder as above
 */
export async function hostOf(folder) {
  const script = join(resolve(folder), "scripts", "pyodide.asm.mjs");
  const temporary = mkdtempSync(join(tmpdir(), "runtime-"));
  const outfile = join(temporary, "host.mjs");
  try {
    await joined({
      entryPoints: [HOST],
      bundle: true,
      format: "esm",
      platform: "node",
      alias: { "@built/pyodide": script },
      outfile,
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}
