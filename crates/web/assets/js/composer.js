// form[data-draft="tkt_…"]: what is being written is kept in this browser until the desk has it; Ctrl+Enter sends.
import { lost } from "./connection.js";
import { arrived, renew } from "./renew.js";

const form = (node) => node.closest?.("form[data-draft]");
const key = (composer) => `draft:${composer.dataset.draft}`;
const field = (composer) => composer.querySelector("textarea");

function restore() {
  for (const composer of document.querySelectorAll("form[data-draft]")) {
    const draft = localStorage.getItem(key(composer));
    if (draft && !field(composer).value) field(composer).value = draft;
  }
}

document.addEventListener("input", ({ target }) => {
  const composer = form(target);
  if (composer) localStorage.setItem(key(composer), field(composer).value);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  form(event.target)?.requestSubmit();
});

document.addEventListener("submit", (event) => {
  const composer = form(event.target);
  if (!composer) return;
  event.preventDefault();
  send(composer, event.submitter ?? composer.querySelector("button:not([type=button])"));
});

async function send(composer, button) {
  if (button.ariaBusy === "true") return;
  button.ariaBusy = "true";
  try {
    const answer = await fetch(composer.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(composer, button)),
    });
    const html = await answer.text();
    if (answer.ok && !answer.url.endsWith("/sign_in")) {
      localStorage.removeItem(key(composer));
      field(composer).value = "";
    }
    if (answer.ok || [401, 422].includes(answer.status)) arrived(answer, html);
    else composer.submit(); // the desk's own page says what is wrong
  } catch {
    lost(); // what was written stays in the field and in the draft
    renew();
  }
  button.ariaBusy = null;
}

restore();
