// <ask-first><details><summary>Отозвать</summary>…question and the form that does it…</details></ask-first>
// Works as it is; here it also closes by Escape, by "no" ([data-no]) and by a click elsewhere.
customElements.define(
  "ask-first",
  class extends HTMLElement {
    connectedCallback() {
      this.details = this.querySelector("details");
      if (!this.details) return;
      this.details.addEventListener("toggle", () => this.details.open && this.querySelector("[data-first], input:not([type=hidden]), textarea, [data-no], .macros a")?.focus());
      this.addEventListener("keydown", ({ key }) => key === "Escape" && this.close());
      this.addEventListener("click", ({ target }) => target.closest("[data-no]") && this.close());
      document.addEventListener("pointerdown", this.elsewhere);
    }

    disconnectedCallback() {
      document.removeEventListener("pointerdown", this.elsewhere);
    }

    elsewhere = ({ target }) => {
      if (!this.contains(target)) this.details.open = false;
    };

    close() {
      if (!this.details.open) return;
      this.details.open = false;
      this.querySelector("summary").focus();
    }
  },
);
