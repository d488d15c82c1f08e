/** One replacement, from who leaves to the new form. */

import { keyOf } from "../document.js";
import { h, icon } from "../dom.js";
import {
  dateField,
  longField,
  radioField,
  selectField,
  textField,
  tickField,
  truthField,
} from "../fields.js";
import { tagOf } from "../finding-view.js";
import { button } from "../parts.js";
import { assign, fieldId } from "../paths.js";
import { questionField } from "../questions.js";
import { choices, distinctNames, labels, partnerName, teamOf } from "../view.js";
import { changesOf, summaryOf } from "./changes-view.js";
import { draftOf } from "./drafts.js";
import { letterOf, lettersOf } from "./letter-view.js";
import { joinerOf, journeysOf, leaverOf } from "./proposal.js";
import { PROPOSAL } from "./replace-actions.js";
import { trialsOf } from "./trials.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../view.js").View} View */
/** @typedef {import("../types.js").Replacement} Replacement */
/** @typedef {import("../types.js").Path} Path */
/** @typedef {{ desk: Desk, view: View, replacement: Replacement, index: number, path: Path }} Card */

/**
 * @param {Desk} desk
 * @param {View} view
 * @param {Replacement} replacement
 * @param {number} index
 */
export function cardOf(desk, view, replacement, index) {
  const path = ["teams", view.team, "replacements", index];
  /** @type {Card} */
  const card = { desk, view, replacement, index, path };
  const { done } = draftOf(replacement);
  const id = fieldId(path);
  const title = titleOf(card);
  return h(
    "div",
    {
      class: "checker-card replace-card",
      "data-key": `replacement-${keyOf(replacement)}`,
      role: "group",
      "aria-labelledby": id,
    },
    h("h4", { id, tabindex: "-1", class: "checker-subheading", dir: "auto" }, title),
    ...(done ? finishedSteps(card) : steps(card)),
    button("remove", view.say("item.remove"), {
      image: "remove",
      quiet: true,
      index,
      list: "replacements",
      describe: `${view.say("item.remove")}: ${title}`,
    }),
  );
}

/** @param {Card} card */
function titleOf({ view, replacement, index }) {
  const number = view.say("replacement.numbered", { number: index + 1 });
  const { done } = draftOf(replacement);
  const left = done ? done.left : replacement.leaves;
  const joined = done ? done.joined : replacement.joins;
  if (left && joined) return `${number}: ${view.say("replace.pair", { left, joined })}`;
  return left || joined ? `${number}: ${left || joined}` : number;
}

/** @param {Card} card */
function steps(card) {
  const { view, replacement, index } = card;
  const answer = trialsOf(card.desk).answer(replacement);
  const chosen = leaverOf(view, index) >= 0;
  const written = Object.keys(lettersOf(card.desk, replacement)).length > 0;
  return [
    step(card, "leaves", leaves(card)),
    step(card, "joins", joins(card)),
    step(card, "changes", changes(card, chosen ? answer : null)),
    chosen && written ? step(card, "letter", [letterOf(card.desk, replacement, index)]) : null,
    step(card, "questions", questions(card)),
    chosen && answer?.format === "replacement/1" ? step(card, "update", update(card)) : null,
  ];
}

/**
 * The new person is in the team: what is left is the message, the questions and the new form.
 *
 * @param {Card} card
 */
function finishedSteps(card) {
  const { view, desk, replacement, index } = card;
  const name = draftOf(replacement).done?.joined ?? "";
  const written = Object.keys(lettersOf(desk, replacement)).length > 0;
  return [
    h(
      "p",
      { class: "replace-done", "data-key": "done" },
      icon("met"),
      h("span", { dir: "auto" }, view.say("replace.in_team", { name })),
    ),
    step(card, "form", newForm(card)),
    step(card, "questions", questions(card)),
    written ? step(card, "letter", [letterOf(desk, replacement, index)]) : null,
  ];
}

/**
 * @param {Card} card
 * @param {string} name
 * @param {(Node | null)[]} content
 */
