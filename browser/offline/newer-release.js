/** Registers the service worker, and says quietly when a newer release of the guide is there. */

import { SITE } from "../site.js";
import { LISTING } from "./places.js";
import { register } from "./registration.js";

/** So long between two looks, in milliseconds. */
const PAUSE = 3_600_000;

/** The release that was there when this page began. @type {string | null} */
let ours = null;
let looked = 0;

async function begin() {
  try {
    await look();
    const registration = await register();
    registration.addEventListener("updatefound", () => void look());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible" || Date.now() - looked < PAUSE) return;
      void look();
      registration.update().catch(() => undefined);
    });
  } catch (error) {
    // Without copies everything works as before.
    console.info(error);
  }
}

async function look() {
  if (!navigator.onLine) return;
  looked = Date.now();
  const listing = await live().catch(() => null);
  if (!listing) return;
  ours ??= listing.release;
  // A page that came from its copy while the network was slow is of a release whose scripts are gone.
  const isOld = !(import.meta.url.slice(SITE.length) in listing.files);
  if (isOld || listing.release !== ours) tell();
}

/** @returns {Promise<import("./places.js").Listing>} */
async function live() {
  const response = await fetch(SITE + LISTING, { cache: "no-store" });
  return response.json();
}

function tell() {
  // The build has put the words there.
  const place = document.querySelector(".pg-newer");
  const template = place?.querySelector("template");
  if (!place || !template || place.querySelector("button")) return;
  place.append(template.content.cloneNode(true));
  const [reload, later] = place.querySelectorAll("button");
  reload?.addEventListener("click", () => location.reload());
  later?.addEventListener("click", () => place.replaceChildren());
}

void begin();
