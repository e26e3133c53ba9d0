// One stream of change names from the desk. Used by the shared worker, or by a tab where there is none.
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15000;

/**
 * Keeps the stream open. `heard` is called with
 * {state: "open"}                after every (re)connection: what happened before it may have been missed,
 * {state: "lost"}                when it breaks; the browser tries again by itself,
 * {state: "refused"}             when the desk said no (signed out, overloaded); tried again with a growing pause,
 * {topics: ["tickets", …]}       when something changed.
 * Returns a function that tries again now if it was refused.
 */
export function keepOpen(heard) {
  let wait = FIRST_WAIT;
  let timer;
  let source;

  function open() {
    clearTimeout(timer);
    source = new EventSource("/events");
    source.onopen = () => {
      wait = FIRST_WAIT;
      heard({ state: "open" });
    };
    source.onmessage = ({ data }) => heard({ topics: JSON.parse(data).topics });
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return heard({ state: "lost" });
      heard({ state: "refused" });
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  }

  open();
  return () => source.readyState === EventSource.CLOSED && open();
}
