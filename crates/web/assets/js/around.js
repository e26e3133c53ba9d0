// Fetches what stands around the page, the bell and what the rail says, and morphs it in place.
import { morphParts } from "./morph.js";

const APART = 1000;
let wanted = false;
let running = false;

/** Asks for it as soon as it may be had; a tab out of sight waits until it is looked at. */
export function renewAround() {
  wanted = true;
  pump();
}

document.addEventListener("visibilitychange", () => pump());

async function pump() {
  if (running || !wanted || document.hidden) return;
  running = true;
  wanted = false;
  try {
    const answer = await fetch("/around?here=" + encodeURIComponent(location.pathname + location.search), { headers: { "X-Live": "1" } });
    if (answer.ok && !answer.redirected) morphParts(await answer.text(), ["call-bar", "bell", "waits-inbox", "waits-phone-missed", "rail-people", "rail-me", "ring"]);
  } catch {
    // the stream is lost too, and everything is fetched anew when it is found
  }
  setTimeout(() => {
    running = false;
    pump();
  }, APART);
}
