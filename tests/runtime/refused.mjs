// Starts Python from a module that is none of Pyodide's, and says what becomes of it: node refused.mjs BUILD
import { argv, exit, stdout } from "node:process";
import { hostOf } from "./host.mjs";

const EMPTY = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

const { Python } = await hostOf(argv[2] ?? "");
const files = {
  module: new WebAssembly.Module(EMPTY),
  library: EMPTY,
  checks: EMPTY,
  rest: () => EMPTY,
};
const said = await Python.start(files).then(
  () => "started",
  () => "refused",
);
stdout.write(`${said}\n`, () => exit());
