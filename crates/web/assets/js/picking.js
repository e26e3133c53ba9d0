// Picking rows of the list: x, a click, Shift for a whole range, all of the page; Escape lets go. The form #bulk does the rest.
import { isTyping, mayUseLetters } from "./keys.js";

let last;

const picks = () => [...document.querySelectorAll(".row-pick")];
const form = () => document.getElementById("bulk");

/** Picks or lets go the row that is in hand. */
export function pickRow(row) {
  const pick = row?.closest(".row-item")?.querySelector(".row-pick");
  if (!pick) return;
  pick.checked = !pick.checked;
  last = pick;
  tell();
}

document.addEventListener("click", (event) => {
  const pick = event.target.closest?.(".row-pick");
  if (pick) return range(pick, event.shiftKey);
  const row = event.target.closest?.("a.row");
  if (!row || !event.shiftKey || !row.closest(".row-item")?.querySelector(".row-pick")) return;
  event.preventDefault(); // Shift on a row picks instead of opening a window
  const own = row.closest(".row-item").querySelector(".row-pick");
  own.checked = true;
  range(own, true);
});

function range(pick, whole) {
  const all = picks();
  const from = all.indexOf(last);
  if (whole && from >= 0) {
    const to = all.indexOf(pick);
    for (const one of all.slice(Math.min(from, to), Math.max(from, to) + 1)) one.checked = pick.checked;
  }
  last = pick;
  tell();
}

document.addEventListener("change", ({ target }) => {
  if (!target.matches("[data-pick-all]")) return;
  for (const pick of picks()) pick.checked = target.checked;
  tell();
});

document.addEventListener("reset", ({ target }) => target === form() && setTimeout(tell));

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || isTyping(event.target) || !picks().some((pick) => pick.checked)) return;
  if (event.defaultPrevented || !mayUseLetters()) return;
  form()?.reset();
});

function tell() {
  const all = picks();
  const many = all.filter((pick) => pick.checked).length;
  const said = form()?.querySelector("[data-picked]");
  const text = many ? String(many) : "";
  if (said && said.textContent !== text) said.textContent = text;
  const whole = document.querySelector("[data-pick-all]");
  if (!whole) return;
  whole.checked = many > 0 && many === all.length;
  whole.indeterminate = many > 0 && many < all.length;
}

new MutationObserver(tell).observe(document.getElementById("main") ?? document.body, { childList: true, subtree: true });
