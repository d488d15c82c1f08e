/** Every method with its judgement and reasons, best first; what does not fit is folded. */

import { h, icon } from "../dom.js";

/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {import("./types.js").Advice} Advice */
/** @typedef {import("./types.js").Method} Method */
/** @typedef {import("./types.js").Reason} Reason */
/** @typedef {import("./types.js").Judgement} Judgement */
/** @typedef {import("../words.js").Say} Say */

/** @type {Judgement[]} */
const ORDER = ["fits", "open", "partly", "no"];
/** The look that a judgement has in the checker's reports. That a method does not fit is no fault: it is grey. */
const TONES = { fits: "met", open: "unknown", partly: "unclear", no: "not_applicable" };
const IMAGES = { ...TONES, no: "unmet" };

/**
 * @param {Settings} settings
 * @param {Say} say
 * @param {Advice} advice
 * @returns {Node[]}
 */
export function adviceOf(settings, say, { methods }) {
  const groups = ORDER.map((judgement) => groupOf(settings, say, judgement, only(methods, judgement)));
  return [
    ...groups.filter((group) => group !== null),
    h("p", { class: "checker-disclaimer", "data-key": "how" }, say("choose.how")),
  ];
}

/**
 * Say the counts and the best method in one line, for screen readers.
 *
 * @param {Say} say
 * @param {Advice} advice
 */
export function adviceLine(say, { methods }) {
  const [fits, partly, no] = /** @type {Judgement[]} */ (["fits", "partly", "no"]).map(
    (judgement) => only(methods, judgement).length,
  );
  const line = say("choose.line", { fits: fits ?? 0, partly: partly ?? 0, no: no ?? 0 });
  const best = methods.find(({ judgement }) => judgement === "fits");
  return best ? `${line} ${say("choose.line_best", { name: best.name })}` : line;
}

/**
 * @param {Method[]} methods
 * @param {Judgement} wanted
 */
function only(methods, wanted) {
  return methods.filter(({ judgement }) => judgement === wanted);
}

/**
 * @param {Settings} settings
 * @param {Say} say
 * @param {Judgement} judgement
 * @param {Method[]} methods
 */
function groupOf(settings, say, judgement, methods) {
  if (methods.length === 0) return null;
  const cards = h(
    "ul",
    { class: "chooser-cards" },
    methods.map((method) => card(settings, method)),
  );
  const title = h(
    "h4",
    { class: "chooser-title", "data-tone": TONES[judgement] },
    icon(IMAGES[judgement]),
    h("span", {}, `${say(`judgement.${judgement}`)} (${methods.length})`),
  );
  const key = { "data-key": judgement, "data-judgement": judgement };
  if (judgement !== "no") return h("section", { class: "chooser-group", ...key }, title, cards);
  return h("details", { class: "chooser-group checker-fold", ...key }, h("summary", {}, title), cards);
}

/**
 * @param {Settings} settings
 * @param {Method} method
 */
function card(settings, { id, name, page, judgement, reasons }) {
  return h(
    "li",
    { class: "chooser-card", "data-key": id, "data-method": id, "data-tone": TONES[judgement] },
    h("h5", { class: "chooser-name" }, h("a", { href: settings.root + page }, name)),
    h(
      "dl",
      { class: "chooser-reasons" },
      reasons.map((reason) => reasonOf(settings, reason)),
    ),
  );
}

/**
 * @param {Settings} settings
 * @param {Reason} reason
 */
function reasonOf(settings, { question, judgement, text, sources, own }) {
  const { words, questions } = settings;
  return h(
    "div",
    { "data-key": question, "data-question": question, "data-tone": TONES[judgement] },
    h(
      "dt",
      {},
      icon(IMAGES[judgement]),
      h("span", {}, questions.find(({ id }) => id === question)?.short ?? ""),
      h("span", { class: "chooser-aside" }, `: ${words[`judgement.${judgement}`]}`),
    ),
    h(
      "dd",
      {},
      text,
      sources.length > 0 && [" ", citation(settings, sources)],
      own && [" ", h("span", { class: "pg-own" }, words["choose.own"])],
    ),
  );
}

/**
 * @param {Settings} settings
 * @param {string[]} codes
 */
function citation(settings, codes) {
  const links = codes.flatMap((code, place) => {
    const source = settings.sources[code];
    const link = source ? h("a", { href: source.href }, source.name) : code;
    return place > 0 ? [", ", link] : [link];
  });
  return h("span", { class: "pg-cite" }, "(", links, ")");
}
