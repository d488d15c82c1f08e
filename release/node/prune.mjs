// Writes Pyodide's module without what no page of ours can reach: node prune.mjs PYODIDE HOST FOLDER
//
// Pyodide exports nearly every function of Python and of its C libraries, and carries graphics and sound, for
// packages with compiled parts that may be loaded later. None of ours has compiled parts. Left out is only what
// nothing refers to any more once those exports are gone: an optimiser proves it, for the WebAssembly and for
// the script, so that what is left does what it did.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import binaryen from "binaryen";
import { minify } from "terser";

const [pyodide = "", host = "", folder = ""] = argv.slice(2);
const wasm = readFileSync(join(pyodide, "pyodide.asm.wasm"));
const script = readFileSync(join(pyodide, "pyodide.asm.mjs"), "utf8");
const loader = readFileSync(host, "utf8");

/** A name in JavaScript. */
const NAME = /[\w$]+/g;
/** `.x` or `["x"]`. */
const PROPERTY = /\.([\w$]+)|\["([\w$]+)"\]/g;
/** `Module["x"]=x;`: offers what a library of Emscripten's holds. */
const OFFER = /(?<=[;}])Module\["([\w$]+)"\]=[\w$]+;/g;
/** `_x=Module["_x"]=wasmExports["x"];`, for a variable with `.value>>>0`. */
const ASSIGNMENT = /([\w$]+)=(?:Module\["([\w$]+)"\]=)?wasmExports\["([\w$]+)"\](?:\.value>>>0)?;?/g;
/** The types of a function, for the linker that joins compiled packages. */
const SIGNATURE = /(?<=[;}])[\w$]+\.sig="\w*";/g;

const assignments = part(script, "function assignWasmExports(");
const imports = part(script, "var wasmImports={");
const declared = between(script, "var _set_method_docstring,", ";");
const rest = without(script, [assignments, imports, declared]).replace(SIGNATURE, "");

const read = propertiesOf(rest.replace(OFFER, "") + loader);
const body = rest.replace(OFFER, (all, name) => (read.has(name) ? all : ""));
const used = namesOf(body + loader);

const assigned = assignments.replace(ASSIGNMENT, (all, variable, property, name) =>
  [variable, property, name].some((one) => used.has(one)) ? `${all.replace(/;$/, "")};` : "",
);
const bytes = withoutExports(wasm, new Set([...namesOf(assigned), ...used]));
const needed = new Set(
  WebAssembly.Module.imports(new WebAssembly.Module(new Uint8Array(bytes))).map(({ name }) => name),
);

const { code } = await minify(whole(), {
  module: true,
  compress: { passes: 3 },
  ecma: 2020,
  format: { comments: false },
});
if (!code) throw new Error("nothing is left of the script");
writeFileSync(join(folder, "pyodide.asm.wasm"), bytes);
writeFileSync(join(folder, "pyodide.asm.mjs"), code);

/** @returns {string} the script with what is still needed of its tables */
function whole() {
  const table = imports
    .slice(imports.indexOf("{") + 1, -1)
    .split(",")
    .filter((entry) => needed.has(entry.split(":")[0] ?? ""));
  const known = namesOf(body + assigned);
  const names = declared.slice("var ".length).split(",");
  const kept = names.filter((name) => known.has(name.split("=")[0] ?? ""));
  return (
    body
      .replace(mark(assignments), () => assigned)
      .replace(mark(imports), () => `var wasmImports={${table}}`)
      .replace(mark(declared), () => `var ${kept}`)
      // A direct call could use any name, so that none could go; the pages' policy forbids it anyway.
      .replace(/\beval\(/g, "(0,eval)(")
  );
}

/**
 * @param {Uint8Array} content
 * @param {Set<string>} keep
 */
function withoutExports(content, keep) {
  const module = binaryen.readBinary(content);
  for (const { name } of WebAssembly.Module.exports(new WebAssembly.Module(new Uint8Array(content))))
    if (!keep.has(name) && !keep.has(`_${name}`)) module.removeExport(name);
  module.runPasses(["remove-unused-module-elements"]);
  return module.emitBinary();
}

/** @param {string} text */
function namesOf(text) {
  return new Set(text.match(NAME));
}

/** @param {string} text */
function propertiesOf(text) {
  return new Set([...text.matchAll(PROPERTY)].map(([, name, quoted]) => name ?? quoted));
}

/**
 * Return what begins so and ends with its closing brace; no brace stands in a string there.
 *
 * @param {string} text
 * @param {string} start
 */
function part(text, start) {
  const from = found(text, start);
  let depth = 0;
  for (let end = text.indexOf("{", from); end < text.length; end++) {
    if (text[end] === "{") depth += 1;
    if (text[end] === "}") depth -= 1;
    if (depth === 0) return text.slice(from, end + 1);
  }
  throw new Error(`no end of ${start}`);
}

/**
 * @param {string} text
 * @param {string} start
 * @param {string} end
 */
function between(text, start, end) {
  const from = found(text, start);
  return text.slice(from, text.indexOf(end, from));
}

/**
 * @param {string} text
 * @param {string} start
 */
function found(text, start) {
  const from = text.indexOf(start);
  if (from < 0 || text.indexOf(start, from + 1) >= 0) throw new Error(`Pyodide has another form: ${start}`);
  return from;
}

/**
 * @param {string} text
 * @param {string[]} parts
 */
function without(text, parts) {
  return parts.reduce((left, one) => left.replace(one, () => mark(one)), text);
}

/** @param {string} part where it stood */
function mark(part) {
  return `/*${part.slice(0, 24).replace(/\W/g, "")}*/`;
}
