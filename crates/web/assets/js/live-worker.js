// One per browser: holds the stream and tells every tab. Tabs that join late are told what they missed while loading.
import { keepOpen } from "./stream.js";

const REMEMBERED = 200;
const tabs = new Set();
const recent = []; // {at, topics}, newest last
let state = "lost";
let openedAt = Infinity;

const retry = keepOpen((news) => {
  if (news.state) {
    state = news.state;
    openedAt = state === "open" ? Date.now() : Infinity;
  } else {
    recent.push({ at: Date.now(), topics: news.topics });
    if (recent.length > REMEMBERED) recent.shift();
  }
  for (const tab of tabs) tab.postMessage(news);
});

// `since` is when the tab began to load: the desk may have drawn its page at any moment after that.
function join(tab, since) {
  tabs.add(tab);
  retry();
  if (state !== "open") return tab.postMessage({ state });
  const remembersAll = openedAt < since && (recent.length < REMEMBERED || recent[0].at < since);
  tab.postMessage({ state, caughtUp: remembersAll });
  const topics = recent.filter(({ at }) => at >= since).flatMap((event) => event.topics);
  if (topics.length) tab.postMessage({ topics });
}

self.onconnect = ({ ports: [tab] }) => {
  tab.onmessage = ({ data }) => (data.leave ? tabs.delete(tab) : join(tab, data.since));
};
