// Says quietly that the page may be behind, once the stream has been gone for longer than a hiccup.
const HICCUP = 5000;
let timer;

export function lost() {
  timer ??= setTimeout(() => show(true), HICCUP);
}

export function found() {
  clearTimeout(timer);
  timer = undefined;
  show(false);
}

function show(visible) {
  document.getElementById("connection")?.toggleAttribute("hidden", !visible);
}
