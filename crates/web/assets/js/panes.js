// The panes of the desk: a [data-grip] between two is dragged or moved by the arrows, a [data-fold] puts one away.
// Widths are whole steps that the style sheet knows; they live in a cookie, so that the desk draws the page with them.
const LEAST = { list: 16, side: 14 };
const MOST = { list: 36, side: 32 };
const STEP = 16; // CSS pixels to a step: 1rem
const YEAR = 31536000;

const desk = () => document.querySelector("main.desk");

function keep() {
  const { list, side, away = "" } = desk().dataset;
  document.cookie = `dozvon_panes=${list}-${side}-${away.replace(" ", "+")}; path=/; max-age=${YEAR}; samesite=lax`;
}

function setWidth(pane, steps) {
  const width = Math.min(Math.max(Math.round(steps), LEAST[pane]), MOST[pane]);
  desk().dataset[pane] = width;
  desk().querySelector(`[data-grip=${pane}]`)?.setAttribute("aria-valuenow", width);
}

document.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest?.("[data-grip]");
  if (!grip || event.button) return;
  event.preventDefault();
  const pane = grip.dataset.grip;
  const from = { x: event.clientX, width: Number(desk().dataset[pane]) };
  const move = ({ clientX }) => {
    const by = (clientX - from.x) / STEP;
    setWidth(pane, from.width + (pane === "list" ? by : -by));
  };
  grip.setPointerCapture(event.pointerId);
  grip.addEventListener("pointermove", move);
  grip.addEventListener(
    "lostpointercapture",
    () => {
      grip.removeEventListener("pointermove", move);
      keep();
    },
    { once: true },
  );
});

document.addEventListener("keydown", (event) => {
  const grip = event.target.closest?.("[data-grip]");
  if (!grip) return;
  const pane = grip.dataset.grip;
  const towards = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (towards) setWidth(pane, Number(desk().dataset[pane]) + (pane === "list" ? towards : -towards));
  else if (event.key === "Home") setWidth(pane, LEAST[pane]);
  else if (event.key === "End") setWidth(pane, MOST[pane]);
  else return;
  event.preventDefault();
  keep();
});

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-fold]");
  if (!button) return;
  const away = new Set((desk().dataset.away ?? "").split(" ").filter(Boolean));
  const pane = button.dataset.fold;
  if (!away.delete(pane)) away.add(pane);
  desk().dataset.away = [...away].join(" ");
  button.setAttribute("aria-expanded", !away.has(pane));
  keep();
});
