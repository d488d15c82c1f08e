// Runs Python in a built runtime: node run.mjs BUILD < script. Then prints how often the rest was fetched.
import { readFileSync } from "node:fs";
import { argv, stdin } from "node:process";
import { start } from "./host.mjs";

let asked = 0;
const pyodide = await start(argv[2] ?? "", () => {
  asked += 1;
});
pyodide.runPython(readFileSync(stdin.fd, "utf8"));
console.log(asked);
