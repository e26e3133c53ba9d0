// Announces a notice: on this page when it is in sight, else by the browser where that was allowed; and counts what is new in the title.
const STAYS = 8000;
const shown = new Map(); // what the browser shows, until it is over
const SOUNDS = [660, 880]; // two short tones, made here

/** Puts the count of what is new before the title. */
export function showUnread(count) {
  const bell = document.getElementById("bell");
  if (bell) bell.dataset.unread = count;
  const title = document.title.replace(/^\(\d+\+?\) /, "");
  document.title = count > 0 ? `(${count > 99 ? "99+" : count}) ${title}` : title;
}

/** The count as the page itself has it. */
export function countAgain() {
  const bell = document.getElementById("bell");
  if (bell) showUnread(Number(bell.dataset.unread));
}

export function announce(notice) {
  const byBrowser = !notice.inSight && notice.in_browser && allowed();
  if (byBrowser) inBrowser(notice);
  else if (notice.in_page) onPage(notice);
  if (notice.sound) sound();
}

function allowed() {
  return "Notification" in window && Notification.permission === "granted";
}

function inBrowser({ id, title, text, path }) {
  const one = new Notification(title, { body: text, tag: id, lang: document.documentElement.lang });
  one.onclick = () => {
    window.focus();
    location.assign(path);
    one.close();
  };
  one.onclose = () => shown.delete(id);
  shown.set(id, one);
}

/** Takes back what the browser shows of something that is over. */
export function hush(id) {
  shown.get(id)?.close();
  shown.delete(id);
}

function onPage({ title, text, path }) {
  const shape = document.getElementById("told-one");
  if (!shape) return;
  const one = shape.content.firstElementChild.cloneNode(true);
  const link = one.querySelector("a");
  link.href = path;
  link.querySelector("b").textContent = title;
  link.querySelector("span").textContent = text;
  document.getElementById("told").append(one);
  let timer = setTimeout(() => one.remove(), STAYS);
  const stay = () => clearTimeout(timer);
  const go = () => {
    stay();
    timer = setTimeout(() => one.remove(), STAYS);
  };
  for (const deed of ["pointerenter", "focusin"]) one.addEventListener(deed, stay);
  for (const deed of ["pointerleave", "focusout"]) one.addEventListener(deed, go);
  one.querySelector("button").addEventListener("click", () => one.remove());
}

async function sound() {
  try {
    const context = new AudioContext();
    if (context.state === "suspended") return void context.close(); // the browser lets no page sound that nobody has touched
    SOUNDS.forEach((pitch, place) => tone(context, pitch, context.currentTime + place * 0.16));
    setTimeout(() => context.close(), 1000);
  } catch {
    // a machine without sound
  }
}

function tone(context, pitch, at) {
  const voice = context.createOscillator();
  const loudness = context.createGain();
  voice.frequency.value = pitch;
  loudness.gain.setValueAtTime(0.0001, at);
  loudness.gain.exponentialRampToValueAtTime(0.12, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.15);
  voice.connect(loudness).connect(context.destination);
  voice.start(at);
  voice.stop(at + 0.16);
}
