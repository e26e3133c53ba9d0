// <ask-browser>: the button that asks the browser to let the desk announce notices, and what came of it. Asked for by hand only.
customElements.define(
  "ask-browser",
  class extends HTMLElement {
    connectedCallback() {
      this.show();
      this.querySelector("button").addEventListener("click", async () => {
        await Notification.requestPermission();
        this.show();
      });
    }

    show() {
      const state = !isSecureContext ? "insecure" : !("Notification" in window) ? "missing" : Notification.permission;
      for (const part of this.querySelectorAll("[data-when]")) part.hidden = part.dataset.when !== state;
    }
  },
);
