/**
 * Makes a live tree equal to a freshly built one by the fewest changes, so that focus, caret, folded
 * sections and half-typed dates survive. Children are matched by `data-key`, else by place and tag.
 *
 * A part that is drawn from few facts may be promised rather than built: it is built only where one of the
 * facts is another than when the live part was drawn.
 */

/** @typedef {{ facts: unknown[], build: () => Element }} Promised */

/** What a placeholder stands for. @type {WeakMap<Node, Promised>} */
const PROMISED = new WeakMap();

/** What a live part was drawn from. @type {WeakMap<Node, unknown[]>} */
const DRAWN_FROM = new WeakMap();

/**
 * Promise a part of a tree that is only ever drawn by `patch`.
 *
 * @param {string} tag of the element that `build` makes
 * @param {string} key its `data-key`
 * @param {unknown[]} facts all that `build` reads, compared by identity
 * @param {() => Element} build
 * @returns {Element}
 */
export function promised(tag, key, facts, build) {
  const placeholder = document.createElement(tag);
  placeholder.setAttribute("data-key", key);
  PROMISED.set(placeholder, { facts, build });
  return placeholder;
}

/**
 * @param {Element} live
 * @param {Element} fresh
 */
export function patch(live, fresh) {
  patchAttributes(live, fresh);
  patchChildren(live, fresh);
  patchValue(live, fresh);
}

/**
 * @param {Element} live
 * @param {Element} fresh
 */
function patchAttributes(live, fresh) {
  // A reader's own folding stays, unless the form says which are open.
  const own = live.localName === "details" && !fresh.hasAttribute("data-managed");
  for (const { name } of [...live.attributes])
    if (!fresh.hasAttribute(name) && !(own && name === "open")) live.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (live.getAttribute(name) !== value && !(own && name === "open")) live.setAttribute(name, value);
}

/**
 * @param {Element} live
 * @param {Element} fresh
 */
function patchValue(live, fresh) {
  if (live instanceof HTMLInputElement && fresh instanceof HTMLInputElement) {
    if (live.checked !== fresh.checked) live.checked = fresh.checked;
    if (live.type !== "file" && live.value !== fresh.value) live.value = fresh.value;
  } else if (live instanceof HTMLSelectElement && fresh instanceof HTMLSelectElement) {
    if (live.value !== fresh.value) live.value = fresh.value;
  } else if (live instanceof HTMLTextAreaElement && fresh instanceof HTMLTextAreaElement) {
    if (live.value !== fresh.value) live.value = fresh.value;
  }
}

/**
 * @param {Element} live
 * @param {Element} fresh
 */
function patchChildren(live, fresh) {
  const keyed = new Map([...live.children].flatMap((child) => (keyOf(child) ? [[keyOf(child), child]] : [])));
  const wantedKeys = new Set([...fresh.children].map(keyOf));
  // What goes must not stand in the place of a child without a key, which would then be built anew.
  for (const [key, child] of keyed) if (!wantedKeys.has(key)) child.remove();
  let next = live.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const key = keyOf(wanted);
    const found = key ? keyed.get(key) : next;
    if (found && same(found, wanted)) {
      if (found === next) next = next.nextSibling;
      else live.insertBefore(found, next);
      if (found instanceof Element) refresh(found, /** @type {Element} */ (wanted));
      else if (found.nodeValue !== wanted.nodeValue) found.nodeValue = wanted.nodeValue;
    } else {
      live.insertBefore(built(wanted), next);
    }
  }
  while (next) {
    const after = next.nextSibling;
    next.remove();
    next = after;
  }
}

/**
 * @param {Element} live
 * @param {Element} wanted
 */
function refresh(live, wanted) {
  const promise = PROMISED.get(wanted);
  if (!promise) {
    patch(live, wanted);
    return;
  }
  const before = DRAWN_FROM.get(live);
  if (before?.every((fact, place) => Object.is(fact, promise.facts[place]))) return;
  patch(live, promise.build());
  DRAWN_FROM.set(live, promise.facts);
}

/**
 * Return a new node with every promise in it kept.
 *
 * @template {Node} N
 * @param {N} node
 * @returns {Node}
 */
function built(node) {
  const promise = PROMISED.get(node);
  const whole = promise ? promise.build() : node;
  if (promise) DRAWN_FROM.set(whole, promise.facts);
  for (const child of [...whole.childNodes]) {
    const made = built(child);
    if (made !== child) whole.replaceChild(made, child);
  }
  return whole;
}

/**
 * @param {Node} node
 * @returns {string | null}
 */
function keyOf(node) {
  return node instanceof Element ? node.getAttribute("data-key") : null;
}

/**
 * @param {Node} live
 * @param {Node} wanted
 */
function same(live, wanted) {
  return (
    live.nodeName === wanted.nodeName && keyOf(live) === keyOf(wanted) && typeOf(live) === typeOf(wanted)
  );
}

/** @param {Node} node */
function typeOf(node) {
  return node instanceof HTMLInputElement ? node.type : "";
}
