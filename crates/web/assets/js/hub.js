// What holds the one stream of a browser: passes what changed on to every tab, has each notice announced by one tab only,
// and tells the desk when nobody has touched any of them for a while.
import { whenGone } from "./here.js";
import { watchRings } from "./hub-rings.js";
import { keepOpen } from "./stream.js";

const REMEMBERED = 200;
const IDLE_AFTER = 10 * 60 * 1000;
const ANSWER_WITHIN = 1500;

export function makeHub() {
  const tabs = new Map(); // tab -> {visible, seen, lock}
  const recent = []; // {at, topics}, newest last
  const waiting = new Map(); // notice -> what to do when no tab has taken it
  let state = "lost";
  let openedAt = Infinity;
  let newest = null; // the latest notice known here
  let asking = false;
  let askAgain = false;
  let touchedAt = Date.now();
  const closing = new AbortController();

  const stream = keepOpen((news) => {
    if (news.state) {
      state = news.state;
      openedAt = state === "open" ? Date.now() : Infinity;
      if (state === "open") catchUp();
    } else {
      recent.push({ at: Date.now(), topics: news.topics });
      if (recent.length > REMEMBERED) recent.shift();
      if (news.topics.some((topic) => topic === "notices" || topic === "*")) askForNotices();
      rings.hear(news.topics);
    }
    for (const tab of tabs.keys()) tab.post(news);
  });

  const rings = watchRings({
    inSight: () => [...tabs.values()].some(({ visible }) => visible),
    begins: (ring) => announce({ ...ring, in_page: false, in_browser: true, sound: false }, order()),
    ends: (id) => {
      for (const tab of tabs.keys()) tab.post({ over: id });
    },
  });
  const idling = setInterval(() => stream.idle(Date.now() - touchedAt > IDLE_AFTER), 30_000);

  // What began while nobody listened.
  function catchUp() {
    askForNotices();
    rings.hear(["*"]);
  }

  // `since` is when the tab began to load: the desk may have drawn its page at any moment after that.
  function join(tab, { since, visible, lock }) {
    tabs.set(tab, { visible, seen: visible ? Date.now() : 0 });
    if (lock) follow(tab, lock);
    touched();
    stream.retry();
    if (state !== "open") return tab.post({ state });
    const remembersAll = openedAt < since && (recent.length < REMEMBERED || recent[0].at < since);
    tab.post({ state, caughtUp: remembersAll });
    const topics = recent.filter(({ at }) => at >= since).flatMap((event) => event.topics);
    if (topics.length) tab.post({ topics });
  }

  // A tab that came back holds another lock: the end of the first says nothing about it.
  function follow(tab, lock) {
    const known = tabs.get(tab);
    if (!known || known.lock === lock) return;
    known.lock = lock;
    const gone = () => tabs.get(tab)?.lock === lock && tabs.delete(tab);
    whenGone(lock, gone, closing.signal);
  }

  function touched() {
    touchedAt = Date.now();
    stream.idle(false);
  }

  async function askForNotices() {
    if (asking) return void (askAgain = true);
    asking = true;
    try {
      const answer = await fetch(`/notices/news${newest ? `?after=${newest}` : ""}`, { headers: { "X-Live": "1" } });
      if (answer.ok && !answer.redirected) take(await answer.json());
    } catch {
      // the stream is lost too, and asks again when it is found
    }
    asking = false;
    if (askAgain) {
      askAgain = false;
      askForNotices();
    }
  }

  function take(news) {
    newest = news.newest ?? newest;
    for (const tab of tabs.keys()) tab.post({ unread: news.unread });
    for (const notice of news.items) announce(notice, order());
  }

  // The tab in sight first, then those looked at last.
  function order() {
    const all = [...tabs.entries()];
    all.sort(([, a], [, b]) => b.visible - a.visible || b.seen - a.seen);
    return all.map(([tab]) => tab);
  }

  function announce(notice, [tab, ...others]) {
    if (!tab) return;
    const inSight = tabs.get(tab)?.visible ?? false;
    // A tab that the browser has put to sleep does not answer. One that holds this hub answers before the asking returns.
    const timer = setTimeout(() => announce(notice, others), ANSWER_WITHIN);
    waiting.set(notice.id, timer);
    tab.post({ notice: { ...notice, inSight } });
  }

  function announced(id) {
    clearTimeout(waiting.get(id));
    waiting.delete(id);
  }

  return {
    close() {
      clearInterval(idling);
      closing.abort();
      stream.close();
    },
    hear(tab, said) {
      if (said.leave) tabs.delete(tab);
      else if (said.told) announced(said.told);
      else if (said.touched) touched();
      else if ("since" in said) join(tab, said);
      else if (said.lock) follow(tab, said.lock);
      else if ("visible" in said) {
        const known = tabs.get(tab);
        if (known) Object.assign(known, { visible: said.visible, seen: Date.now() });
      }
    },
  };
}
