/** The interface's words in the page's language, as the build rendered them. */

/** @typedef {(key: string, values?: Record<string, string | number>) => string} Say */

/**
 * Return a function that says a word by key, with its placeholders filled in. Where `n` is given and
 * the word has forms for one and many (`key.one`, `key.other`), the language picks the form.
 *
 * @param {Record<string, string>} words
 * @param {string} language
 * @returns {Say}
 */
export function speaker(words, language) {
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const form = typeof values.n === "number" ? `${key}.${plural.select(values.n)}` : key;
    const text = words[form] ?? words[key];
    if (text === undefined) throw new Error(`no word for ${key}`);
    return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
  };
}
