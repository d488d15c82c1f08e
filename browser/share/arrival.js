/** Opens the partnership that came in a link. */

import { isPartnership } from "../shape.js";
import { takePacked, unpacked } from "./link.js";

/** @typedef {import("../desk.js").Desk} Desk */

/** What the reader is told of a link, where of a file they are told of the file. */
const WORDS = {
  opened: "share.opened",
  other: "share.opened_other",
  refused: "share.broken",
  unread: "share.no_engine",
};

/**
 * Open what the page's address holds, now and when a link to this same page is followed.
 *
 * @param {Desk} desk
 * @param {AbortSignal} signal
 */
export function watchLinks(desk, signal) {
  const look = () => {
    const packed = takePacked();
    if (packed !== null) void open(desk, packed);
  };
  addEventListener("hashchange", look, { signal });
  look();
}

/**
 * @param {Desk} desk
 * @param {string} packed
 */
async function open(desk, packed) {
  const text = await unpacked(packed, desk.settings.maxBytes).catch(() => "");
  if (!holdsPartnership(text))
    return desk.tell({ tone: "unmet", text: desk.say(WORDS.refused), urgent: true });
  const opened = desk.import(new File([text], "link.json"), WORDS);
  // Python may be long in coming, and the checker may stand far down the page.
  desk.tell({ tone: "note", text: desk.say("share.opening"), urgent: true });
  await opened;
}

/** @param {string} text */
function holdsPartnership(text) {
  try {
    return isPartnership(JSON.parse(text));
  } catch {
    return false;
  }
}
