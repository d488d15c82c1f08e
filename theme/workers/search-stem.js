/*
 * The search worker of the theme, made to find other forms of a word.
 *
 * Material ends each word with `*`, and lunr does not stem a word with a wildcard, so `styrelsens` would not
 * find `styrelse`. We add each plain word once more as `word^1`, which the theme leaves alone and lunr stems.
 */

const QUERY = 2;
const PLAIN_WORD = /^[\p{L}\p{N}]{3,}$/u;

/** @param {string} query */
const widened = (query) => {
  const words = query.replace(/"[^"]*"/g, " ").split(/\s+/);
  const plain = words.filter((word) => PLAIN_WORD.test(word));
  return [query, ...plain.map((word) => `${word.toLowerCase()}^1`)].join(" ");
};

const listen = self.addEventListener.bind(self);
self.addEventListener = (type, handle, options) => {
  const wrapped = ({ data }) =>
    handle({ data: data?.type === QUERY ? { ...data, data: widened(data.data) } : data });
  listen(type, type === "message" ? wrapped : handle, options);
};

importScripts(new URLSearchParams(location.search).get("worker"));
