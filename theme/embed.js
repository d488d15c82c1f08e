/**
 * Shows the guide's checker of one component in a page of another site. One line there is enough:
 *
 *     <script src="https://…/embed.js" data-component="inception" data-language="sv" async></script>
 *
 * It puts a frame after itself and makes it as high as its content. All that the frame tells is that height.
 */

{
  const TITLES = {
    sv: "Kontrollera ert team – Partnerskapsguiden",
    en: "Check your team – Partnership Guide",
  };
  /** Before the frame has told how high it is, in pixels. */
  const FIRST_HEIGHT = "900";
  /** No page of ours is higher. */
  const HIGHEST = 100_000;

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { component = "", language = "sv", scheme } = script.dataset;
  if (!/^[a-z]+$/.test(component)) throw new Error("embed.js: data-component is the name of a component");
  const spoken = language === "en" ? "en" : "sv";

  const address = new URL(`${spoken === "en" ? "en/" : ""}embed/${component}/`, script.src);
  address.searchParams.set("origin", location.origin);
  if (scheme) address.searchParams.set("scheme", scheme);

  const frame = document.createElement("iframe");
  frame.title = script.dataset.title ?? TITLES[spoken];
  frame.width = "100%";
  frame.height = FIRST_HEIGHT;
  frame.style.border = "0";
  frame.allow = "clipboard-write";
  frame.loading = "lazy";
  frame.src = address.href;
  script.after(frame);

  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== address.origin || source !== frame.contentWindow) return;
    if (data?.type !== "partnership-guide:height" || !(data.height > 0 && data.height <= HIGHEST)) return;
    frame.height = String(Math.ceil(data.height));
  });
}
