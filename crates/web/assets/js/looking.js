// [data-looking="address"]: while this page is seen it says every quarter of a minute that somebody looks at it or types, and
// renews itself when the desk counts other people here than it shows.
import { renew } from "./renew.js";

const EVERY = 15000;
const TYPES_FOR = 8000; // since the last letter

let typedAt = -TYPES_FOR;
let said; // {address, doing}

const place = () => document.querySelector("[data-looking]");
const doing = () => (performance.now() - typedAt < TYPES_FOR ? "typing" : "looking");

async function say() {
  const here = place();
  const address = here?.dataset.looking;
  if (said && said.address !== address) leave();
  if (!here || document.hidden) return;
  said = { address, doing: doing() };
  try {
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams({ doing: said.doing }) });
    const { others } = await answer.json();
    if (place() === here && String(others) !== here.dataset.others) renew();
  } catch {
    // the desk is away; the next word may reach it
  }
}

function leave() {
  if (!said) return;
  navigator.sendBeacon(said.address, new URLSearchParams({ doing: "leaving" }));
  said = undefined;
}

document.addEventListener("input", ({ target }) => {
  if (!target.matches?.(".ticket textarea")) return;
  typedAt = performance.now();
  if (said?.doing !== "typing") say();
});
addEventListener("pagehide", leave);
document.addEventListener("visibilitychange", () => (document.hidden ? leave() : say()));
setInterval(say, EVERY);
setInterval(() => said?.doing === "typing" && doing() === "looking" && say(), TYPES_FOR / 4);
say();
