// <copy-button for="id"><button>…</button><output></output></copy-button> copies the text of #id and says so;
// with data-text="…" it copies that.
const SHOWN = 2000;

customElements.define(
  "copy-button",
  class extends HTMLElement {
    connectedCallback() {
      this.addEventListener("click", () => this.copy());
    }

    async copy() {
      const source = document.getElementById(this.getAttribute("for")) ?? this;
      const text = this.dataset.text ?? source.dataset.copy ?? source.value ?? source.textContent;
      if (await toClipboard(text.trim(), source)) this.confirm();
    }

    confirm() {
      const said = this.querySelector("output");
      said.textContent = this.dataset.done;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => (said.textContent = ""), SHOWN);
    }
  },
);

// The clipboard is closed to pages served over plain HTTP from another machine: there, select and copy the old way.
async function toClipboard(text, source) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text, source);
  }
}

function copySelected(text, source) {
  const before = document.activeElement;
  const field = Object.assign(document.createElement("textarea"), {
    value: text,
    className: "hidden-text",
    readOnly: true,
  });
  source.after(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  before?.focus();
  return copied;
}
