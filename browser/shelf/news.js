/** What the tabs of the site tell each other about what is kept. */

/** @typedef {{ type: "changed", id: string } | { type: "erased" } | { type: "removed" }} News
 *   `removed`: the copies alone are gone, not what the reader has entered */

const NAME = "partnership-guide";

export class Channel {
  #channel = opened();

  /** @param {News} news */
  tell(news) {
    this.#channel?.postMessage(news);
  }

  /**
   * @param {(news: News) => void} callback
   * @param {AbortSignal} [signal]
   */
  listen(callback, signal) {
    this.#channel?.addEventListener("message", ({ data }) => callback(data), signal && { signal });
  }

  close() {
    this.#channel?.close();
  }
}

/** Browsers that keep nothing may refuse this too: then each tab works by itself. */
function opened() {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return null;
  }
}
