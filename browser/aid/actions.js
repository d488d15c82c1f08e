/** What the buttons of the help do: one step, or all of them. Either can be undone. */

import { at } from "../paths.js";
import { aidOf } from "./aid.js";
import { carriedOut, placeOfChange } from "./steps.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("./types.js").Step} Step */

/** @type {Record<string, (desk: Desk, button: HTMLElement) => string | void>} */
export const AID_ACTIONS = {
  "aid-step": (desk, { dataset }) => {
    const step = /** @type {Step | undefined} */ (stated(desk, dataset.index));
    if (!step) return undefined;
    const { document, team } = desk.view;
    const next = carriedOut(document, team, [step]);
    const place = placeOfChange(next, team, step);
    if (place) desk.open.add(place.key);
    const text = desk.say("aid.done", { step: step.text });
    desk.change(next, { notice: { tone: "met", text, undo: true } });
    return place?.field ?? "checker-result";
  },
  "aid-all": (desk, { dataset }) => {
    const steps = /** @type {Step[] | undefined} */ (stated(desk, dataset.index));
    if (!steps) return undefined;
    const { document, team } = desk.view;
    const text = desk.say("aid.all_done", { n: steps.length });
    desk.change(carriedOut(document, team, steps), { notice: { tone: "met", text, undo: true } });
    return "checker-result";
  },
};

/**
 * Return what stands in the answer at a place; nothing where the team has changed since.
 *
 * @param {Desk} desk
 * @param {string | undefined} place
 */
function stated(desk, place) {
  const aid = aidOf(desk);
  return aid.isFresh && place ? at(aid.answer, place.split("/")) : undefined;
}
