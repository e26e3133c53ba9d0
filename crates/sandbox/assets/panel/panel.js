// The panel: sends what is filled in, and shows the calls and deliveries every second.
const words = JSON.parse(document.body.dataset.words);
const language = document.body.dataset.language;
const find = (id) => document.getElementById(id);
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
const shown = { calls: "", deliveries: "" };

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== null && text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function cell(...content) {
  const made = element("td");
  made.append(...content.filter((part) => part !== null && part !== undefined && part !== ""));
  return made;
}

function time(at) {
  const made = element("time", clock.format(new Date(at)), { datetime: at, title: new Date(at).toLocaleString(language) });
  return cell(made);
}

function number(digits) {
  const russian = /^7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(digits ?? "");
  if (!digits) return words.withheld;
  return russian ? `+7 ${russian[1]} ${russian[2]}-${russian[3]}-${russian[4]}` : `+${digits}`;
}

function seconds(count) {
  if (!count) return "";
  return `${Math.floor(count / 60)}:${String(count % 60).padStart(2, "0")}`;
}

async function send(method, path, body) {
  try {
    const answer = await fetch(path, { method, body: body && JSON.stringify(body) });
    const content = await answer.json();
    return answer.ok ? { content } : { fault: language === "ru" ? content.detail_ru ?? content.detail : content.detail };
  } catch {
    return { fault: words.unreachable };
  }
}

function say(where, { fault }, text) {
  where.textContent = fault ?? text;
  where.dataset.state = fault ? "bad" : "good";
}

// Who is in a live call, and how far each has come.
function legs(it) {
  return it.legs.map((leg) => element("small", `${leg.is_client ? number(leg.number ?? it.client_number) : leg.operator ?? number(leg.number)}: ${leg.state}`));
}

// Why a delivery failed, in the reader's language where it is one of the usual reasons.
function failure(error) {
  if (error === "no answer in time") return words.no_answer_in_time;
  return /refused/i.test(error ?? "") ? words.refused : error;
}

// One row of the list of calls.
function call(it) {
  const row = element("tr");
  const state = it.state === "finished" ? (it.is_lost ? "lost" : "good") : it.state;
  const word = { ringing: words.ringing, talking: words.talking, lost: words.lost, good: words.talked }[state];
  const arrow = it.direction === "in" ? "↘ " : "↗ ";
  const client = element("span", arrow + number(it.client_number), { class: "num" });
  const sounds = it.recordings.filter((record) => record.ready).map((record) =>
    element("a", `${words.recording} ${seconds(record.seconds)}`, { href: new URL(record.link).pathname, target: "_blank", rel: "noopener" }));
  const act = it.state === "finished" ? null : element("button", words.hang_up, { class: "button", "data-kind": "danger", "data-hang-up": it.call_session_id });
  row.append(
    time(it.started_at),
    cell(client, it.client_name && element("small", it.client_name)),
    cell(it.operators.length ? it.operator_name : ""),
    cell(words.scenarios[it.scenario] ?? it.scenario, element("small", it.source === "va" ? it.call_session_id : `${it.call_session_id}, ${words.callapi}`)),
    cell(element("span", word, { class: "state", "data-state": state, title: words.reasons[it.finish_reason] ?? it.finish_reason ?? "" }), ...legs(it)),
    cell(seconds(it.talk_seconds)),
    cell(...sounds.flatMap((link) => [link, " "]), act),
  );
  return row;
}

// One row of the list of deliveries.
function delivery(it) {
  const row = element("tr");
  const good = it.status >= 200 && it.status < 300;
  const word = it.outcome === "dropped" ? words.dropped : it.outcome === "failed" ? words.failed : String(it.status);
  const again = it.duplicate || it.attempt > 1 ? element("small", `${words.again} ${it.duplicate ? "×2" : it.attempt}`) : null;
  const open = element("button", "…", { class: "button", "data-kind": "plain", "aria-label": `${words.events[it.notification_mnemonic]} ${it.call_session_id}` });
  open.addEventListener("click", () => letter(it));
  row.append(
    time(it.at),
    cell(element("span", words.events[it.notification_mnemonic], { title: it.notification_mnemonic })),
    cell(String(it.call_session_id)),
    cell(element("span", word, { class: "state", "data-state": good ? "good" : "lost", title: failure(it.error) ?? "" }), again),
    cell(String(it.ms)),
    cell(open),
  );
  return row;
}

