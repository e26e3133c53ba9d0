// form[data-draft="address"]: what is being written is kept by the desk until it is sent, and in this browser when the desk is
// away; Ctrl+Enter sends. Macros go in from their menu, which / opens too.
import { lost } from "./connection.js";
import { arrived, renew } from "./renew.js";

const PAUSE = 600; // between the last letter and keeping

const form = (node) => node.closest?.("form[data-draft]");
const key = (composer) => `draft:${composer.dataset.draft}`;
const field = (composer) => composer.querySelector("textarea");
const state = (composer) => composer.querySelector(".draft-state");

let timer;
let keeping; // the last word to the desk about the draft

// What the desk could not be told of stands in this browser.
function restore() {
  for (const composer of document.querySelectorAll("form[data-draft]")) {
    const unsaved = localStorage.getItem(key(composer));
    if (unsaved === null || unsaved === field(composer).value) continue;
    field(composer).value = unsaved;
    keep(composer);
  }
}

document.addEventListener("input", ({ target }) => {
  const composer = form(target);
  if (!composer || target !== field(composer)) return;
  localStorage.setItem(key(composer), target.value);
  state(composer).textContent = "";
  clearTimeout(timer);
  timer = setTimeout(() => keep(composer), PAUSE);
});

addEventListener("pagehide", () => {
  const composer = document.querySelector("form[data-draft]");
  if (composer && localStorage.getItem(key(composer)) !== null)
    navigator.sendBeacon(composer.dataset.draft, new URLSearchParams({ text: field(composer).value }));
});

function keep(composer) {
  clearTimeout(timer);
  keeping = tell(composer);
}

async function tell(composer) {
  const text = field(composer).value;
  try {
    const answer = await fetch(composer.dataset.draft, { method: "POST", body: new URLSearchParams({ text }) });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    if (localStorage.getItem(key(composer)) === text) localStorage.removeItem(key(composer));
    state(composer).textContent = text.trim() ? state(composer).dataset.saved : "";
  } catch {
    state(composer).textContent = state(composer).dataset.unsaved;
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  form(event.target)?.requestSubmit();
});

document.addEventListener("submit", (event) => {
  const composer = form(event.target);
  if (!composer) return;
  event.preventDefault();
  send(composer, event.submitter ?? composer.querySelector("button[type=submit]"));
});

async function send(composer, button) {
  if (button.ariaBusy === "true") return;
  button.ariaBusy = "true";
  clearTimeout(timer);
  try {
    await keeping; // what is sent is no draft any more
    const body = new URLSearchParams(new FormData(composer));
    const answer = await fetch(composer.action, { method: "POST", body });
    const html = await answer.text();
    if (answer.ok && !answer.url.endsWith("/sign_in")) empty(composer);
    if (answer.ok || [401, 422].includes(answer.status)) arrived(answer, html);
    else composer.submit(); // the desk's own page says what is wrong
  } catch {
    lost(); // what was written stays in the field and in the draft
    renew();
  }
  button.ariaBusy = null;
}

function empty(composer) {
  localStorage.removeItem(key(composer));
  field(composer).value = field(composer).defaultValue = "";
  state(composer).textContent = "";
  composer.querySelector(".composer-deeds").replaceChildren();
}

// Macros: a click, Enter, or / in an empty line.
document.addEventListener("click", (event) => {
  const deed = event.target.closest?.(".composer-deeds button");
  if (deed) return deed.closest("li").remove();
  const link = event.target.closest?.("a[data-macro]");
  const composer = link && form(link);
  if (!composer || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  insert(composer, link);
});

document.addEventListener("input", ({ target }) => {
  if (target.id !== "macro-find") return;
  const words = target.value.toLowerCase();
  for (const link of form(target).querySelectorAll("a[data-macro]"))
    link.closest("li").hidden = !link.textContent.toLowerCase().includes(words);
});

document.addEventListener("keydown", (event) => {
  const composer = form(event.target);
  if (!composer) return;
  if (event.target.id === "macro-find" && event.key === "Enter") {
    event.preventDefault();
    composer.querySelector("li:not([hidden]) > a[data-macro]")?.click();
  } else if (event.key === "/" && event.target === field(composer) && startsLine(event.target)) {
    event.preventDefault();
    composer.querySelector("summary[data-key=KeyM]").click();
  }
});

function startsLine({ value, selectionStart, selectionEnd }) {
  return selectionStart === selectionEnd && (selectionStart === 0 || value[selectionStart - 1] === "\n");
}

async function insert(composer, link) {
  let ready;
  try {
    const answer = await fetch(composer.dataset.macros + link.dataset.macro);
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    ready = await answer.json();
  } catch {
    return location.assign(link.href); // the desk's own page says what is wrong
  }
  link.closest("details").open = false;
  const text = field(composer);
  text.focus();
  text.setRangeText(ready.text, text.selectionStart, text.selectionEnd, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
  if (ready.acts) promise(composer, ready);
}

// What the macro changes is shown before it is done, and can be left out.
function promise(composer, { id, acts }) {
  const deeds = composer.querySelector(".composer-deeds");
  if ([...deeds.querySelectorAll("input")].some((input) => input.value === id)) return;
  const deed = composer.querySelector("#deed").content.cloneNode(true);
  deed.querySelector("input").value = id;
  deed.querySelector("span").textContent = acts;
  deeds.append(deed);
}

restore();
