// Answers requests in a built runtime as a page's worker does: node answer.mjs BUILD < requests
// One JSON text a line in; out one answer a line, and at the end what Python is, which modules of its library it
// has imported, and from where the rest of the library was first asked for.
import { argv, stdin } from "node:process";
import { createInterface } from "node:readline";
import { start } from "./host.mjs";

let asked = "";
const pyodide = await start(argv[2] ?? "", (python) => {
  asked = python.runPython("import traceback; ''.join(traceback.format_stack()[:-3])");
});
const service = pyodide.pyimport("checkers.service");
for await (const line of createInterface({ input: stdin })) console.log(service.answer(line));
try {
  // What a fault in the checks themselves leads to.
  service.answer("{}");
} catch (error) {
  if (!String(error).includes("KeyError")) throw error;
}
console.log(
  pyodide.runPython(`
import importlib.util, json, platform, sys
import checkers
json.dumps({
    "python": platform.python_version(),
    "magic": importlib.util.MAGIC_NUMBER.hex(),
    "checkers": checkers.__file__,
    "library": json.__file__,
    "modules": sorted({
        module.__spec__.name
        for module in sys.modules.values()
        if getattr(getattr(getattr(module, "__spec__", None), "loader", None), "archive", "").endswith(("314.zip", "-rest.zip"))
    }),
    "rest": ${JSON.stringify(asked)},
})
`),
);
