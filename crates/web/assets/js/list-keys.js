// The keys of the desk: x picks a row, o opens it, u goes back to the list, [ and ] to the ticket before and after.
import { isTyping, mayUseLetters } from "./keys.js";
import { pickRow } from "./picking.js";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (isTyping(event.target) || !mayUseLetters()) return;
  const deed = DEEDS[event.code];
  if (!deed || !document.querySelector("main.desk")) return;
  if (deed()) event.preventDefault();
});

const DEEDS = {
  KeyX: () => {
    const row = inHand();
    pickRow(row);
    return !!row;
  },
  KeyO: () => follow(inHand()),
  KeyU: back,
  BracketLeft: () => follow(document.querySelector("[data-beside=before]")),
  BracketRight: () => follow(document.querySelector("[data-beside=next]")),
};

// The row that has the focus, or the row of the ticket that is shown.
function inHand() {
  const focused = document.activeElement?.closest?.(".row-item")?.querySelector("a.row");
  return focused ?? document.querySelector("a.row[aria-current]");
}

function follow(link) {
  link?.click();
  return !!link;
}

// Where the list stands beside the ticket it gets the focus; where it does not it is opened.
function back() {
  const list = document.querySelector(".list");
  if (!list) return false;
  if (list.checkVisibility()) (inHand() ?? document.getElementById("list-scroll"))?.focus();
  else follow(document.querySelector("a.back"));
  return true;
}
