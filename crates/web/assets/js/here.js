// A tab that crashes says no farewell. While it lives it holds a lock of its own, and the hub waits for that lock: getting it
// means that the tab is gone. Given up on leaving, because a browser keeps no page aside that holds one.

/** Holds a lock while this page is shown; `held` is told its name, anew when the page comes back from aside. */
export function holdWhileHere(held) {
  if (!navigator.locks) return;
  const hold = () => {
    const name = `dozvon-tab-${crypto.randomUUID()}`;
    navigator.locks.request(name, () => {
      held(name);
      return new Promise((release) => addEventListener("pagehide", release, { once: true }));
    });
  };
  hold();
  addEventListener("pageshow", ({ persisted }) => persisted && hold());
}

/** Calls `gone` when whoever holds the lock of this name is gone. */
export function whenGone(name, gone) {
  navigator.locks?.request(name, gone);
}
