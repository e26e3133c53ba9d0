// One per browser: holds the stream and tells every tab.
import { makeHub } from "./hub.js";

const hub = makeHub();

self.onconnect = ({ ports: [port] }) => {
  const tab = { post: (news) => port.postMessage(news) };
  port.onmessage = ({ data }) => hub.hear(tab, data);
};
