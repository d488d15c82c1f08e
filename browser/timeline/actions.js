/** What the time line's links do. */

/** @type {Record<string, (desk: import("../desk.js").Desk, button: HTMLElement) => string | void>} */
export const TIME_ACTIONS = {
  "time-go": (desk, { dataset }) => {
    const { document, team } = desk.view;
    const place = Number(dataset.index);
    const wanted = document.teams[place];
    if (wanted && place !== team) desk.choose(wanted.component, wanted);
    return dataset.target;
  },
};
