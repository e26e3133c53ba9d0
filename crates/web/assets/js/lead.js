// Where there is no shared worker: one tab leads, holds the stream and tells the others; when it goes, the next takes over.
// Browsers allow six connections to one address, so that a stream per tab would stop the seventh.
import { makeHub } from "./hub.js";

const NAME = "dozvon-live";

/** Joins the tabs of this browser; `hear` is told the news. Returns how to tell the leader something. */
export function join(hear, hello) {
  return navigator.locks ? together(hear, hello) : alone(hear, hello);
}

function together(hear, hello) {
  const self = crypto.randomUUID?.() ?? String(Math.random());
  const line = new BroadcastChannel(NAME);
  let hub;
  const own = { post: hear };
  const others = new Map();

  line.onmessage = ({ data: { to, from, said, leads } }) => {
    if (hub && from) hub.hear(tabOf(from), said);
    else if (to === self) hear(said);
    else if (leads) line.postMessage({ from: self, said: hello() });
  };

  function tabOf(id) {
    if (!others.has(id)) others.set(id, { post: (said) => line.postMessage({ to: id, said }) });
    return others.get(id);
  }

  // Who leaves gives up the lead, or the place in the line for it: a page that the browser keeps aside would hold it for ever.
  function queue() {
    const place = new AbortController();
    const lead = () =>
      new Promise((release) => {
        hub = makeHub();
        hub.hear(own, hello());
        line.postMessage({ leads: true });
        addEventListener("pagehide", release, { once: true });
      });
    const leave = () => {
      place.abort();
      hub?.close();
      hub = undefined;
    };
    addEventListener("pagehide", leave, { once: true });
    navigator.locks.request(NAME, { signal: place.signal }, lead).catch(() => {}); // left the line
  }

  queue();
  addEventListener("pageshow", ({ persisted }) => persisted && queue());
  line.postMessage({ from: self, said: hello() });
  return (said) => (hub ? hub.hear(own, said) : line.postMessage({ from: self, said }));
}

// Without locks (an address without HTTPS): only a tab in sight listens.
function alone(hear, hello) {
  let hub;
  const own = { post: hear };
  const watch = () => {
    hub?.close();
    hub = document.hidden ? undefined : makeHub();
    hub?.hear(own, hello());
  };
  document.addEventListener("visibilitychange", watch);
  watch();
  return (said) => hub?.hear(own, said);
}
