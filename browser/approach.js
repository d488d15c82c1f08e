/** Tells when a part of the page is wanted: the reader comes near it, or the page has nothing else to do. */

/** So far from what is in sight is near: most of another screen. */
const MARGIN = "75% 0px";
/** A page that is never idle is given this long, in milliseconds. */
const PATIENCE = 1_000;

/**
 * Wait until an element is near, is turned to by keyboard, is asked for by the address or printed, or the page
 * has loaded and lies idle: what is searched for or read aloud must be there also far down the page.
 *
 * @param {HTMLElement} element
 * @returns {Promise<void>}
 */
export function approached(element) {
  if (location.hash || location.search) return Promise.resolve();
  const found = new AbortController();
  const { signal } = found;
  return new Promise((resolve) => {
    const go = () => {
      found.abort();
      resolve();
    };
    const near = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && go(), {
      rootMargin: MARGIN,
    });
    near.observe(element);
    signal.addEventListener("abort", () => near.disconnect());
    element.addEventListener("focusin", go, { signal });
    addEventListener("hashchange", go, { signal });
    addEventListener("beforeprint", go, { signal });
    const rest = () => {
      if ("requestIdleCallback" in window) requestIdleCallback(go, { timeout: PATIENCE });
      else setTimeout(go, PATIENCE);
    };
    if (document.readyState === "complete") rest();
    else addEventListener("load", rest, { once: true, signal });
  });
}
