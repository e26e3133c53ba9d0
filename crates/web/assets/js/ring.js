// The cards of calls that ring at this agent: fetched by themselves as soon as one begins or anything becomes of one that is shown.
import { piece } from "./piece.js";

const RING = "ring";

/** Whether what changed concerns the cards. */
export function ringConcerned(topics) {
  return topics.some((topic) => topic === RING || topic === "*" || (topic.startsWith("call:") && shown(topic.slice("call:".length))));
}

function shown(call) {
  return document.getElementById(`ring-${call}`) !== null;
}

/** Asks for the cards at once; a tab out of sight waits until it is looked at. */
export const renewRing = piece(() => "/around/ring", ["ring"], () => 100);

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
