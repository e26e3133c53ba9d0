// [data-key="KeyS"]: the place a single key leads to, the same in every layout: a field gets the focus, a list opens, a summary unfolds.
const OFF = "keys:off";
const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF)) return;
  if (event.target.matches?.(FIELDS) || event.target.closest?.("dialog")) return;
  const place = find(event);
  if (!place) return;
  event.preventDefault();
  go(place);
});

function find({ key, code, shiftKey }) {
  const named = key === "#" || (code === "Digit3" && shiftKey) ? "#" : shiftKey ? "" : code;
  return named && document.querySelector(`[data-key="${CSS.escape(named)}"]`);
}

function go(place) {
  if (place.matches("summary")) {
    place.focus();
    if (!place.parentElement.open) place.click();
    return;
  }
  place.focus();
  if (place.matches("select")) {
    try {
      place.showPicker();
    } catch {
      // the focus is enough where a list may not be opened
    }
  }
}
