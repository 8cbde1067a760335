// A helping hand for pages that work without it: hiding at once, live news, answers that wait
// for the network, speaking and listening. Loaded as a module, so old browsers skip it.
const $ = (id) => document.getElementById(id);
const words = () => ($("words") ? $("words").dataset : {});
const make = (tag, text, more) => Object.assign(document.createElement(tag), { textContent: text }, more);

// What waits in this tab; a browser may forbid it, then nothing waits.
const store = {
  get(name) { try { return JSON.parse(sessionStorage.getItem(name)); } catch (e) { return null; } },
  set(name, value) { try { sessionStorage.setItem(name, JSON.stringify(value)); } catch (e) { /* no room */ } },
  drop(name) { try { sessionStorage.removeItem(name); } catch (e) { /* no store */ } },
};
const forget = () => { store.drop("unsent"); store.drop("draft"); };

// Hiding comes first: the page is blank, and this browser knows it, before anything travels.
function vanish(event) {
  event.preventDefault();
  const form = event.currentTarget;
  document.cookie = "dicht=1; path=/; max-age=31536000; samesite=lax";
  document.documentElement.classList.add("blank");
  document.body.replaceChildren();
  forget();
  if (news) news.close();
  if (window.speechSynthesis) speechSynthesis.cancel();
  const told = fetch("/leeg", { method: "POST", keepalive: true, redirect: "manual" });
  if (form.dataset.to) { told.catch(() => 0); location.replace(form.dataset.to); return; }
  told.then(() => location.replace("/leeg"), () => 0); // without a network the page stays blank
}

// One answer at a time may wait; its key makes sending it again harmless.
let busy = false;
let held = null; // a form with a file cannot be stored, so it waits in this page only

let left = null; // where she was on the page when she sent her answer
let told = false; // she was brought to the words above the question once for this answer

function say(text, more) {
  const state = $("state");
  if (!state) return;
  state.hidden = !text;
  state.replaceChildren(make("span", text || ""), ...(more || []));
}

function bring() {
  if (!told && $("state")) $("state").scrollIntoView({ block: "start", behavior: "instant" });
  told = true;
}

function unsent(data) {
  const choice = chosen(data);
  say(words().unsent, [
    ...(choice ? [make("span", `${words().waits} “${choice}”`)] : []), make("span", words().stay),
    make("button", words().retry, { type: "button", onclick: () => flush() })]);
  bring();
}

// Her answer in words, as it stands on the buttons and boxes of this page.
function chosen(data) {
  const named = (name, one) => [...document.getElementsByName(name)].find((field) => field.value === one);
  const ticked = data.getAll("picked").map((one) => named("picked", one)).filter(Boolean)
    .map((box) => box.closest("label").textContent.trim());
  const button = ticked.length ? null : named("press", String(data.get("press") || ""));
  const said = [...ticked, button && button.textContent.trim(), String(data.get("text") || "").trim()];
  return said.filter(Boolean).join(", ");
}

const forms = () => [$("answer")].filter(Boolean);

function lock(on) {
  for (const form of forms()) for (const button of form.querySelectorAll("button")) button.disabled = on;
}

function gather(form, button) {
  const data = new FormData(form);
  if (button && button.name) data.set(button.name, button.value);
  const file = [...data.entries()].some(([, value]) => value instanceof File && value.size);
  if (!file) data.delete("file");
  return { data, file };
}

function submit(event) {
  event.preventDefault();
  if (busy || store.get("unsent")) { flush(); return; }
  const { data, file } = gather(event.target, event.submitter);
  left = document.activeElement;
  post(data, file);
}

function post(data, file) {
  for (const [, value] of data.entries()) {
    if (value instanceof File && value.size > 10 * 1024 * 1024) { told = false; say(words().large); bring(); return; }
  }
  told = false;
  held = file ? data : null;
  if (!file) store.set("unsent", [...data.entries()]);
  flush(data);
}

async function flush(fresh) {
  const kept = store.get("unsent");
  const data = fresh || held || (kept && fill(kept));
  if (!data || busy) return;
  busy = true;
  lock(true);
  const slow = setTimeout(() => say(words().sending), 700);
  const answer = await send(data);
  clearTimeout(slow);
  busy = false;
  if (answer) {
    held = null;
    forget();
    lock(false);
    say("");
    unwrite(String(data.get("text") || ""));
    show(answer.html, true);
  } else {
    unsent(data);
    setTimeout(() => flush(), 8000);
  }
  catchUp();
}

