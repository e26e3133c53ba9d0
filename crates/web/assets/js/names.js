// textarea[data-names="id of a datalist"]: after an @ those are offered whose names fit; arrows choose, Enter or Tab takes.
const MOST = 6;

let open; // {area, box, from, chosen}

document.addEventListener("input", ({ target }) => {
  if (!target.matches?.("textarea[data-names]")) return;
  const before = target.value.slice(0, target.selectionStart);
  const typed = before.match(/(^|[^\p{L}\p{N}])@([\p{L}\p{N}][\p{L}\p{N} .-]{0,30}|)$/u);
  const found = typed ? fitting(target, typed[2]) : [];
  if (found.length) show(target, found, before.length - typed[2].length - 1);
  else close();
});

// A page that renews itself may take the focus away for a moment and give it back.
document.addEventListener("focusout", ({ target }) => {
  if (open?.area === target) setTimeout(() => open && document.activeElement !== open.area && close());
});

document.addEventListener(
  "keydown",
  (event) => {
    if (!open || event.target !== open.area) return;
    const options = [...open.box.children];
    if (event.key === "ArrowDown") choose((open.chosen + 1) % options.length);
    else if (event.key === "ArrowUp") choose((open.chosen + options.length - 1) % options.length);
    else if (["Enter", "Tab"].includes(event.key) && !event.ctrlKey && !event.metaKey) take(options[open.chosen]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  },
  true,
);

function fitting(area, typed) {
  const names = [...(document.getElementById(area.dataset.names)?.options ?? [])].map(({ value }) => value);
  const wanted = typed.toLowerCase();
  const fits = (name) => name.toLowerCase().split(/\s+/).some((word, place, words) => words.slice(place).join(" ").startsWith(wanted));
  return names.includes(typed.trim()) ? [] : names.filter(fits).slice(0, MOST);
}

function show(area, names, from) {
  close();
  const box = Object.assign(document.createElement("ul"), { className: "menu names", id: "names-offered" });
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", "@");
  box.dataset.keep = "";
  for (const [place, name] of names.entries()) {
    const option = Object.assign(document.createElement("li"), { textContent: name, id: `name-${place}` });
    option.setAttribute("role", "option");
    option.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      take(option);
    });
    box.append(option);
  }
  area.after(box);
  area.setAttribute("aria-controls", box.id);
  open = { area, box, from, chosen: 0 };
  choose(0);
}

function choose(place) {
  open.chosen = place;
  for (const [at, option] of [...open.box.children].entries()) option.ariaSelected = String(at === place);
  open.area.setAttribute("aria-activedescendant", `name-${place}`);
}

function take(option) {
  const { area, from } = open;
  close();
  area.setRangeText(`@${option.textContent} `, from, area.selectionStart, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

function close() {
  if (!open) return;
  open.box.remove();
  open.area.removeAttribute("aria-controls");
  open.area.removeAttribute("aria-activedescendant");
  open = undefined;
}
