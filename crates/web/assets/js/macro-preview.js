// form[data-preview="address"]: what a macro will write is shown as it is typed.
const PAUSE = 250;
let timer;

document.addEventListener("input", ({ target }) => {
  const form = target.closest?.("form[data-preview]");
  if (!form || target.name !== "text") return;
  clearTimeout(timer);
  timer = setTimeout(() => show(form), PAUSE);
});

async function show(form) {
  const text = form.elements.text.value;
  try {
    const answer = await fetch(form.dataset.preview, { method: "POST", body: new URLSearchParams({ text }) });
    if (!answer.ok || answer.redirected) return;
    const said = await answer.json();
    if (form.elements.text.value !== text) return;
    const place = form.querySelector("[data-shown]");
    place.textContent = said.text ?? said.mistake;
    place.toggleAttribute("data-wrong", !said.text && !!said.mistake);
  } catch {
    // the desk is away: it shows the text when the form is sent
  }
}
