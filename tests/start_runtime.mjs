// Starts a built runtime as a page does and prints what it found: node start_runtime.mjs FOLDER
import { join, resolve } from "node:path";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";

const folder = resolve(argv[2] ?? "");
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")).href);
const pyodide = await loadPyodide({ indexURL: folder, packages: ["checkers"] });
console.log(
  pyodide.runPython(`
import importlib.util, json, platform
import checkers
from checkers.rulebook import load
json.dumps({
    "python": platform.python_version(),
    "magic": importlib.util.MAGIC_NUMBER.hex(),
    "checkers": checkers.__file__,
    "library": json.__file__,
    "rulebook": load().version,
})
`),
);
