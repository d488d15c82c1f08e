// Libraries that lie in the site as their makers publish them, found from where a script of ours lies there.

declare module "*/ical.min.js" {
  export { default } from "ical.js";
}

declare module "*/minisearch/index.js" {
  export { default } from "minisearch";
}

declare module "*/stemmers/se.js" {
  export const stemmer: (word: string) => string;
}

declare module "*/stemmers/en.js" {
  export const stemmer: (word: string) => string;
}
