/** The button between light and dark. The choice is kept in this browser; without one the machine's own is followed. */

const KEY = "partnership-guide:scheme";
const button = /** @type {HTMLButtonElement} */ (document.querySelector(".pg-scheme"));
const machine = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => document.body.dataset.mdColorScheme === "slate";

/** @param {boolean} dark */
function show(dark) {
  document.body.dataset.mdColorScheme = dark ? "slate" : "default";
  button.setAttribute("aria-pressed", String(dark));
}

/** @returns {string | null} */
function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

button.addEventListener("click", () => {
  show(!isDark());
  try {
    localStorage.setItem(KEY, document.body.dataset.mdColorScheme ?? "");
  } catch {
    // The choice then holds for this page.
  }
});
machine.addEventListener("change", ({ matches }) => {
  if (!kept()) show(matches);
});
show(isDark());
