// <call-transcript>: a line sounds where it is clicked; while the sound plays, the line and the word that are heard are lit.
const LINES = "button[data-sound]";

customElements.define(
  "call-transcript",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", ({ target }) => {
        const line = target.closest(LINES);
        if (line) this.play(line, Number(target.closest("span[data-at]")?.dataset.at ?? line.dataset.at));
      });
      document.addEventListener("sound-time", this.follow);
      this.arrive();
    }

    disconnectedCallback() {
      document.removeEventListener("sound-time", this.follow);
    }

    // An address that names a line begins there.
    arrive() {
      const line = location.hash && this.querySelector(`#${CSS.escape(location.hash.slice(1))} ${LINES}`);
      if (!line) return;
      line.scrollIntoView({ block: "center" });
      this.light(line, Number(line.dataset.at));
      // The player is set up a little later than the page.
      customElements.whenDefined("sound-player").then(() => this.play(line, Number(line.dataset.at)));
    }

    play(line, at) {
      document.getElementById(line.dataset.sound)?.seek?.(at, true);
    }

    follow = ({ target, detail: { ms, playing } }) => {
      const lines = [...this.querySelectorAll(`[data-sound="${CSS.escape(target.id)}"]`)];
      if (!playing || !lines.length) return;
      this.light(lines.findLast((line) => Number(line.dataset.at) <= ms), ms);
    };

    light(line, now) {
      for (const lit of this.querySelectorAll("[aria-current]")) if (lit !== line?.parentElement) lit.removeAttribute("aria-current");
      line?.parentElement.setAttribute("aria-current", "true");
      for (const word of this.querySelectorAll("[data-heard]")) delete word.dataset.heard;
      const words = line ? [...line.querySelectorAll("span[data-at]")] : [];
      const word = words.findLast((one) => Number(one.dataset.at) <= now && now < Number(one.dataset.to) + 300);
      if (word) word.dataset.heard = "";
    }
  },
);
