/** Words as the search compares them: in lower case, by their stem, and by the parts of a compound. */

const WORD = /[\p{L}\p{N}]+/gu;
/** The shortest part of a compound; shorter ones are found inside words that have nothing to do with them. */
const PART = 4;
/** Letters by which most words that are no part are ruled out without being stemmed. */
const BEGINNING = 3;
/** What may link the parts, as in `styrgruppsmöte`. */
const LINK = "s";

/**
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  return text.normalize("NFC").toLowerCase().match(WORD) ?? [];
}

/** @typedef {(word: string) => string} Stemmer */

/** Turns words into the terms of the index. */
export class Terms {
  #stem;
  #compounds;
  /** @type {Set<string>} */ #seen = new Set();
  /** @type {Set<string>} */ #known = new Set();
  /** How known stems begin: what begins otherwise need not be stemmed to be ruled out. @type {Set<string>} */
  #begun = new Set();
  /** @type {Map<string, string[]>} */ #made = new Map();

  /**
   * @param {Stemmer} stem
   * @param {boolean} compounds does the language write compounds as one word?
   */
  constructor(stem, compounds) {
    this.#stem = stem;
    this.#compounds = compounds;
  }

  /**
   * Take words of the pages, of which compounds may be made.
   *
   * @param {Iterable<string>} words
   */
  learn(words) {
    if (!this.#compounds) return;
    for (const word of words) {
      if (word.length < PART || this.#seen.has(word)) continue;
      this.#seen.add(word);
      const known = this.#stem(word);
      this.#known.add(known);
      this.#begun.add(known.slice(0, BEGINNING));
    }
  }

  /**
   * @param {string} word in lower case
   */
  stem(word) {
    return this.#stem(word);
  }

  /**
   * Return the stem of a word and, for a compound of known words, those of its parts.
   *
   * @param {string} word in lower case
   * @returns {string[]}
   */
  of(word) {
    const made = this.#made.get(word) ?? [this.#stem(word), ...this.#parts(word)];
    this.#made.set(word, made);
    return made;
  }

  /**
   * @param {string} word
   * @returns {string[]}
   */
  #parts(word) {
    if (!this.#compounds) return [];
    if (!this.#begun.has(word.slice(0, BEGINNING))) return [];
    for (let at = word.length - PART; at >= PART; at--) {
      if (!this.#begun.has(word.slice(at, at + BEGINNING))) continue;
      const tail = this.#stem(word.slice(at));
      const head = this.#known.has(tail) && this.#head(word.slice(0, at));
      if (head) return [head, tail];
    }
    return [];
  }

  /**
   * @param {string} head
   * @returns {string | null}
   */
  #head(head) {
    const bare = head.endsWith(LINK) ? head.slice(0, -LINK.length) : head;
    for (const candidate of [head, bare]) {
      const stem = this.#stem(candidate);
      if (candidate.length >= PART && this.#known.has(stem)) return stem;
    }
    return null;
  }
}
