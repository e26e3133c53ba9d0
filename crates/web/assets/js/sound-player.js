// <sound-player><audio controls src="…"></audio>…</sound-player>: the player of a recording. Without a script its <audio> plays by itself.
//
// For whoever works beside it (a transcript, a list of found lines):
//   player.seek(ms, true)   goes to that place; true: and plays from there
//   player.position         where it is, in milliseconds
//   player.isPlaying
//   event "sound-time"      bubbles; detail {ms, playing}: ten times a second while it plays, and whenever the place changes
// A <section data-wave="address"> around it says where its drawing is, as soon as there is one.
import { isTyping } from "./keys.js";
import { draw, show } from "./wave.js";
import { takeKeys } from "./media-keys.js";

const WHY = { 410: "gone", 425: "early", 403: "denied" };
const SPEEDS = [1, 1.25, 1.5, 1.75, 2];
const SPEED = "sound:speed";
const SKIP = 10;
const TOLD_EVERY = 100;

/** The player that was used last: keys pressed anywhere on the page are for it. */
let inHand = null;

customElements.define(
  "sound-player",
  class extends HTMLElement {
    connectedCallback() {
      if (this.sound) return; // moved within the page
      this.sound = this.querySelector("audio");
      this.place = this.querySelector("input[type=range]");
      this.listen();
      this.setSpeed(Number(localStorage.getItem(SPEED)) || 1);
      const around = this.parentElement;
      new MutationObserver(() => this.fetchWave()).observe(around, { attributeFilter: ["data-wave"] });
      new IntersectionObserver(([seen], watch) => {
        if (!seen.isIntersecting) return;
        watch.disconnect();
        this.isSeen = true;
        this.fetchWave();
      }).observe(this);
      this.tellTime();
    }

    seek(ms, play = false) {
      const to = Math.max(0, ms / 1000);
      if (this.sound.readyState > 0) this.sound.currentTime = to;
      else {
        this.sound.addEventListener("loadedmetadata", () => (this.sound.currentTime = to), { once: true });
        this.sound.preload = "metadata";
        this.sound.load();
      }
      if (play) this.play();
    }

    get position() {
      return Math.round(this.sound.currentTime * 1000);
    }

    get isPlaying() {
      return !this.sound.paused;
    }

    /** Seconds; told by the desk until the browser has found out itself. */
    get lasts() {
      return Number.isFinite(this.sound.duration) ? this.sound.duration : Number(this.dataset.seconds) || 0;
    }

    play() {
      // A browser that may not play says so in the error event.
      this.sound.play().catch(() => {});
    }

    toggle() {
      if (this.isPlaying) this.sound.pause();
      else this.play();
    }

    skip(seconds) {
      const end = this.lasts || Infinity;
      this.seek(1000 * Math.min(this.sound.currentTime + seconds, end));
    }

    listen() {
      const on = (names, deed) => names.forEach((name) => this.sound.addEventListener(name, deed));
      on(["play"], () => this.began());
      on(["play", "pause", "ended"], () => this.showState());
      on(["seeking", "seeked", "loadedmetadata", "durationchange", "pause", "ended"], () => this.tellTime());
      on(["ended"], () => this.goOn());
      on(["error"], () => this.explain());
      this.addEventListener("click", ({ target }) => this.press(target.closest("button")));
      this.place.addEventListener("input", () => this.seek(Number(this.place.value) * 1000));
      this.addEventListener("keydown", (event) => this.key(event));
    }

    press(button) {
      if (!button) return;
      if (button.dataset.skip) this.skip(Number(button.dataset.skip));
      else if (button.matches(".player-speed")) this.setSpeed(SPEEDS.find((speed) => speed > this.sound.playbackRate) ?? 1);
      else this.toggle();
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const onButton = event.target.matches("button");
      const deed = { Space: onButton ? null : () => this.toggle(), ArrowLeft: () => this.skip(-SKIP), ArrowRight: () => this.skip(SKIP) }[event.code];
      if (!deed) return;
      event.preventDefault();
      event.stopPropagation();
      deed();
    }

    setSpeed(speed) {
      this.sound.defaultPlaybackRate = this.sound.playbackRate = speed;
      if (speed === 1) localStorage.removeItem(SPEED);
      else localStorage.setItem(SPEED, speed);
      const shown = new Intl.NumberFormat(document.documentElement.lang).format(speed);
      const button = this.querySelector(".player-speed");
      button.textContent = `${shown}×`;
      button.setAttribute("aria-label", `${button.dataset.label} ${shown}`);
    }

    began() {
      for (const other of document.querySelectorAll("sound-player")) if (other !== this) other.sound?.pause();
      inHand = this;
      this.sound.playbackRate = this.sound.defaultPlaybackRate;
      this.querySelector("[role=status]").textContent = "";
      takeKeys(this, SKIP);
      this.follow();
    }

    // While it plays the place moves on; the last word is told when it stops.
    follow() {
      let told = 0;
      const step = (now) => {
        if (!this.isPlaying) return;
        if (now - told >= TOLD_EVERY) {
          told = now;
          this.tellTime();
        }
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    }

    tellTime() {
      const [at, lasts] = [this.sound.currentTime, this.lasts];
      this.place.max = lasts || 1;
      this.place.value = at;
      this.place.setAttribute("aria-valuetext", `${clock(at)} / ${clock(lasts)}`);
      this.querySelector(".player-time time").textContent = clock(at);
      this.querySelector(".player-time span").textContent = lasts ? ` / ${clock(lasts)}` : "";
      show(this, lasts ? at / lasts : 0);
      this.dispatchEvent(new CustomEvent("sound-time", { bubbles: true, detail: { ms: this.position, playing: this.isPlaying } }));
    }

    showState() {
      this.querySelector(".player").dataset.state = this.isPlaying ? "playing" : "paused";
      const button = this.querySelector(".player-play");
      button.setAttribute("aria-label", this.isPlaying ? button.dataset.pause : button.dataset.play);
    }

    // The parts of one call are heard one after another.
    goOn() {
      const next = this.dataset.next && document.getElementById(this.dataset.next);
      next?.seek(0, true);
    }

    async fetchWave() {
      const address = this.parentElement?.dataset.wave;
      if (!address || !this.isSeen || this.drawn === address) return;
      this.drawn = address;
      try {
        const answer = await fetch(address);
        if (answer.ok) draw(this, await answer.json());
        this.tellTime();
      } catch {
        this.drawn = ""; // another look when the page is renewed
      }
    }

    async explain() {
      let why = "broken";
      try {
        const answer = await fetch(this.sound.src, { headers: { Range: "bytes=0-0" } });
        why = WHY[answer.status] ?? why;
      } catch {
        // nothing more is known
      }
      const words = this.querySelector("[role=status]");
      words.textContent = words.dataset[why];
    }
  },
);

// Space and the arrows are for the player that was used last, wherever nothing else wants them.
document.addEventListener("keydown", (event) => {
  if (!inHand?.isConnected || event.defaultPrevented || isTyping(event.target)) return;
  if (event.target.closest?.("a, button, input, select, textarea, summary, [tabindex]:not(main)")) return;
  inHand.key(event);
});

function clock(seconds) {
  const whole = Math.floor(seconds);
  const two = (n) => String(n % 60).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes}:${two(whole)}` : `${Math.floor(minutes / 60)}:${two(minutes)}:${two(whole)}`;
}
