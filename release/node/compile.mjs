// Runs release/compile.py in Pyodide, on Pyodide's own files: node compile.mjs SCRIPT WHEELS RUNTIME
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { argv, env } from "node:process";
import { loadPyodide } from "pyodide";

const [script = "", wheels = "", runtime = ""] = argv.slice(2);

// The date makes the bytecode depend on the source alone, so that two builds are byte for byte the same. No
// explanations of functions and no columns of places in lines: nobody reads them in a page, and they are a third
// of the bytes on the line. Assertions go as well; none of ours has any, and the linter sees to it.
const pyodide = await loadPyodide({
  args: ["-OO", "-X", "no_debug_ranges"],
  env: { SOURCE_DATE_EPOCH: env.SOURCE_DATE_EPOCH ?? "315532800" },
});
for (const wheel of readdirSync(wheels)) {
  // Pyodide does not take a Node Buffer.
  pyodide.unpackArchive(new Uint8Array(readFileSync(join(wheels, wheel))), "wheel");
}
pyodide.FS.mkdirTree("/runtime");
pyodide.mountNodeFS("/runtime", resolve(runtime));
pyodide.runPython(readFileSync(script, "utf8"));
