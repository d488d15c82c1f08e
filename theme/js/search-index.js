/**
 * The search itself: from a question in the reader's words to pages, the best first.
 *
 * A question is a row of concepts; a concept is a word with its synonyms. A section scores by how well it meets each
 * concept, and a page by its best section and by how many of the concepts it meets at all.
 */

import { Terms, wordsOf } from "./search-words.js";

/** @typedef {{ url: string, title: string, asked: string[], weight: number, sections: [string, string, string][] }} Page */
/** @typedef {{ language: string, ignored: string[], synonyms: string[][], pages: Page[] }} Data */
/** @typedef {{ url: string, title: string, heading: string, text: string, words: Set<string> }} Hit */
/** @typedef {{ page: number, place: number }} Place */
/** @typedef {{ words: string[], weight: number, unfinished?: boolean }} Alternative */

const TEXT = "text";
const FIELDS = ["title", "heading", "asked", TEXT];
const BOOST = { title: 5, heading: 2, asked: 3, text: 1 };
const WEIGHT = { part: 0.8, synonym: 0.5 };
const WEIGHTS = { prefix: 0.5, fuzzy: 0.3 };
/** How much of a page's score is its best section; the rest is what all its sections meet together. */
const BEST = 0.5;
/** How much more a page counts whose title the question names. */
const NAMED = 1.4;
/** Shorter words are too like each other to be guessed from a misspelling. */
const GUESSED = 5;
/** Sections that are read into the index at a time. */
const STEP = 20;

export class SearchIndex {
  #pages;
  #terms;
  #index;
  #ignored;
  /** @type {Map<string, string[][]>} */ #synonyms = new Map();
  #longest = 1;

