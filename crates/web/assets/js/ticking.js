// Keeps times moving: <time data-ago> says how long ago ("3 мин. назад"), <time data-since> counts up (2:14), <time data-waiting> says how long ("24 мин"), <time data-clock> what the clock shows in a zone.
import { now } from "./clock.js";

const STEPS = [
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];
const inWords = new Intl.RelativeTimeFormat(document.documentElement.lang, { style: "short" });

/** Brings every moving time up to date. */
export function tick() {
  for (const time of document.querySelectorAll("time[data-ago]")) say(time, ago(age(time)));
  for (const time of document.querySelectorAll("time[data-since]")) say(time, counted(age(time)));
  for (const time of document.querySelectorAll("time[data-waiting]")) say(time, lasting(age(time)));
  for (const time of document.querySelectorAll("time[data-clock]")) say(time, hour(time.dataset.clock));
}

function hour(zone) {
  return new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(now());
}

setInterval(() => document.hidden || tick(), 1000);

function age(time) {
  return Math.max(0, Math.floor((now() - Date.parse(time.dateTime)) / 1000));
}

function ago(seconds) {
  const [unit, size] = STEPS.find(([, size]) => seconds >= size) ?? STEPS.at(-1);
  return inWords.format(-Math.floor(seconds / size), unit);
}

function counted(seconds) {
  const two = (n) => String(n % 60).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}:${two(seconds)}` : `${Math.floor(minutes / 60)}:${two(minutes)}:${two(seconds)}`;
}

function lasting(seconds) {
  const [unit, size] = STEPS.find(([unit, size]) => unit !== "second" && seconds >= size) ?? STEPS.at(-2);
  const shape = { style: "unit", unit, unitDisplay: "short" };
  return new Intl.NumberFormat(document.documentElement.lang, shape).format(Math.floor(seconds / size));
}

function say(time, text) {
  if (time.textContent !== text) time.textContent = text;
}
