// The keyboard, by the place of a key and so the same in every layout: j and k walk a [data-list], / and Ctrl+K go to the search, ? shows all of it.
const OFF = "keys:off";

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.code === "KeyK") return act(event, search);
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !mayUseLetters()) return;
  if (event.code === "KeyJ") act(event, () => step(1));
  else if (event.code === "KeyK") act(event, () => step(-1));
  else if (event.key === "?" || (event.code === "Slash" && event.shiftKey))
    act(event, () => document.getElementById("keys")?.showModal());
  else if (event.key === "/" || event.code === "Slash") act(event, search);
});

// Letters pressed by themselves can be switched off: they get in the way of speech input.
const choice = document.querySelector("#keys input[type=checkbox]");
if (choice) {
  choice.checked = !localStorage.getItem(OFF);
  choice.addEventListener("change", () =>
    choice.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1"),
  );
}
for (const opener of document.querySelectorAll("[data-opens]")) {
  opener.addEventListener("click", () => document.getElementById(opener.dataset.opens).showModal());
}

function act(event, what) {
  event.preventDefault();
  what();
}

/** Whether letters pressed by themselves do anything. */
export function mayUseLetters() {
  return !localStorage.getItem(OFF);
}

/** Whether a key is for the field it is pressed in. */
export function isTyping(target) {
  return (
    target.matches?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") ||
    !!target.closest?.("dialog")
  );
}

function search() {
  document.dispatchEvent(new CustomEvent("palette"));
}

function step(by) {
  const items = [...document.querySelectorAll("[data-list] :is(a.row, [data-item])")];
  const chosen = items.findIndex((item) => item === document.activeElement);
  const from = chosen >= 0 ? chosen : items.findIndex((item) => item.hasAttribute("aria-current"));
  items.at(Math.min(Math.max(from + by, 0), items.length - 1))?.focus();
}