  /**
   * @param {Data} data
   * @param {import("./search-words.js").Stemmer} stem
   * @param {typeof import("minisearch").default} MiniSearch
   */
  constructor(data, stem, MiniSearch) {
    this.#pages = data.pages;
    this.#ignored = new Set(data.ignored);
    this.#terms = new Terms(stem, data.language === "sv");
    this.#index = new MiniSearch({
      fields: FIELDS,
      storeFields: ["page", "place"],
      tokenize: wordsOf,
      processTerm: (word, field) => this.#indexed(word, field),
      searchOptions: { processTerm: (term) => term, boost: BOOST },
    });
    for (const group of data.synonyms) this.#learn(group.map(wordsOf));
  }

  /**
   * Return an index of the pages, made in steps so that the reader can go on typing.
   *
   * @param {Data} data
   * @param {import("./search-words.js").Stemmer} stem
   * @param {typeof import("minisearch").default} MiniSearch
   */
  static async make(data, stem, MiniSearch) {
    const made = new SearchIndex(data, stem, MiniSearch);
    for (const page of data.pages) {
      made.#terms.learn(vocabulary(page));
      await pause();
    }
    await made.#index.addAllAsync(documents(data.pages), { chunkSize: STEP });
    return made;
  }

  /**
   * Return the pages that answer a question best, each with the section that does.
   *
   * @param {string} question
   * @param {number} [most]
   * @returns {Hit[]}
   */
  search(question, most = 10) {
    const concepts = this.#concepts(question);
    /** @type {Map<number, { met: number[], sections: Map<number, number> }>} */
    const found = new Map();
    const words = new Set();
    concepts.forEach((concept, number) => {
      for (const [{ page, place }, score, matched] of this.#meet(concept)) {
        const entry = found.get(page) ?? { met: concepts.map(() => 0), sections: new Map() };
        found.set(page, entry);
        entry.met[number] = Math.max(entry.met[number] ?? 0, score);
        entry.sections.set(place, (entry.sections.get(place) ?? 0) + score);
        for (const word of matched) words.add(word);
      }
    });
    const named = this.#named(question);
    return [...found]
      .map(([page, entry]) => ({ page, ...best(entry, this.#weight(page, named)) }))
      .sort((one, other) => other.score - one.score || one.page - other.page)
      .slice(0, most)
      .map(({ page, place }) => this.#hit(page, place, words));
  }

  /**
   * Return the stems of a question's words, and of what they are made of.
   *
   * @param {string} question
   */
  #named(question) {
    return new Set(wordsOf(question).flatMap((word) => this.#terms.of(word)));
  }

  /**
   * A page counts for more whose whole title is in the question.
   *
   * @param {number} number
   * @param {Set<string>} named
   */
  #weight(number, named) {
    const { title, weight } = /** @type {Page} */ (this.#pages[number]);
    const telling = wordsOf(title).filter((word) => !this.#ignored.has(word));
    const whole = telling.length > 0 && telling.every((word) => named.has(this.#terms.stem(word)));
    return whole ? weight * NAMED : weight;
  }

  /**
   * Is this a word that the search matched?
   *
   * @param {string} word
   * @param {Set<string>} matched
   */
  marks(word, matched) {
    const lower = word.toLowerCase();
    return matched.has(lower) || this.#terms.of(lower).some((term) => matched.has(term));
  }

  /**
   * Return the terms of a word; where a page is named, the whole word too, by which a slip is recognised.
   *
   * @param {string} word
   * @param {string | undefined} field
   */
  #indexed(word, field) {
    const terms = this.#terms.of(word);
    return field === TEXT || terms.includes(word) ? terms : [...terms, word];
  }

  /** @param {string[][]} phrases */
  #learn(phrases) {
    for (const phrase of phrases) {
      const others = phrases.filter((other) => other !== phrase);
      const key = this.#key(phrase);
      this.#synonyms.set(key, [...(this.#synonyms.get(key) ?? []), ...others]);
      this.#longest = Math.max(this.#longest, phrase.length);
    }
  }

  /** @param {string[]} words */
  #key(words) {
    return words.map((word) => this.#terms.stem(word)).join(" ");
  }

  /**
   * @param {string} question
   * @returns {Alternative[][]}
   */
  #concepts(question) {
    const asked = wordsOf(question);
    const telling = asked.filter((word) => !this.#ignored.has(word));
    const words = telling.length > 0 ? telling : asked;
    const finished = /[^\p{L}\p{N}]$/u.test(question);
    const concepts = [];
    for (let at = 0; at < words.length; ) {
      const length = this.#phraseAt(words, at);
      const phrase = words.slice(at, at + length);
      at += length;
      const others = this.#synonyms.get(this.#key(phrase)) ?? [];
      concepts.push([
        { words: phrase, weight: 1, unfinished: at === words.length && !finished },
        ...others.map((each) => ({ words: each, weight: WEIGHT.synonym })),
      ]);
    }
    return concepts;
  }

  /**
   * Return how many words from here are a phrase with synonyms of its own, or one.
   *
   * @param {string[]} words
   * @param {number} at
   */
  #phraseAt(words, at) {
    for (let length = Math.min(this.#longest, words.length - at); length > 1; length--)
      if (this.#synonyms.has(this.#key(words.slice(at, at + length)))) return length;
    return 1;
  }

  /**
   * Return where a concept is met, how well, and by which terms: each section once, by its best alternative.
   *
   * @param {Alternative[]} concept
   * @returns {[Place, number, string[]][]}
   */
  #meet(concept) {
    /** @type {Map<unknown, [Place, number, string[]]>} */
    const met = new Map();
    for (const alternative of concept)
      for (const [id, place, score, matched] of this.#meetAlternative(alternative)) {
        const before = met.get(id);
        if (!before || before[1] < score) met.set(id, [place, score, matched]);
      }
    return [...met.values()];
  }

  /**
   * @param {Alternative} alternative
   * @returns {[unknown, Place, number, string[]][]}
   */
  #meetAlternative({ words, weight, unfinished = false }) {
    const queries = words.map((word, place) => this.#query(word, unfinished && place === words.length - 1));
    const combineWith = words.length > 1 ? "AND" : "OR";
    return this.#index
      .search({ combineWith, queries })
      .map(({ id, page, place, score, terms }) => [
        id,
        { page, place },
        (weight * score) / words.length,
        terms,
      ]);
  }

  /**
   * @param {string} word
   * @param {boolean} unfinished may the reader still be typing it?
   * @returns {import("minisearch").Query}
   */
  #query(word, unfinished) {
    const [stem = word, ...parts] = this.#terms.of(word);
    return {
      combineWith: "OR",
      queries: [
        { queries: [stem], prefix: unfinished && word.length > 2, weights: WEIGHTS },
        ...(word.length >= GUESSED ? [{ queries: [word], fuzzy: 0.2, weights: WEIGHTS }] : []),
        ...parts.map((part) => ({ queries: [part], boostTerm: () => WEIGHT.part })),
      ],
    };
  }

  /**
   * @param {number} number
   * @param {number} place
   * @param {Set<string>} words
   * @returns {Hit}
   */
  #hit(number, place, words) {
    const page = /** @type {Page} */ (this.#pages[number]);
    const [anchor, heading, text] = page.sections[place] ?? ["", "", ""];
    const url = anchor ? `${page.url}#${anchor}` : page.url;
    return { url, title: page.title, heading: anchor ? heading : "", text, words };
  }
}

/**
 * @param {{ met: number[], sections: Map<number, number> }} entry
 * @param {number} weight
 * @returns {{ place: number, score: number }}
 */
function best({ met, sections }, weight) {
  const ranked = [...sections].sort((one, other) => other[1] - one[1]);
  const strongest = ranked[0]?.[1] ?? 0;
  const place = ranked.find(([place]) => place >= 0)?.[0] ?? 0;
  const together = met.reduce((sum, score) => sum + score, 0);
  const covered = met.filter((score) => score > 0).length / met.length;
  return { place, score: weight * covered * (BEST * strongest + (1 - BEST) * together) };
}

/** Let the page answer the reader before the work goes on. */
function pause() {
  return new Promise((resume) => setTimeout(resume));
}

/** @param {Page} page */
function* vocabulary({ title, asked, sections }) {
  for (const text of [title, ...asked, ...sections.flatMap(([, ...texts]) => texts)]) yield* wordsOf(text);
}

/**
 * Each section is a document, and so is each thing that readers ask of the page: its place is then below zero.
 *
 * @param {Page[]} pages
 */
function documents(pages) {
  return pages.flatMap(({ title, asked, sections }, page) => [
    ...sections.map(([, heading, text], place) => ({
      id: `${page}.${place}`,
      page,
      place,
      title,
      heading: place > 0 ? heading : "",
      text,
    })),
    ...asked.map((phrase, number) => ({ id: `${page}?${number}`, page, place: -1 - number, asked: phrase })),
  ]);
}
