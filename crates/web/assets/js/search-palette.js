// <search-palette>: the dialog that finds and does. Ctrl+K and / open it; the desk draws what stands in it, here one walks it.
const WAIT = 90; // ms between two letters of somebody who types
const KEPT = 12;
const KEPT_KINDS = /^\/(tickets\/\d+|clients\/cl_[0-9a-f]+|calls\/call_[0-9a-f]+)$/;

customElements.define(
  "search-palette",
  class extends HTMLElement {
    connectedCallback() {
      this.dialog = this.querySelector("dialog");
      this.input = this.querySelector("input");
      this.list = this.querySelector("[role=listbox]");
      this.none = this.querySelector(".palette-none");
      this.told = this.querySelector("[data-told]");
      this.field = document.getElementById("q");
      this.input.addEventListener("input", () => this.ask(WAIT));
      this.input.addEventListener("keydown", (event) => this.walk(event));
      this.list.addEventListener("pointermove", ({ target }) => this.choose(target.closest?.("[role=option]")));
      this.list.addEventListener("click", (event) => this.press(event));
      this.dialog.addEventListener("click", ({ target }) => {
        if (target === this.dialog || target.closest("[data-close]")) this.dialog.close();
      });
      this.dialog.addEventListener("close", () => this.asking?.abort());
      this.field?.addEventListener("click", () => this.open());
      this.field?.addEventListener("input", () => this.open());
      this.field?.addEventListener("keydown", (event) => event.key === "ArrowDown" && (event.preventDefault(), this.open()));
      document.addEventListener("palette", () => this.open());
      this.remember();
    }

    open() {
      if (this.dialog.open) return this.input.select();
      if (document.querySelector("dialog[open]")) return;
      this.input.value = this.field?.value ?? "";
      this.dialog.showModal();
      if (this.field?.matches(":focus")) this.input.setSelectionRange(this.input.value.length, this.input.value.length);
      else this.input.select();
      this.ask(0);
    }

    async ask(wait) {
      this.asking?.abort();
      this.asking = new AbortController();
      const { signal } = this.asking;
      await new Promise((done) => setTimeout(done, wait));
      if (signal.aborted) return;
      const query = new URLSearchParams({ q: this.input.value, here: location.pathname + location.search });
      if (!this.input.value.trim()) for (const address of this.kept()) query.append("recent", address);
      try {
        const answer = await fetch(`/search/palette?${query}`, { headers: { "X-Live": "1" }, signal });
        if (answer.status === 401) return location.assign("/sign_in");
        if (answer.ok) this.show(await answer.text());
      } catch (error) {
        if (error.name !== "AbortError") this.show("");
      }
    }

    show(html) {
      this.list.innerHTML = html;
      this.chosen = null;
      this.input.removeAttribute("aria-activedescendant");
      const options = this.options();
      const found = options.filter((option) => option.id !== "palette-whole");
      this.none.hidden = found.length > 0;
      this.told.textContent = found.length ? String(found.length) : this.none.textContent;
      this.list.hidden = !options.length;
      this.choose(options[0]);
    }

    options() {
      return [...this.list.querySelectorAll("[role=option]")];
    }

    choose(option) {
      if (!option || option === this.chosen) return;
      this.chosen?.setAttribute("aria-selected", "false");
      this.chosen = option;
      option.setAttribute("aria-selected", "true");
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }

    walk(event) {
      const options = this.options();
      const at = options.indexOf(this.chosen);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: Math.min(at + 8, options.length - 1), PageUp: Math.max(at - 8, 0) }[event.key];
      if (to !== undefined) {
        event.preventDefault();
        this.choose(options.at(to % options.length));
      } else if (event.key === "Enter" && !(event.ctrlKey || event.metaKey) && this.chosen?.isConnected) {
        event.preventDefault();
        this.chosen.click();
      } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.querySelector("form").requestSubmit();
      }
    }

    press(event) {
      const option = event.target.closest("[role=option]");
      if (!option) return;
      if (option.getAttribute("href") === "#keys") {
        event.preventDefault();
        this.dialog.close();
        document.getElementById("keys")?.showModal();
      } else if (option.dataset.action) {
        this.send(option.dataset);
      }
    }

    send({ action, field, value, next }) {
      const form = document.createElement("form");
      Object.assign(form, { method: "post", action });
      for (const [name, text] of [[field, value], ["next", next]]) {
        const input = document.createElement("input");
        Object.assign(input, { type: "hidden", name, value: text });
        form.append(input);
      }
      document.body.append(form);
      form.submit();
    }

    // Only addresses are kept here; what stands there is the desk's to say, and only to those who may see it.
    get place() {
      return `recent:${this.dataset.me}`;
    }

    kept() {
      return (localStorage.getItem(this.place) ?? "").split(" ").filter(Boolean).filter((address) => address !== location.pathname);
    }

    remember() {
      if (!KEPT_KINDS.test(location.pathname)) return;
      localStorage.setItem(this.place, [location.pathname, ...this.kept()].slice(0, KEPT).join(" "));
    }
  },
);
