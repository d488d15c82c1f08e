/** Marks, in the list of the page's headings, the one that the reader is at. */

const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".pg-toc a")]);
const headings = links.map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))));
/** A heading counts from here on, in parts of the window's height. */
const LINE = 0.25;

function follow() {
  const passed = headings.findLastIndex(
    (heading) => (heading?.getBoundingClientRect().top ?? 0) < innerHeight * LINE,
  );
  links.forEach((link, place) => {
    if (place === passed) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  });
}

if (links.length > 0) {
  let waiting = false;
  addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        follow();
      });
    },
    { passive: true },
  );
  follow();
}
