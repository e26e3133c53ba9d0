// input[data-clients="address"]: clients that fit what is typed are offered in its list.
const PAUSE = 200;
const SHORTEST = 2;
let timer;

document.addEventListener("input", ({ target }) => {
  if (!target.matches?.("input[data-clients]")) return;
  clearTimeout(timer);
  if (target.value.trim().length >= SHORTEST) timer = setTimeout(() => offer(target), PAUSE);
});

async function offer(input) {
  const typed = input.value;
  if ([...input.list.options].some(({ value }) => value === typed)) return;
  try {
    const answer = await fetch(`${input.dataset.clients}?q=${encodeURIComponent(typed)}`);
    if (!answer.ok || answer.redirected || input.value !== typed) return;
    const { clients } = await answer.json();
    input.list.replaceChildren(...clients.map(({ value, label }) => Object.assign(document.createElement("option"), { value, label })));
  } catch {
    // without offers one types the whole number or name
  }
}
