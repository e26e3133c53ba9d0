// a[data-dial-choice]: from which number to call, asked in a dialog over the page. Without a script it is a page of its own.
const dialog = document.getElementById("dial-dialog");

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-dial-choice]");
  if (!dialog || !link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  ask(link.href);
});

dialog?.addEventListener("submit", () => dialog.close());

async function ask(address) {
  try {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const choices = page.getElementById("dial-choices");
    if (!answer.ok || answer.redirected || !choices) return location.assign(address);
    dialog.querySelector("h2").textContent = page.getElementById("dial-title").textContent;
    dialog.querySelector("[data-slot]").replaceChildren(choices);
    dialog.showModal();
    choices.querySelector("button")?.focus();
  } catch {
    location.assign(address);
  }
}
