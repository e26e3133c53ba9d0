// form[data-in-place]: sent without leaving the page; the answer is morphed in, so that focus and scroll stay.
import { lost } from "./connection.js";
import { morphPage } from "./morph.js";
import { arrived } from "./renew.js";

document.addEventListener("submit", (event) => {
  const form = event.target.closest?.("form[data-in-place]");
  if (!form) return;
  event.preventDefault();
  send(form, event.submitter);
});

async function send(form, button) {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    const body = new URLSearchParams(new FormData(form, button));
    const answer = await fetch(form.action, { method: "POST", body });
    const html = await answer.text();
    if (answer.ok && !isRefusal(html)) form.matches("[data-resets]") ? form.reset() : settle(form);
    if (answer.ok || [401, 409, 422].includes(answer.status)) arrived(answer, html);
    else if (form.matches("[data-once]")) morphPage(html); // sending it again might do it again
    else form.submit(); // the desk's own page says what is wrong
  } catch {
    lost(); // what was chosen stays in the field
  }
  form.ariaBusy = null;
}

// The page says that it was not done: what was typed stays to be mended.
function isRefusal(html) {
  return new DOMParser().parseFromString(html, "text/html").querySelector("#toasts [data-refused]") !== null;
}

// What was sent is what the desk has now: the morph may draw it anew.
function settle(form) {
  for (const option of form.querySelectorAll("option")) option.defaultSelected = option.selected;
  for (const field of form.querySelectorAll("input:not([type=hidden])")) field.defaultValue = field.value;
  if (!form.matches("[data-stays]")) form.closest("details")?.removeAttribute("open");
}
