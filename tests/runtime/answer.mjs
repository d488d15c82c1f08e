// Answers requests in a built runtime as a page's worker does: node answer.mjs BUILD [woken] < requests
// One JSON text a line in; out one answer a line, and at the end what Python is, which modules of its library it
// has imported, and for which one the rest of the library was brought.
import { argv, exit, stdin, stdout } from "node:process";
import { createInterface } from "node:readline";
import { start } from "./host.mjs";

const python = await start(argv[2] ?? "", argv[3] === "woken", () => {});
for await (const line of createInterface({ input: stdin })) console.log(python.answer(line));
try {
  // What a fault in the checks themselves leads to.
  python.answer("{}");
  throw new Error("no fault");
} catch (error) {
  if (!String(error).includes("KeyError")) throw error;
}
python.run(`
import _in_page
asked = _in_page.asked_for
import checkers, importlib.util, json, platform, sys
print(json.dumps({
    "python": platform.python_version(),
    "magic": importlib.util.MAGIC_NUMBER.hex(),
    "checkers": checkers.__file__,
    "library": json.__file__,
    "modules": sorted({
        module.__spec__.name
        for module in sys.modules.values()
        if getattr(getattr(getattr(module, "__spec__", None), "loader", None), "archive", "").endswith(("314.zip", "-rest.zip"))
    }),
    "rest": asked,
}))
`);
// Pyodide leaves a channel open that it would hear of its tasks by.
stdout.write("", () => exit());