function step({ view, path }, name, content) {
  const id = `${fieldId(path)}-step-${name}`;
  return h(
    "div",
    {
      class: "replace-step",
      "data-key": `step-${name}`,
      "data-step": name,
      role: "group",
      "aria-labelledby": id,
    },
    h("h5", { id, class: "replace-heading", tabindex: "-1" }, view.say(`replace.step_${name}`)),
    ...content,
  );
}

/** @param {Card} card */
function leaves(card) {
  const { view, path } = card;
  const { own, at } = drafting(card);
  const names = distinctNames(view).map((name) => /** @type {[string, string]} */ ([name, name]));
  const all = names.length === (teamOf(view).participants ?? []).length;
  const field = all
    ? labels(view, "leaves")
    : { ...labels(view, "leaves"), hint: view.say("visit.names_needed") };
  const draft = draftOf(card.replacement);
  const answer = trialsOf(card.desk).answer(card.replacement);
  const elsewhere = answer?.format === "replacement/1" ? answer.elsewhere : [];
  return [
    h(
      "div",
      { class: "checker-row" },
      selectField(view, [...path, "leaves"], field, names, view.say("choice.none")),
      dateField(own, at("last_day"), { label: view.say("replace.last_day") }),
    ),
    selectField(
      own,
      at("cause"),
      { label: view.say("replace.cause"), hint: view.say("replace.cause_hint") },
      view.settings.causes,
      view.say("choice.none"),
    ),
    draft.cause === "own" ? textField(own, at("own_cause"), { label: view.say("replace.own_cause") }) : null,
    elsewhere.length > 0
      ? h(
          "p",
          { class: "checker-hint", "data-key": "elsewhere", dir: "auto" },
          view.say("replace.elsewhere", { name: card.replacement.leaves ?? "", teams: elsewhere.join(", ") }),
        )
      : null,
  ];
}

/** @param {Card} card */
function joins(card) {
  const { view, path, index, replacement } = card;
  const { own, at, person } = drafting(card);
  const leaver = teamOf(view).participants?.[leaverOf(view, index)];
  /** @type {import("../types.js").Choice[]} */
  const partners = view.document.partners.map(({ id }, place) => [id, partnerName(view, place)]);
  const external = labels(view, "partner").choices[0]?.[1] ?? "";
  const none = view.say("choice.none");
  return [
    leaver
      ? button("replace-same", view.say("replace.same", { name: leaver.name ?? "" }), { quiet: true, index })
      : null,
    h(
      "div",
      { class: "checker-row" },
      textField(view, [...path, "joins"], labels(view, "joins")),
      textField(own, at("post"), { label: view.say("replace.post") }),
      selectField(own, person("capacity"), labels(view, "capacity"), choices(view, "capacity"), none),
      selectField(own, person("partner"), labels(view, "partner"), partners, external),
    ),
    ...more(card),
    journeys(card, replacement.leaves),
  ];
}

/**
 * The fields that this component's rules need of the new person.
 *
 * @param {Card} card
 */
function more(card) {
  const { view } = card;
  const { own, person } = drafting(card);
  const joiner = joinerOf(view, card.index);
  const capacity = joiner.capacity ?? "";
  const assumed = capacity ? view.settings.employedByDefault.includes(capacity) : undefined;
  const roles = choices(view, "roles").filter(
    ([role]) => view.form.roles.includes(role) || joiner.roles?.includes(role),
  );
  const yes = (/** @type {string} */ name) => truthField(own, person(name), labels(view, name));
  const one = (/** @type {string} */ name) =>
    radioField(own, person(name), labels(view, name), choices(view, name));
  /** @type {Record<string, () => Node | null>} */
  const fields = {
    side: () => (capacity === "politician" ? one("side") : null),
    leading: () => (capacity === "civil_servant" ? yes("leading") : null),
    employed: () => truthField(own, person("employed"), { ...labels(view, "employed"), assumed }),
    roles: () => tickField(own, person("roles"), labels(view, "roles"), roles, null),
    gender: () => one("gender"),
    reason: () => longField(own, person("reason"), labels(view, "reason")),
    code_of_conduct: () => yes("code_of_conduct"),
  };
  return view.form.fields.map((name) => fields[name]?.() ?? null);
}

