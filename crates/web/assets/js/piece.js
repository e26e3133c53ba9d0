// A piece of the frame that is fetched by itself and morphed in place: one request at a time, some while apart, none while the tab
// is out of sight.
import { morphParts } from "./morph.js";

/** `address()` gives where it is, `parts` are the ids in it, `pause(took)` says after how many milliseconds it may be asked for again
 *  when an answer took so many. Returns how to ask for it as soon as it may be had. */
export function piece(address, parts, pause) {
  let wanted = false;
  let running = false;

  async function pump() {
    if (running || !wanted || document.hidden) return;
    running = true;
    wanted = false;
    const asked = performance.now();
    try {
      const answer = await fetch(address(), { headers: { "X-Live": "1" } });
      if (answer.ok && !answer.redirected) morphParts(await answer.text(), parts);
    } catch {
      // the stream is lost too, and everything is fetched anew when it is found
    }
    setTimeout(() => {
      running = false;
      pump();
    }, pause(performance.now() - asked));
  }

  document.addEventListener("visibilitychange", () => pump());
  return () => {
    wanted = true;
    pump();
  };
}
