// #toasts: tells what was done for a while, with a way back; z takes it back, Escape and the cross close it.
const SHOWN = 12000;
const LEAVES = 250;
const OFF = "keys:off";

const place = () => document.getElementById("toasts");
let timer;

/** Tells what the page that arrived has to tell. */
export function tell(fresh) {
  const toast = fresh.querySelector("#toasts [data-toast]");
  if (!toast || !place()) return;
  place().replaceChildren(document.importNode(toast, true));
  wait();
}

/** Tells a sentence of the page's own. */
export function say(text) {
  if (!place()) return;
  const toast = Object.assign(document.createElement("div"), { className: "toast" });
  toast.dataset.toast = "";
  toast.append(Object.assign(document.createElement("p"), { textContent: text }));
  place().replaceChildren(toast);
  wait();
}

function shown() {
  return place()?.querySelector("[data-toast]");
}

function wait() {
  clearTimeout(timer);
  timer = setTimeout(leave, SHOWN);
}

// Nothing goes away under the hand or the focus.
function leave() {
  const toast = shown();
  if (!toast) return;
  if (toast.matches(":hover, :focus-within")) return wait();
  close(toast);
}

function close(toast) {
  clearTimeout(timer);
  if (toast.contains(document.activeElement)) document.getElementById("main")?.focus({ preventScroll: true });
  toast.dataset.leaving = "";
  setTimeout(() => toast.remove(), LEAVES);
}

place()?.addEventListener("click", (event) => {
  if (event.target.closest("button[type=button]")) close(shown());
});
place()?.addEventListener("submit", () => setTimeout(() => shown() && close(shown())));

document.addEventListener("keydown", (event) => {
  if (!shown() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && place().contains(event.target)) return close(shown());
  if (event.code !== "KeyZ" || event.shiftKey || localStorage.getItem(OFF)) return;
  if (event.target.matches?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
  const undo = shown().querySelector("form");
  if (!undo) return;
  event.preventDefault();
  undo.requestSubmit();
});

// A screen reader is told only what comes into the region while it is there.
const first = shown();
if (first) {
  first.remove();
  requestAnimationFrame(() => place().append(first));
  wait();
}
