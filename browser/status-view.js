/** What the reader is told beside the verdict: loading, failing, what was saved, what could not be read. */

import { h, icon } from "./dom.js";
import { button } from "./parts.js";
import { fieldId } from "./paths.js";
import { BASE_BYTES } from "./worker/base-bytes.js";

/** @typedef {import("./words.js").Say} Say */
/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {{ tone: "note" | "unmet" | "unclear" | "met", text: string, faults?: Fault[], undo?: boolean,
 *   save?: boolean, look?: string, urgent?: boolean }} Notice `save` offers a file, `look` another partnership */

/** The place that Python names where a fault is about the whole file. */
const WHOLE = "$";

/**
 * How far Python has come, or why it did not come.
 *
 * @param {Say} say
 * @param {Engine} engine
 * @param {boolean} [keeps] is there a form to save where Python does not come?
 * @returns {Node | null}
 */
export function engineStatus(say, engine, keeps = true) {
  switch (engine.state) {
    case "idle":
      return h(
        "div",
        { class: "checker-status", "data-key": "engine" },
        h("p", { class: "checker-status-title" }, say("engine.idle")),
        h("p", {}, say("engine.idle_why", { total: megabytes(BASE_BYTES) })),
        button("check", say("engine.check")),
      );
    case "loading":
      return loading(say, engine);
    case "failed":
      return failed(say, engine, keeps);
    default:
      return null;
  }
}

/**
 * @param {Say} say
 * @param {Engine} engine
 */
function loading(say, { progress }) {
  const share = progress && progress.total > 0 ? Math.min(progress.loaded / progress.total, 1) : null;
  const rules = progress?.stage === "rules" || share === 1;
  const text = rules
    ? say("engine.starting")
    : say("engine.downloading", { loaded: megabytes(progress?.loaded), total: megabytes(progress?.total) });
  return h(
    "div",
    { class: "checker-status", "data-key": "engine" },
    h("p", { class: "checker-status-title" }, say("engine.loading")),
    h("progress", {
      max: 100,
      value: rules ? null : Math.round((share ?? 0) * 100),
      "aria-label": say("engine.loading"),
    }),
    h("p", {}, text),
  );
}

/** @param {number} [bytes] */
function megabytes(bytes) {
  if (bytes === undefined) return "–";
  const { lang } = document.documentElement;
  return new Intl.NumberFormat(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    bytes / 1e6,
  );
}

/**
 * @param {Say} say
 * @param {Engine} engine
 * @param {boolean} keeps
 */
function failed(say, { reason, failures }, keeps) {
  // Each time it is another one, or what fails again at once would not be heard again.
  const key = `failure-${failures}`;
  return h(
    "div",
    { class: "checker-status checker-status--failed", "data-key": key, role: "alert" },
    h("p", { class: "checker-status-title" }, icon("unmet"), say("engine.failed")),
    h("p", {}, say(`engine.failed_${reason ?? "crashed"}`)),
    h("p", {}, say("engine.failed_way_on")),
    h(
      "div",
      { class: "checker-actions" },
      button("retry", say("engine.retry"), { image: "restart" }),
      // What is not kept would be lost with the page.
      keeps && reason === "missing" ? button("reload", say("engine.reload"), { quiet: true }) : null,
      keeps ? button("save", say("toolbar.save"), { image: "save", quiet: true }) : null,
    ),
  );
}

/**
 * @param {Say} say
 * @param {Notice | null} notice
 * @returns {HTMLElement}
 */
export function noticeOf(say, notice) {
  if (!notice) return h("div", { class: "checker-notice", hidden: true });
  return h(
    "div",
    { class: "checker-notice", "data-tone": notice.tone, tabindex: "-1" },
    icon(notice.tone),
    h(
      "div",
      {},
      h("p", { dir: "auto" }, notice.text),
      faultList(notice.faults ?? [], () => null),
    ),
    h(
      "div",
      { class: "checker-actions" },
      notice.save ? button("save", say("toolbar.save"), { image: "save" }) : null,
      notice.look ? button("look", say("shelf.look"), { index: notice.look }) : null,
      notice.undo ? button("undo", say("toolbar.undo"), { image: "undo", quiet: true }) : null,
      button("dismiss", say("notice.dismiss"), { quiet: true }),
    ),
  );
}

/**
 * What Python could not make sense of in the form, each with the way to its field.
 *
 * @param {import("./view.js").View} view
 * @returns {Node | null}
 */
export function faultBox(view) {
  if (view.faults.length === 0) return null;
  return h(
    "div",
    { class: "checker-status checker-status--failed", "data-key": "faults" },
    h("p", { class: "checker-status-title" }, icon("unmet"), view.say("faults.title")),
    faultList(view.faults, (path) => fieldAt(view, path)),
  );
}

/**
 * @param {Fault[]} faults
 * @param {(path: string) => string | null} fieldOf the id of the field at a place
 */
function faultList(faults, fieldOf) {
  if (faults.length === 0) return null;
  const items = faults.map(({ path, message }) => {
    const target = fieldOf(path);
    const text = h("span", { dir: "auto" }, message);
    if (!target) return h("li", {}, path === WHOLE ? null : h("code", {}, path), " ", text);
    return h("li", {}, h("a", { href: `#${target}`, "data-action": "reveal", "data-target": target }, text));
  });
  return h("ul", { class: "checker-faults" }, items);
}

/**
 * Return the id of the field at a place that Python names, where this page shows it.
 *
 * @param {import("./view.js").View} view
 * @param {string} path
 */
function fieldAt(view, path) {
  const [, list, index, item, place, rest] =
    /^(\w+)\[(\d+)\](?:\.(\w+)(?:\[(\d+)\])?(?:\.(.+))?)?$/.exec(path) ?? [];
  if (list === "partners") return fieldId(["partners", Number(index), ...(item ? [item] : [])]);
  if (list !== "teams" || Number(index) !== view.team || !item) return null;
  const field = ["teams", view.team, item, ...(place ? [Number(place)] : [])];
  // A person's fields may be folded; the person is there.
  if (item === "participants" || !rest) return fieldId(field);
  return fieldId([...field, rest.replace(/\[\d+\]$/, "").replaceAll(/\[(\d+)\]/g, ".$1")]);
}