function letter(it) {
  find("letter-head").textContent = it.notification_mnemonic;
  find("letter-sent").textContent = it.sent;
  find("letter-answer").textContent = failure(it.error) ?? `${it.status ?? ""} ${it.answer ?? ""}`;
  find("letter").showModal();
}

async function refresh(name, path, row, nothing) {
  const { content } = await send("GET", path);
  if (!content || JSON.stringify(content) === shown[name]) return;
  shown[name] = JSON.stringify(content);
  const rows = content[name].map(row);
  if (!rows.length) {
    const empty = element("tr");
    empty.append(element("td", nothing, { colspan: 7, class: "empty" }));
    rows.push(empty);
  }
  find(name).replaceChildren(...rows);
}

async function watch() {
  if (!document.hidden) {
    await refresh("calls", "/panel/calls?limit=25", call, words.nothing_called);
    await refresh("deliveries", "/panel/deliveries?limit=100", delivery, words.nothing_told);
  }
  setTimeout(watch, 1000);
}

find("dial").addEventListener("submit", async (event) => {
  event.preventDefault();
  const wish = Object.fromEntries(new FormData(event.target));
  const operator = wish.operator_id ? { operator_id: Number(wish.operator_id) } : {};
  delete wish.operator_id;
  const answer = await send("POST", "/panel/calls", { ...wish, ...operator, speed: Number(wish.speed) });
  say(find("dialled"), answer, `${words.placed} ${answer.content?.call_session_id}`);
});

find("dial").addEventListener("change", (event) => {
  if (event.target.name !== "direction") return;
  const outgoing = event.target.value === "out";
  const scenario = find("scenario");
  for (const option of scenario.options) option.disabled = outgoing && option.hasAttribute("data-incoming");
  if (scenario.selectedOptions[0].disabled) scenario.value = "talked";
});

find("calls").addEventListener("click", (event) => {
  const session = event.target.dataset.hangUp;
  if (session) send("POST", `/panel/calls/${session}/hangup`);
});

find("faults").addEventListener("submit", (event) => event.preventDefault());
find("faults").addEventListener("change", async ({ target }) => {
  const typed = "text" in target.dataset ? target.value : target.value === "" ? null : Number(target.value);
  const together = [...find("faults").querySelectorAll(`[name="${target.name}"][value]:checked`)].map((one) => one.value);
  const value = target.name === "components_off" ? together : target.type === "checkbox" ? target.checked : typed;
  say(find("faults-said"), await send("POST", "/panel/faults", { [target.name]: value }), words.saved);
});

find("duties").addEventListener("submit", (event) => event.preventDefault());
find("duties").addEventListener("change", async ({ target }) => {
  const { operator } = target.closest("[data-operator]").dataset;
  const value = target.type === "checkbox" ? target.checked : Number(target.value);
  say(find("duties-said"), await send("POST", `/panel/operators/${operator}`, { [target.name]: value }), words.saved);
});

find("notifications").addEventListener("submit", async (event) => {
  event.preventDefault();
  const { address, method, content_type } = Object.fromEntries(new FormData(event.target));
  const areas = [...event.target.querySelectorAll("textarea")].filter((area) => area.value.trim());
  const templates = Object.fromEntries(areas.map((area) => [area.dataset.event, area.value]));
  const wish = { address, method, content_type: content_type || null, templates };
  say(find("notifications-said"), await send("PUT", "/panel/notifications", wish), words.saved);
});

watch();
