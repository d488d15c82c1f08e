/** One page in the list of those that answer, with the words that were sought marked in its text. */

const BEFORE = 40;
const LENGTH = 140;
const WORD = /[\p{L}\p{N}]+/gu;

/** @typedef {import("./search-index.js").Hit} Hit */
/** @typedef {import("./search-index.js").SearchIndex} SearchIndex */

/**
 * @param {Hit} hit
 * @param {string} root the way to the language's start page
 * @param {SearchIndex} search
 */
export function hitOf(hit, root, search) {
  const link = document.createElement("a");
  link.href = root + hit.url;
  const heading = hit.heading && hit.heading !== hit.title ? hit.heading : "";
  link.append(
    element("pg-search__title", marked(hit.title, hit, search)),
    heading ? element("pg-search__heading", marked(heading, hit, search)) : "",
    element("pg-search__text", marked(excerpt(hit, search), hit, search)),
  );
  const item = document.createElement("li");
  item.dataset.searchHit = "";
  item.append(link);
  return item;
}

/**
 * @param {string} name
 * @param {Node[]} content
 */
function element(name, content) {
  const span = document.createElement("span");
  span.className = name;
  span.append(...content);
  return span;
}

/**
 * Return the part of the text where the first sought word stands.
 *
 * @param {Hit} hit
 * @param {SearchIndex} search
 */
function excerpt({ text, words }, search) {
  const found = [...text.matchAll(WORD)].find(([word]) => search.marks(word, words));
  const start = Math.max(0, text.lastIndexOf(" ", Math.max(0, (found?.index ?? 0) - BEFORE)));
  const end = text.length <= start + LENGTH ? text.length : text.lastIndexOf(" ", start + LENGTH);
  return `${start > 0 ? "… " : ""}${text.slice(start, end).trim()}${end < text.length ? " …" : ""}`;
}

/**
 * @param {string} text
 * @param {Hit} hit
 * @param {SearchIndex} search
 * @returns {Node[]}
 */
function marked(text, { words }, search) {
  /** @type {Node[]} */
  const nodes = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!search.marks(word, words)) continue;
    const mark = document.createElement("mark");
    mark.textContent = word;
    nodes.push(new Text(text.slice(at, index)), mark);
    at = index + word.length;
  }
  nodes.push(new Text(text.slice(at)));
  return nodes;
}
