/**
 * Tells the page around this frame how high this one is, and nothing else: to the origin that it has declared in
 * the address alone. A page that declares none is told nothing.
 */

const box = document.querySelector(".pg-embed");
const around = declaredOrigin(new URLSearchParams(location.search).get("origin") ?? "");

if (box && around && parent !== window)
  new ResizeObserver(() => {
    const { height } = box.getBoundingClientRect();
    parent.postMessage({ type: "partnership-guide:height", height: Math.ceil(height) }, around);
  }).observe(box);

/**
 * Return the text where it is an origin of the web, written in full, else null.
 *
 * @param {string} text
 */
function declaredOrigin(text) {
  if (!/^https?:/.test(text) || !URL.canParse(text)) return null;
  return new URL(text).origin === text ? text : null;
}

export {};
