// The desk's time as well as this machine can tell it: relative times must not depend on a wrong clock here.
let ahead = 0;

/** Learns the desk's time from an HTTP date or an RFC 3339 moment. */
export function settle(moment) {
  const theirs = Date.parse(moment ?? "");
  if (!Number.isNaN(theirs) && Math.abs(theirs - Date.now()) > 2000) ahead = theirs - Date.now();
  else ahead = 0;
}

export function now() {
  return Date.now() + ahead;
}

settle(document.querySelector("meta[name=now]")?.content);
