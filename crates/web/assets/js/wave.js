// Draws how loud a recording is when: the client above the line, the operator below it; one voice of both on both sides.
const HEIGHT = 52;
const MIDDLE = HEIGHT / 2;
const GAP = 1.4; // between the line and what stands on it
const LEAST = 1.2; // silence is a dot
const STEP = 4; // width of a column and the space after it
const COLUMNS = 190;
const SVG = "http://www.w3.org/2000/svg";

/** Draws into the player's picture; `wave` is {above, below}: columns from 0 to 255, or nothing on that side. */
export function draw(player, { above, below }) {
  const svg = player.querySelector(".wave svg");
  const loudest = Math.max(1, ...(above ?? []), ...(below ?? []));
  const count = Math.min(COLUMNS, (above ?? below).length);
  svg.setAttribute("viewBox", `0 0 ${count * STEP} ${HEIGHT}`);
  const client = above && path("wave-client", above, count, loudest, -1);
  const operator = below && path("wave-operator", below, count, loudest, 1);
  const id = `${player.id}-played`;
  const played = make("rect", { x: 0, y: 0, width: 0, height: HEIGHT });
  const clip = make("clipPath", { id });
  clip.append(played);
  const both = () => [client, operator].filter(Boolean).map((one) => one.cloneNode());
  const rest = make("g", { class: "wave-rest" });
  rest.append(...both());
  const heard = make("g", { class: "wave-played", "clip-path": `url(#${id})` });
  heard.append(...both());
  svg.replaceChildren(clip, rest, heard, make("path", { class: "wave-head", d: `M0 0v${HEIGHT}` }));
}

/** Shows how much has been heard, 0 to 1. */
export function show(player, part) {
  const svg = player.querySelector(".wave svg");
  const wide = svg.viewBox.baseVal.width;
  const at = (part * wide).toFixed(1);
  svg.querySelector("rect")?.setAttribute("width", at);
  svg.querySelector(".wave-head")?.setAttribute("d", `M${at} 0v${HEIGHT}`);
}

function path(name, columns, count, loudest, side) {
  const from = MIDDLE + side * GAP;
  const reach = MIDDLE - GAP - 2;
  const strokes = Array.from({ length: count }, (_, n) => {
    const some = columns.slice(Math.floor((n * columns.length) / count), Math.max(1, Math.floor(((n + 1) * columns.length) / count)));
    const high = Math.max(LEAST, (Math.max(0, ...some) / loudest) * reach);
    return `M${n * STEP + STEP / 2} ${from}v${(side * high).toFixed(1)}`;
  });
  return make("path", { class: name, d: strokes.join("") });
}

function make(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
