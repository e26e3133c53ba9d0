// Keeps what a page shows true: <main data-live="tickets ticket:tkt_x"> names it, a change with such a name renews the page.
import { lost, found } from "./connection.js";
import { renew } from "./renew.js";
import { keepOpen } from "./stream.js";

const EVERYTHING = "*"; // more changed at once than could be told

let wasOpen = false;

function shown() {
  return (document.getElementById("main")?.dataset.live ?? "").split(/\s+/).filter(Boolean);
}

function hear({ state, caughtUp, topics }) {
  if (topics) {
    const here = new Set(shown());
    if (topics.some((topic) => topic === EVERYTHING || here.has(topic))) renew();
  } else if (state === "open") {
    found();
    if (!caughtUp || wasOpen) renew();
    wasOpen = true;
  } else {
    lost();
    if (state === "refused") renew(); // answers 401 when we are signed out
  }
}

/** Starts listening, if this page shows anything that can change. */
export function watch() {
  if (!shown().length) return;
  if (!("SharedWorker" in window)) return void keepOpen(hear);

  const { port } = new SharedWorker("./live-worker.js", { type: "module", name: "dozvon-live" });
  port.onmessage = ({ data }) => hear(data);
  port.postMessage({ since: performance.timeOrigin });
  addEventListener("pagehide", () => port.postMessage({ leave: true }));
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    port.postMessage({ since: Date.now() });
    renew();
  });
}
