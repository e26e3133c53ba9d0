// <call-sound><audio src="…"></audio><p data-gone data-early data-broken></p></call-sound>: when there is no sound, says why.
const WHY = { 410: "gone", 425: "early" };

customElements.define(
  "call-sound",
  class extends HTMLElement {
    connectedCallback() {
      this.sound = this.querySelector("audio");
      this.sound.addEventListener("error", () => this.explain());
    }

    async explain() {
      let why = "broken";
      try {
        const answer = await fetch(this.sound.src, { headers: { Range: "bytes=0-0" } });
        why = WHY[answer.status] ?? why;
      } catch {
        // nothing more is known
      }
      this.querySelector("p").textContent = this.querySelector("p").dataset[why];
      if (why === "gone") this.sound.hidden = true;
    }
  },
);
