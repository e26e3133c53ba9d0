// Calls that ring while no page of ours is in sight: announced by the browser, once, and taken back when they ring no longer.

/** `inSight()`, `begins({id, title, text, path})`, `ends(id)`; gives `hear(topics)`. */
export function watchRings({ inSight, begins, ends }) {
  const announced = new Set();
  let asking = false;
  let askAgain = false;

  function hear(topics) {
    const everything = topics.includes("*");
    const begun = (everything || topics.includes("ring")) && !inSight();
    const known = announced.size && (everything || topics.some((topic) => announced.has(topic.slice("call:".length))));
    if (begun || known) ask();
  }

  async function ask() {
    if (asking) return void (askAgain = true);
    asking = true;
    try {
      const answer = await fetch("/around/ring/news", { headers: { "X-Live": "1" } });
      if (answer.ok && !answer.redirected) take(await answer.json());
    } catch {
      // the stream is lost too
    }
    asking = false;
    if (askAgain) {
      askAgain = false;
      ask();
    }
  }

  function take({ quiet, items }) {
    for (const id of announced) {
      if (items.some((ring) => ring.id === id)) continue;
      announced.delete(id);
      ends(id);
    }
    for (const ring of items) {
      if (quiet || announced.has(ring.id) || inSight()) continue;
      announced.add(ring.id);
      begins(ring);
    }
  }

  return { hear };
}
