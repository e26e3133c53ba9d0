// Keeps what a page shows true: <main data-live="tickets ticket:tkt_x"> names it, a change with such a name renews the page.
// The people and the counts in the rail and the bell are fetched by themselves: they change often, and stand on every page.
import { lost, found } from "./connection.js";
import { holdWhileHere } from "./here.js";
import { join } from "./lead.js";
import { renewAround } from "./around.js";
import { renewRing, ringConcerned } from "./ring.js";
import { renew } from "./renew.js";
import { announce, hush, showUnread } from "./told.js";

const EVERYTHING = "*"; // more changed at once than could be told
const AROUND = ["presence", "notices", "phone", "tickets", "missed"]; // the last two for what waits in the rail
const TOUCH_EVERY = 20_000;

let wasOpen = false;
let tell = () => {};

function shown() {
  return (document.getElementById("main")?.dataset.live ?? "").split(/\s+/).filter(Boolean);
}

function hear({ state, caughtUp, topics, notice, unread, over }) {
  if (topics) {
    if (ringConcerned(topics)) renewRing();
    const here = new Set(shown());
    if (topics.some((topic) => topic === EVERYTHING || here.has(topic))) renew();
    else if (topics.some((topic) => AROUND.includes(topic))) renewAround();
  } else if (notice) {
    announce(notice);
    tell({ told: notice.id });
  } else if (over) {
    hush(over);
  } else if (unread !== undefined) {
    showUnread(unread);
  } else if (state === "open") {
    found();
    if (!caughtUp || wasOpen) {
      if (shown().length) renew();
      else renewAround();
    }
    wasOpen = true;
  } else if (state) {
    lost();
    if (state === "refused" && shown().length) renew(); // answers 401 when we are signed out
  }
}

/** Starts listening, where somebody is signed in. */
export function watch() {
  const wall = document.querySelector("main.wall") !== null;
  if (!wall && !document.getElementById("bell")) return;
  const visible = () => !document.hidden && !wall; // the screen on the wall announces nothing to anybody
  let since = performance.timeOrigin;
  let lock; // by which the hub knows that this tab lives
  const hello = () => ({ since, visible: visible(), lock });
  tell = "SharedWorker" in window ? throughWorker() : join(hear, hello);
  if ("SharedWorker" in window) tell(hello());
  document.addEventListener("visibilitychange", () => tell({ visible: visible() }));
  addEventListener("pagehide", () => {
    lock = undefined;
    tell({ leave: true });
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    since = Date.now();
    tell(hello());
    renew();
  });
  holdWhileHere((name) => {
    lock = name;
    tell({ lock });
  });
  watchHands();
}

function throughWorker() {
  const { port } = new SharedWorker("./live-worker.js", { type: "module", name: "dozvon-live" });
  port.onmessage = ({ data }) => hear(data);
  return (said) => port.postMessage(said);
}

// Whoever types or points is here; said at most a few times a minute.
function watchHands() {
  let last = Date.now();
  const touch = () => {
    if (Date.now() - last < TOUCH_EVERY) return;
    last = Date.now();
    tell({ touched: true });
  };
  for (const deed of ["keydown", "pointerdown", "pointermove", "wheel"]) addEventListener(deed, touch, { passive: true });
}