// What was sent leaves the field; what she wrote after it is not sent yet.
function unwrite(sent) {
  const field = $("text");
  const said = sent.replace(/\r\n/g, "\n").trim();
  const typed = field ? field.value.trim() : "";
  if (field && typed.startsWith(said)) field.value = typed.slice(said.length).trim();
}

// What the server made of it, or null when it has to be sent again.
async function send(data) {
  const plain = [...data.entries()].filter((pair) => typeof pair[1] === "string");
  const body = data === held ? data : new URLSearchParams(plain);
  try {
    const answer = await fetch("/chat", { method: "POST", body, headers: { Accept: "text/html" } });
    if (answer.status >= 500 || answer.status === 429) return null;
    return { html: await answer.text() };
  } catch (error) {
    return null;
  }
}

function fill(pairs) {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
}

// A new version of the page takes the place of the old one; what she is typing stays.
function show(html, moved) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const talk = page.getElementById("talk");
  const old = $("talk");
  if (page.getElementById("again")) { $("main").replaceChildren(...page.getElementById("main").children); return; }
  if (!talk || !old) { location.replace("/chat"); return; }
  const typed = $("text") ? $("text").value : "";
  const here = document.activeElement;
  const typing = here && here === $("text") && (typed || here !== left);
  const same = talk.dataset.turn === old.dataset.turn && forms().length;
  const ticks = ticked(old);
  append($("log"), talk.querySelector("#log"));
  if (same && !moved) { old.dataset.stamp = talk.dataset.stamp; return; }
  const log = $("log");
  talk.querySelector("#log").replaceWith(log);
  const state = $("state"); // what it says still holds
  talk.querySelector("#state").replaceWith(state);
  old.replaceWith(talk);
  tick(ticks);
  if (typed) keep(typed);
  dress();
  if (typing && $("text")) { // her keyboard stays
    if ($("side")) $("side").open = true;
    $("text").focus({ preventScroll: true });
  }
  const to = $("melding") || $("vraag");
  if (!to || typed || typing) return;
  to.tabIndex = -1;
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: "start" });
}

// A photo or a word in between asks the same question again; her ticks are not sent yet.
const boxes = (part) => [...part.querySelectorAll("input[type=checkbox]")];
const ticked = (part) => ({ all: boxes(part).map((box) => box.value).join(), on: boxes(part).filter((box) => box.checked).map((box) => box.value) });

function tick(before) {
  const now = ticked($("talk"));
  if (now.all !== before.all || now.on.length) return;
  for (const box of boxes($("talk"))) box.checked = before.on.includes(box.value);
}

function append(log, fresh) {
  const known = new Set([...log.children].map((one) => one.dataset.id));
  const wanted = new Set([...fresh.children].map((one) => one.dataset.id));
  for (const one of [...log.children]) if (!wanted.has(one.dataset.id)) one.remove();
  for (const one of [...fresh.children]) if (!known.has(one.dataset.id)) log.append(one.cloneNode(true));
}

function keep(typed) {
  if ($("text") && !$("text").value) {
    $("text").value = typed;
    if ($("side")) $("side").open = true;
    say(words().kept);
    return;
  }
  say(`${words().kept} “${typed}”`);
}

// News: a stamp only; the page itself is fetched as always.
let news = null;
let latest = ""; // the stamp of news that was not looked at

function listen() {
  if (!$("talk") || !window.EventSource || news) return;
  news = new EventSource(`/chat/live?stamp=${encodeURIComponent($("talk").dataset.stamp)}`);
  news.addEventListener("news", (event) => { latest = event.data; catchUp(); });
}

// An answer that waits goes first: what the server makes of it is the page of now.
function catchUp() {
  if (busy || !latest || !$("talk")) return;
  const changed = latest !== $("talk").dataset.stamp;
  latest = "";
  if (held || store.get("unsent")) flush();
  else if (changed) refresh();
}

