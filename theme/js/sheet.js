/* Prints one sheet of a page by itself: the style sheet hides the rest while the page is marked. */

for (const button of document.querySelectorAll("[data-print-sheet]")) {
  const sheet = /** @type {HTMLElement} */ (button.closest(".pg-sheet"));
  button.addEventListener("click", () => {
    document.documentElement.classList.add("pg-prints-sheet");
    sheet.classList.add("pg-sheet--printed");
    print();
  });
  button.removeAttribute("hidden");
}

addEventListener("afterprint", () => {
  document.documentElement.classList.remove("pg-prints-sheet");
  document.querySelector(".pg-sheet--printed")?.classList.remove("pg-sheet--printed");
});
