// <fold-out><details>…</details></fold-out>: also closes by Escape and by a click elsewhere.
customElements.define(
  "fold-out",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("keydown", this.escape);
      document.addEventListener("pointerdown", this.elsewhere);
    }

    disconnectedCallback() {
      document.removeEventListener("pointerdown", this.elsewhere);
    }

    elsewhere = ({ target }) => {
      const details = this.querySelector("details");
      if (details && !this.contains(target)) details.open = false;
    };

    escape = (event) => {
      const details = this.querySelector("details");
      if (event.key !== "Escape" || !details.open) return;
      event.stopPropagation();
      details.open = false;
      details.querySelector("summary").focus();
    };
  },
);

// A form that asks ends up in an address: what was left empty need not stand there.
document.addEventListener("submit", ({ target }) => {
  if (!target.matches(".filter-form")) return;
  const empty = [...target.elements].filter((field) => field.name && !field.value);
  for (const field of empty) field.disabled = true;
  setTimeout(() => empty.forEach((field) => (field.disabled = false)));
});
