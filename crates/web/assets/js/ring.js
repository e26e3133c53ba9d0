// The cards of calls that ring at this agent: fetched by themselves as soon as one begins or anything becomes of one that is shown.
import { morphParts } from "./morph.js";

const APART = 100;
const RING = "ring";
let wanted = false;
let running = false;

/** Whether what changed concerns the cards. */
export function ringConcerned(topics) {
  return topics.some((topic) => topic === RING || topic === "*" || (topic.startsWith("call:") && shown(topic.slice("call:".length))));
}

function shown(call) {
  return document.getElementById(`ring-${call}`) !== null;
}

/** Asks for the cards at once; a tab out of sight waits until it is looked at. */
export function renewRing() {
  wanted = true;
  pump();
}

document.addEventListener("visibilitychange", () => pump());

async function pump() {
  if (running || !wanted || document.hidden) return;
  running = true;
  wanted = false;
  try {
    const answer = await fetch("/around/ring", { headers: { "X-Live": "1" } });
    if (answer.ok && !answer.redirected) morphParts(await answer.text(), ["ring"]);
  } catch {
    // the stream is lost too, and everything is fetched anew when it is found
  }
  setTimeout(() => {
    running = false;
    pump();
  }, APART);
}

// «Not mine» takes the card away at once, here and in all other tabs.
document.addEventListener("submit", async (event) => {
  const form = event.target.closest?.("#ring form");
  if (!form) return;
  event.preventDefault();
  const sent = fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });
  form.closest(".ring").remove();
  try {
    await sent;
  } finally {
    renewRing();
  }
});
