/**
 * Makes a live tree equal to a freshly built one by the fewest changes, so that focus, caret, folded
 * sections and half-typed dates survive. Children are matched by `data-key`, else by place and tag.
 *
 * A part that is drawn from few facts may be promised rather than built: it is built only where one of the
 * facts is another than when the live part was drawn. What is long to draw can be drawn in pieces, a promised part
 * at a time; drawing that is given up half-way leaves a tree that the next one makes whole.
 */

/** @typedef {{ facts: unknown[], build: () => Element }} Promised */

/** Holds what a reader enters, in no attribute. */
const ENTERED = "input, select, textarea";

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
  // Equal to nothing that is live, so that no part is taken for one that has been built.
  placeholder.setAttribute("data-promised", "");
  PROMISED.set(placeholder, { facts, build });
  return placeholder;
}

/**
 * Promise a part that is built anew each time, but not before its turn comes.
 *
 * @param {string} tag of the element that `build` makes
 * @param {string} key its `data-key`
 * @param {() => Element} build
 * @returns {Element}
 */
export function inTurn(tag, key, build) {
  return promised(tag, key, [Symbol(key)], build);
}

/**
 * @param {Element} live
 * @param {Element} fresh
 */
export function patch(live, fresh) {
  const pieces = patchInPieces(live, fresh);
  while (!pieces.next().done);
}

/**
 * The same in pieces: each gives the promised part that was drawn last.
 *
 * @param {Element} live
 * @param {Element} fresh
 * @returns {Generator<Node, void, undefined>}
 */
export function* patchInPieces(live, fresh) {
  if (isUnchanged(live, fresh)) return;
  patchAttributes(live, fresh);
  yield* patchChildren(live, fresh);
  patchValue(live, fresh);
}

/**
 * Most of a page stays as it is: the browser itself compares a whole part far sooner than a script each of its
 * elements. What a reader has entered is no part of that comparison.
 *
 * @param {Element} live
 * @param {Element} fresh
 */
function isUnchanged(live, fresh) {
  if (!live.isEqualNode(fresh)) return false;
  patchValue(live, fresh);
  const entered = live.querySelectorAll(ENTERED);
  if (entered.length > 0)
    for (const [place, field] of fresh.querySelectorAll(ENTERED).entries())
      patchValue(/** @type {Element} */ (entered[place]), field);
  return true;
}

/**
 * @param {Element} live
 * @param {Element} fresh holds text at most
 */
function patchLeaf(live, fresh) {
  if (isUnchanged(live, fresh)) return;
  patchAttributes(live, fresh);
  if (live.firstElementChild || live.textContent !== fresh.textContent)
    live.replaceChildren(...fresh.childNodes);
  patchValue(live, fresh);
}

/**
 * @param {Element} live
 * @param {Element} fresh
 */
function patchAttributes(live, fresh) {
  // A reader's own folding stays, unless the form says which are open.
  const own = live.localName === "details" && !fresh.hasAttribute("data-managed");
  for (const name of live.getAttributeNames())
    if (!fresh.hasAttribute(name) && !(own && name === "open")) live.removeAttribute(name);
  for (const name of fresh.getAttributeNames()) {
    const value = fresh.getAttribute(name) ?? "";
    if (live.getAttribute(name) !== value && !(own && name === "open")) live.setAttribute(name, value);
  }
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
 * @returns {Generator<Node, void, undefined>}
 */
function* patchChildren(live, fresh) {
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
      if (!(wanted instanceof Element)) {
        if (found.nodeValue !== wanted.nodeValue) found.nodeValue = wanted.nodeValue;
      } else if (wanted.firstElementChild || PROMISED.has(wanted)) {
        yield* refresh(/** @type {Element} */ (found), wanted);
      } else patchLeaf(/** @type {Element} */ (found), wanted);
    } else {
      yield* placed(wanted, (node) => live.insertBefore(node, next));
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
 * @returns {Generator<Node, void, undefined>}
 */
function* refresh(live, wanted) {
  const promise = PROMISED.get(wanted);
  if (!promise) {
    yield* patchInPieces(live, wanted);
    return;
  }
  const before = DRAWN_FROM.get(live);
  if (before?.every((fact, place) => Object.is(fact, promise.facts[place]))) return;
  // Until all of it is drawn it is drawn from neither.
  DRAWN_FROM.delete(live);
  yield* patchInPieces(live, promise.build());
  DRAWN_FROM.set(live, promise.facts);
  yield live;
}

/**
 * Put a new node in its place and keep every promise in it.
 *
 * @param {Node} node
 * @param {(whole: Node) => void} place
 * @returns {Generator<Node, void, undefined>}
 */
function* placed(node, place) {
  const promise = PROMISED.get(node);
  const whole = promise ? promise.build() : node;
  place(whole);
  const parts = whole instanceof Element ? whole.querySelectorAll("[data-key]") : [];
  for (const part of parts) if (PROMISED.has(part)) yield* placed(part, (made) => part.replaceWith(made));
  if (!promise) return;
  DRAWN_FROM.set(whole, promise.facts);
  yield whole;
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
