// Writes what pages use of a style sheet: node used_style.mjs SHEET OTHERS NAMES GLOB...
//
// A rule stays where every class, id and element that it names is a word of one of the files, or of NAMES; a
// variable stays where it or OTHERS, a style sheet that comes with it, asks for it.
import { readFileSync } from "node:fs";
import { argv, stdout } from "node:process";
import { PurgeCSS } from "purgecss";

const [sheet = "", others = "", names = "", ...content] = argv.slice(2);
const asked = Array.from(readFileSync(others, "utf8").matchAll(/var\((--[\w-]+)/g), ([, name = ""]) => name);
const [used] = await new PurgeCSS().purge({
  css: [{ raw: readFileSync(sheet, "utf8") }],
  content,
  variables: true,
  safelist: { standard: names.split(" "), variables: asked },
});
stdout.write(used?.css ?? "");
