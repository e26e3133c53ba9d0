// nav.views: one row that goes sideways when it is too long. The view one is in comes into sight, the edges tell where there is
// more (data-more="start end"), and a wheel that only knows up and down moves it too.
const ROOM = 1; // widths are seldom whole pixels
const FADE = 32; // as wide as it fades

/** Says again where there is more: after what stands there has changed. */
export function markEdges() {
  for (const row of document.querySelectorAll("nav.views")) mark(row);
}

function mark(row) {
  const beyond = row.scrollWidth - row.clientWidth;
  const more = [row.scrollLeft > ROOM && "start", row.scrollLeft < beyond - ROOM && "end"].filter(Boolean).join(" ");
  if (more) row.dataset.more = more;
  else delete row.dataset.more;
}

function comeIntoSight(row) {
  const here = row.querySelector("[aria-current]");
  if (!here) return;
  const [whole, part] = [row.getBoundingClientRect(), here.getBoundingClientRect()];
  row.scrollLeft = Math.max(0, part.right - whole.right + FADE);
}

document.addEventListener("scroll", ({ target }) => target.matches?.("nav.views") && mark(target), { capture: true, passive: true });
addEventListener("resize", markEdges);
document.fonts?.ready.then(markEdges);

function roll(event) {
  if (event.ctrlKey || event.shiftKey || event.deltaX) return;
  const row = event.currentTarget;
  const before = row.scrollLeft;
  row.scrollLeft += event.deltaY;
  if (row.scrollLeft !== before) event.preventDefault();
}

for (const row of document.querySelectorAll("nav.views")) {
  comeIntoSight(row);
  row.addEventListener("wheel", roll, { passive: false });
}
markEdges();