/**
 * @param {Card} card
 * @param {string | null | undefined} name
 */
function journeys(card, name) {
  const { view } = card;
  const { own, at } = drafting(card);
  const visits = teamOf(view).visits ?? [];
  /** @type {import("../types.js").Choice[]} */
  const found = journeysOf(view, name).map((place) => {
    const { country, start } = visits[place] ?? {};
    const where = view.settings.countries.find(([code]) => code === country)?.[1];
    const facts = [view.say("visit.numbered", { number: place + 1 }), where, start];
    return [String(place), facts.filter(Boolean).join(", ")];
  });
  if (found.length === 0) return null;
  const field = {
    label: view.say("replace.journeys"),
    hint: view.say("replace.journeys_hint", { name: name ?? "" }),
  };
  return tickField(own, at("travels"), field, found, null);
}

/**
 * @param {Card} card
 * @param {import("./types.js").Answer | null} answer
 */
function changes({ view, index }, answer) {
  const faults = answer?.format === "faults/1" ? answer.faults : [];
  const trial = answer?.format === "replacement/1" && joinerOf(view, index).capacity ? answer : null;
  const said = trial ? summaryOf(view, trial) : faults.length > 0 ? "" : view.say("replace.waiting");
  return [
    // It is there from the start, so that a reader who does not see it is told when it says something else.
    h("p", { class: "replace-sum", role: "status", "data-key": "sum" }, said),
    faults.length > 0
      ? h(
          "ul",
          { class: "checker-faults", "data-key": "faults", role: "alert" },
          faults.map(({ message }) => h("li", { dir: "auto" }, message)),
        )
      : null,
    trial ? changesOf(view, trial) : null,
  ];
}

/** @param {Card} card */
function questions({ view, path, replacement }) {
  return view.settings.replacementQuestions.map((question) => {
    const answer = replacement.answers?.[question.id];
    const status = answer === true ? "met" : answer === false ? "unmet" : "unknown";
    const standing = { ...question, status, rule: question.id };
    return h(
      "div",
      { class: "replace-question", "data-key": question.id, "data-tone": status },
      tagOf(view, /** @type {import("../types.js").Finding} */ (/** @type {unknown} */ (standing))),
      questionField(view, [...path, "answers", question.id], question),
    );
  });
}

/** @param {Card} card */
function update({ view, replacement, index }) {
  const joined = joinerOf(view, index).name || view.say("replace.someone");
  const label = view.say("replace.do", { left: replacement.leaves ?? "", joined });
  return [
    h("p", {}, view.say("replace.do_hint")),
    h("div", { class: "checker-actions" }, button("replace-person", label, { image: "redo", index })),
  ];
}

/**
 * The ways to hand the form on, of those that the page has: action, word, sign, and what it is told.
 *
 * @type {[string, string, string, string?][]}
 */
const FORMS = [
  ["form-save", "form.xlsx", "save", "xlsx"],
  ["print", "toolbar.print", "print"],
  ["save", "toolbar.save", "save"],
];

/** @param {Card} card */
function newForm({ view }) {
  const buttons = FORMS.filter(([, word]) => word in view.settings.words).map(
    ([action, word, image, index]) => button(action, view.say(word), { image, index }),
  );
  return [h("p", {}, view.say("replace.form_hint")), h("div", { class: "checker-actions" }, buttons)];
}

/**
 * How the fields of a draft are drawn: as if it were part of the replacement.
 *
 * @param {Card} card
 */
function drafting({ view, replacement, path, index }) {
  const draft = draftOf(replacement);
  const place = [...path, PROPOSAL];
  const shown = { ...draft, person: joinerOf(view, index) };
  const own = { ...view, document: assign(view.document, place, shown) };
  const at = (/** @type {string} */ name) => [...place, name];
  const person = (/** @type {string} */ name) => [...place, "person", name];
  return { own, at, person };
}
