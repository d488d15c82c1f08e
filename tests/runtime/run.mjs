// Runs Python in a built runtime: node run.mjs BUILD [woken] < script. Then prints how often the rest was fetched.
import { readFileSync } from "node:fs";
import { argv, exit, stdin, stdout } from "node:process";
import { start } from "./host.mjs";

let asked = 0;
const python = await start(argv[2] ?? "", argv[3] === "woken", () => {
  asked += 1;
});
python.run(readFileSync(stdin.fd, "utf8"));
console.log(asked);
// Pyodide leaves a channel open that it would hear of its tasks by.
stdout.write("", () => exit());
