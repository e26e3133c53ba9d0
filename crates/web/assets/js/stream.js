// One stream of change names from the desk, held by the hub.
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15000;

/**
 * Keeps the stream open. `heard` is called with
 * {state: "open"}                after every (re)connection: what happened before it may have been missed,
 * {state: "lost"}                when it breaks; the browser tries again by itself,
 * {state: "refused"}             when the desk said no (signed out, overloaded); tried again with a growing pause,
 * {topics: ["tickets", …]}       when something changed.
 * Returns {retry: try again now if it was refused, idle(whether nobody is at the keyboard), close}.
 */
export function keepOpen(heard) {
  let wait = FIRST_WAIT;
  let timer;
  let source;
  let idle = false;

  function open() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(idle ? "/events?idle" : "/events");
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
  return {
    retry: () => source.readyState === EventSource.CLOSED && open(),
    idle(now) {
      if (now === idle) return;
      idle = now;
      open();
    },
    close() {
      clearTimeout(timer);
      source.close();
    },
  };
}
