/** Which of the partnership's teams lies on the desk: one control for the component and its teams. */

import { keyOf } from "../document.js";
import { h, icon } from "../dom.js";
import { button } from "../parts.js";
import { teamName, teamsOf } from "./teams.js";

/** @typedef {import("../view.js").View} View */
/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {{ component: string, place: number | null, name: string }} Choice `place`: none where nobody has begun it */

/**
 * @param {Desk} desk
 * @param {View} view
 * @param {boolean} [tools] may teams be added and removed here?
 */
export function teamChooser(desk, view, tools = true) {
  const choices = choicesOf(desk, view);
  const several = choices.length > 1;
  return h(
    "div",
    { class: "checker-chooser", hidden: !several && !tools },
    several ? fieldOf(desk, view, choices) : null,
    tools ? toolsOf(desk, view) : null,
  );
}

/**
 * What is there to choose between: each component's teams, and the components that nobody has begun.
 *
 * @param {Desk} desk
 * @param {View} view
 * @returns {Choice[]}
 */
function choicesOf({ workspace }, { settings }) {
  const { partnership } = workspace;
  return settings.components.flatMap(({ id, name }) => {
    /** @type {Choice[]} */
    const teams = teamsOf(partnership, id).map(({ place }) => ({
      component: id,
      place,
      name: teamName(settings, partnership, place),
    }));
    return teams.length > 0 ? teams : [{ component: id, place: null, name }];
  });
}

/**
 * @param {Desk} desk
 * @param {View} view
 * @param {Choice[]} choices
 */
function fieldOf(desk, view, choices) {
  const word = view.settings.components.length > 1 ? "app.choose" : "team.choose";
  return h(
    "fieldset",
    { class: "checker-field", "data-key": "choose" },
    h("legend", { class: "checker-label" }, view.say(word)),
    h(
      "div",
      { class: "checker-segments" },
      choices.map((choice) => segment(desk, view, choice)),
    ),
  );
}

/**
 * @param {Desk} desk
 * @param {View} view
 * @param {Choice} choice
 */
function segment({ workspace, verdicts }, view, { component, place, name }) {
  const team = place === null ? null : workspace.partnership.teams[place];
  const checked = place === null ? component === view.form.id : place === view.team;
  const verdict = team && verdicts.get(keyOf(team));
  const count = team?.participants?.length ?? 0;
  return h(
    "label",
    { class: "checker-segment", "data-key": team ? `team-${keyOf(team)}` : component },
    h("input", {
      type: "radio",
      name: "checker-component",
      "data-component": component,
      "data-place": place,
      checked,
    }),
    h(
      "span",
      {},
      name,
      count > 0
        ? h(
            "small",
            { class: "team-count" },
            icon("people"),
            String(count),
            h("span", { class: "checker-unseen" }, ` ${view.say("team.people", { n: count })}`),
          )
        : null,
      verdict
        ? h(
            "small",
            { class: "team-verdict", "data-verdict": verdict },
            icon(verdict),
            h("span", { class: "checker-unseen" }, view.say(`brief.${verdict}`)),
          )
        : null,
    ),
  );
}

/**
 * A team that nobody has begun can be neither copied nor removed.
 *
 * @param {Desk} desk
 * @param {View} view
 */
function toolsOf({ workspace }, view) {
  const { teams } = workspace.partnership;
  if (!teams[view.team]) return null;
  const name = teamName(view.settings, workspace.partnership, view.team);
  const quiet = (/** @type {string} */ action, /** @type {string} */ image, describe = "") =>
    button(action, view.say(action.replace("-", ".")), {
      image,
      quiet: true,
      describe: describe || undefined,
    });
  return h(
    "div",
    {
      class: "checker-actions team-tools",
      "data-key": "tools",
      role: "group",
      "aria-label": view.say("team.tools"),
    },
    quiet("team-add", "add", view.say("team.add_of", { name: view.form.name })),
    quiet("team-copy", "copy", view.say("team.copy_of", { name })),
    teams.length > 1 || teamsOf(workspace.partnership, view.form.id).length > 1
      ? quiet("team-remove", "remove", view.say("team.remove_of", { name }))
      : null,
  );
}
