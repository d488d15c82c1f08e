// Pyodide as published and the checks as an ordinary wheel: what a page has that leaves start-up as it is.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const started = start();

self.onmessage = async ({ data }) => {
  const service = await started;
  self.postMessage(service.answer(data));
};

async function start() {
  const wheel = fetch(new URL("checkers.whl", import.meta.url)).then((response) => response.arrayBuffer());
  const pyodide = await loadPyodide();
  pyodide.unpackArchive(await wheel, "wheel");
  return pyodide.pyimport("checkers.service");
}