async function refresh() {
  try {
    const answer = await fetch("/chat?nu", { headers: { Accept: "text/html" } });
    if (answer.ok) show(await answer.text(), false);
  } catch (error) { /* the next news tries again */ }
}

// Speaking: recorded here, sent as a file like any other.
let recorder = null;

function voice() {
  const place = $("voice");
  if (!place || !window.MediaRecorder || !navigator.mediaDevices) return;
  place.hidden = false;
  if ($("recorded")) $("recorded").hidden = true; // the same, the long way
  place.replaceChildren(make("button", words().speak, { type: "button", onclick: record }));
}

async function record() {
  const place = $("voice");
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const parts = [];
    const began = Date.now();
    recorder = new MediaRecorder(stream);
    recorder.ondataavailable = (event) => parts.push(event.data);
    recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop();
      review(new Blob(parts, { type: recorder.mimeType }), Math.round((Date.now() - began) / 1000));
    };
    recorder.start();
    place.replaceChildren(make("p", words().busy, { role: "status" }),
      make("button", words().stop, { type: "button", className: "main", onclick: () => recorder.stop() }));
    place.querySelector("button").focus();
  } catch (error) {
    place.replaceChildren(make("p", words().nomic, { role: "status" }));
  }
}

function review(blob, seconds) {
  const place = $("voice");
  const sound = make("audio", "", { controls: true, src: URL.createObjectURL(blob) });
  const send = () => {
    const { data } = gather(place.closest("form"), null);
    data.delete("file");
    data.append("file", blob, "stem");
    data.append("seconds", String(seconds));
    post(data, true);
  };
  place.replaceChildren(make("p", words().listen, { role: "status" }), sound,
    make("button", words().send, { type: "button", className: "main", onclick: send }),
    make("button", words().again, { type: "button", onclick: record }),
    make("button", words().drop, { type: "button", onclick: voice }));
}

// Reading aloud: only with a Dutch voice that lives on the phone itself.
function aloud() {
  const speech = window.speechSynthesis;
  if (!speech) return;
  const dutch = speech.getVoices().find((one) => one.localService && /^nl/i.test(one.lang));
  if (!dutch) return;
  for (const bubble of document.querySelectorAll(".bot")) {
    if (bubble.querySelector(".speak")) continue;
    const text = [...bubble.querySelectorAll("p")].map((p) => p.textContent).join(" ");
    const stop = () => { speech.cancel(); button.textContent = words().read; };
    const button = make("button", words().read, { type: "button", className: "speak", onclick: () => {
      if (speech.speaking) { stop(); return; }
      const said = Object.assign(new SpeechSynthesisUtterance(text), { voice: dutch, lang: dutch.lang, onend: stop });
      button.textContent = words().quiet;
      speech.speak(said);
    } });
    bubble.append(button);
  }
}

function draft() {
  const field = $("text");
  if (!field || !$("talk")) return;
  const turn = $("talk").dataset.turn;
  const kept = store.get("draft");
  if (kept && kept.text && !field.value) {
    field.value = kept.text;
    if (kept.turn !== turn && !store.get("unsent")) say(words().kept); // of a question that is gone
  }
  const hold = () => store.set("draft", { turn, text: field.value });
  if (field.value && $("side")) $("side").open = true;
  if (field.value) hold();
  field.addEventListener("input", hold);
}

function dress() {
  for (const form of forms()) form.addEventListener("submit", submit);
  draft();
  voice();
  aloud();
}

function copy() {
  const button = $("copy");
  if (!button || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", () => navigator.clipboard.writeText($("link").value)
    .then(() => { button.textContent = button.dataset.done; }, () => $("link").select()));
}

window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
window.addEventListener("online", () => flush());
for (const name of ["clear", "leave"]) if ($(name)) $(name).addEventListener("submit", vanish);
dress();
copy();
listen();
if (window.speechSynthesis) speechSynthesis.addEventListener("voiceschanged", aloud);
if ($("talk") && location.hash === "#vraag" && $("vraag")) {
  if (window.history) history.scrollRestoration = "manual"; // coming back is: the question of now
  $("vraag").focus({ preventScroll: true });
  $("vraag").scrollIntoView({ block: "start", behavior: "instant" });
}
if ($("talk")) flush();
if ($("empty")) store.drop("draft"); // emptied on another phone: here nothing stays in the field either
