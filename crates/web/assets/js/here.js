// A tab that crashes says no farewell. While it lives it holds a lock of its own, and the hub waits for that lock: getting it
// means that the tab is gone. Given up on leaving, because a browser keeps no page aside that holds one.

/** Holds a lock while this page is shown; `held` is told its name, anew when the page comes back from aside. */
export function holdWhileHere(held) {
  if (!navigator.locks) return;
  const hold = () => {
    const name = `dozvon-tab-${crypto.randomUUID()}`;
    const here = () => {
      held(name);
      return new Promise((release) => addEventListener("pagehide", release, { once: true }));
    };
    navigator.locks.request(name, here).catch(() => {}); // left before it was held
  };
  hold();
  addEventListener("pageshow", ({ persisted }) => persisted && hold());
}

/** Calls `gone` when whoever holds the lock of this name is gone, unless `signal` says before that nobody wants to know. */
export function whenGone(name, gone, signal) {
  navigator.locks?.request(name, { signal }, gone).catch(() => {}); // nobody wants to know
}
