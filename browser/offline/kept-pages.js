/** `<kept-pages>`: links to the pages that this device has copies of, those in the page's language first. */

import { h } from "../dom.js";
import { SITE } from "../site.js";
import { isPage, PAGES } from "./places.js";

/** @typedef {{ none: string, in_sv: string, in_en: string, again: string }} Words */
/** @typedef {{ href: string, title: string, language: string }} Kept */

const OFFLINE = /offline\/$/;

export class KeptPages extends HTMLElement {
  connectedCallback() {
    const text = this.querySelector("script")?.textContent;
    if (text) void this.#list(JSON.parse(text));
  }

  /** @param {Words} words */
  async #list(words) {
    const pages = await keptPages().catch(() => []);
    const here = document.documentElement.lang;
    /** @type {("sv" | "en")[]} */
    const languages = here === "en" ? ["en", "sv"] : ["sv", "en"];
    const lists = languages.flatMap((language) => listOf(words[`in_${language}`], language, pages));
    const wanted = location.hash.slice(1);
    const again = h("p", {}, h("a", { href: SITE + wanted }, words.again));
    // Only an address below the site's own, however the fragment was written.
    const isOurs = new URL(SITE + wanted).href.startsWith(SITE);
    const none = pages.length ? [] : [h("p", {}, words.none)];
    this.replaceChildren(...(wanted && isOurs ? [again] : []), ...lists, ...none);
  }
}

/**
 * @param {string} heading
 * @param {string} language
 * @param {Kept[]} pages
 */
function listOf(heading, language, pages) {
  const links = pages
    .filter((page) => page.language === language)
    .sort((one, other) => one.title.localeCompare(other.title, language))
    .map(({ href, title }) => h("li", {}, h("a", { href, lang: language, hreflang: language }, title)));
  return links.length ? [h("h3", {}, heading), h("ul", { class: "offline-pages" }, links)] : [];
}

/** @returns {Promise<Kept[]>} */
async function keptPages() {
  const cache = await caches.open(PAGES);
  const addresses = (await cache.keys()).map(({ url }) => url);
  const pages = addresses.filter((url) => url.startsWith(SITE) && isPage(url.slice(SITE.length)));
  return Promise.all(pages.filter((url) => !OFFLINE.test(url)).map((url) => read(cache, url)));
}

/**
 * @param {Cache} cache
 * @param {string} href
 */
async function read(cache, href) {
  const text = await (await cache.match(href))?.text();
  const page = new DOMParser().parseFromString(text ?? "", "text/html");
  const title = page.querySelector("h1")?.firstChild?.textContent?.trim() || page.title || href;
  return { href, title, language: page.documentElement.lang };
}

customElements.define("kept-pages", KeptPages);
