/** The search field in the header and the pages below it. Nothing is loaded before the reader turns to it. */

import { hitOf } from "./search-hit.js";
import { SearchIndex } from "./search-index.js";

/** @typedef {{ loading: string, failed: string, none: string, one: string, many: string }} Words */

/** The stemmer of each language: its library names them by country. */
const STEMMERS = {
  sv: () => import("../search/stemmers/se.js"),
  en: () => import("../search/stemmers/en.js"),
};
const NARROW = matchMedia("(max-width: 59.99em)");

const box = /** @type {HTMLElement} */ (document.querySelector(".pg-search"));
const input = /** @type {HTMLInputElement} */ (box.querySelector("input"));
const results = /** @type {HTMLElement} */ (box.querySelector(".pg-search__results"));
const status = /** @type {HTMLElement} */ (box.querySelector(".pg-search__status"));
const list = /** @type {HTMLElement} */ (box.querySelector(".pg-search__list"));
const button = /** @type {HTMLButtonElement} */ (document.querySelector(".pg-search-button"));
/** @type {Words} */
const words = JSON.parse(box.dataset.words ?? "{}");
/** @type {Promise<SearchIndex> | null} */
let index = null;

/** @returns {Promise<SearchIndex>} */
async function load() {
  const language = /** @type {keyof typeof STEMMERS} */ (box.dataset.language);
  const [{ default: MiniSearch }, { stemmer }, response] = await Promise.all([
    import("../search/minisearch/index.js"),
    STEMMERS[language](),
    fetch(box.dataset.index ?? ""),
  ]);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return SearchIndex.make(await response.json(), stemmer, MiniSearch);
}

function prepare() {
  index ??= load();
  // The next attempt fetches anew.
  index.catch(() => {
    index = null;
  });
  return index;
}

async function answer() {
  const question = input.value;
  if (!question.trim()) return show(false);
  show(true);
  if (!list.hasChildNodes()) status.textContent = words.loading;
  try {
    const search = await prepare();
    // What was typed meanwhile has its own answer.
    if (question === input.value) paint(search, question);
  } catch {
    list.replaceChildren();
    status.textContent = words.failed;
  }
}

/**
 * @param {SearchIndex} search
 * @param {string} question
 */
function paint(search, question) {
  const hits = search.search(question);
  const { length } = hits;
  const counted = length === 1 ? words.one : words.many.replace("{number}", String(length));
  status.textContent = length > 0 ? counted : words.none;
  list.replaceChildren(...hits.map((hit) => hitOf(hit, box.dataset.root ?? "", search)));
  results.scrollTop = 0;
}

/** @param {boolean} shown */
function show(shown) {
  results.hidden = !shown;
  if (!shown) list.replaceChildren();
}

/** @param {boolean} open */
function toggle(open) {
  box.classList.toggle("pg-search--open", open);
  button.setAttribute("aria-expanded", String(open));
  if (open) input.focus();
}

/** @param {1 | -1} step */
function move(step) {
  const stops = /** @type {HTMLElement[]} */ ([input, ...list.querySelectorAll("a")]);
  const next = stops[stops.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step];
  next?.focus();
}

/** @param {KeyboardEvent} event */
function press(event) {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (results.hidden) void answer();
    else move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && event.target === input) {
    list.querySelector("a")?.click();
  } else if (event.key === "Escape") {
    close(true);
  }
}

/** @param {boolean} returning does the focus stay with the search? */
function close(returning) {
  show(false);
  if (!NARROW.matches) return returning ? input.focus() : undefined;
  toggle(false);
  if (returning) button.focus();
}

input.addEventListener("focus", () => void prepare().catch(() => undefined));
input.addEventListener("click", () => void answer());
input.addEventListener("input", () => void answer());
box.addEventListener("keydown", press);
box.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget instanceof Node && !box.contains(relatedTarget) && relatedTarget !== button) close(false);
});
document.addEventListener("click", ({ target }) => {
  if (target instanceof Node && !box.contains(target) && !button.contains(target)) close(false);
});
button.addEventListener("click", () => toggle(!box.classList.contains("pg-search--open")));
// A hit on this very page moves within it, and the list would stay before it.
addEventListener("hashchange", () => close(false));
