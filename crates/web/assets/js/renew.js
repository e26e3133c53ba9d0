// Fetches this page again and morphs it in place: one request at a time, at most four a second, none while hidden.
import { settle } from "./clock.js";
import { morphPage } from "./morph.js";
import { untilNext } from "./pace.js";

const APART = 250;
const RETRY = 2000;
const PATIENCE = 15000;

let wanted = false;
let running = false;
let next = 0;
let leaving = false;

/** Asks for a fresh copy of this page as soon as it may be had. */
export function renew() {
  wanted = true;
  pump();
}

document.addEventListener("visibilitychange", () => pump());
addEventListener("popstate", () => location.reload());

// A page that comes back from aside is left no longer.
addEventListener("pageshow", () => {
  leaving = false;
});

// A form that is on its way takes this page with it: what comes meanwhile must not look like its answer.
addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method === "dialog") return;
  leaving = true;
  setTimeout(() => {
    leaving = false;
    pump();
  }, PATIENCE);
});

async function pump() {
  if (running || !wanted || leaving || document.hidden) return;
  running = true;
  await pause(next - performance.now());
  wanted = false;
  const asked = performance.now();
  try {
    await fetchAndMorph();
  } catch {
    setTimeout(renew, RETRY);
  }
  next = asked + untilNext(APART, performance.now() - asked);
  running = false;
  pump();
}

async function fetchAndMorph() {
  const address = location.href;
  const answer = await fetch(address, { headers: { "X-Live": "1" }, signal: AbortSignal.timeout(PATIENCE) });
  const html = await answer.text();
  if (leaving) wanted = true;
  else if (location.href === address) arrived(answer, html);
}

/** Shows a page that came back from the desk; sends to the sign-in if that is what it asks for. */
export function arrived(answer, html) {
  const signedOut = answer.status === 401 || (answer.redirected && new URL(answer.url).pathname === "/sign_in");
  if (signedOut) return location.assign("/sign_in");
  settle(answer.headers.get("Date"));
  if (answer.redirected && answer.url !== location.href) history.pushState(null, "", answer.url);
  if (answer.ok || [409, 422].includes(answer.status)) morphPage(html);
}

function pause(milliseconds) {
  return new Promise((done) => (milliseconds > 0 ? setTimeout(done, milliseconds) : done()));
}
