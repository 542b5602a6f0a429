// The control page: asks for the state every second, shows it, and sends what is pressed.

import { element, showLines } from "./chat.js";

const EVERY_MS = 1000;
const ZONE = "Asia/Seoul";
const byId = (id) => document.getElementById(id);

const texts = await (await fetch("words.json")).json();
let language = "ko";
const wishes = [];
let shownState = "";
const seen = new Map();

function words(key, facts = {}) {
  const text = texts[key][language];
  return text.replace(/\{(\w+)\}/g, (all, name) => facts[name] ?? all);
}

function clock(iso) {
  const options = { timeZone: ZONE, hour: "numeric", minute: "2-digit" };
  return new Intl.DateTimeFormat(language, options).format(new Date(iso));
}

function day(iso) {
  const options = { timeZone: ZONE, month: "long", day: "numeric", weekday: "long", hour: "numeric", minute: "2-digit" };
  return new Intl.DateTimeFormat(language, options).format(new Date(iso));
}

function nameOf(place) {
  if (place.kind === "dm") return words("dm");
  return place.kind === "thread" ? place.name : `#${place.name}`;
}

function showWords(state) {
  document.documentElement.lang = language;
  document.title = words("title");
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = words(node.dataset.word);
  byId("kept").textContent = words(state.kept ? "kept_yes" : "kept_no");
  for (const button of document.querySelectorAll("[data-language]")) {
    button.ariaPressed = String(button.dataset.language === language);
  }
}

function showTours(state) {
  const who = state.people.find((person) => person.id === state.person).name;
  byId("tours-hint").textContent = words("tours_hint", { who });
  byId("tours").replaceChildren(...state.tours.map((tour) => {
    const button = element("button", "tour");
    button.type = "button";
    button.id = `tour-${tour.key}`;
    button.append(element("strong", "", tour.label[language]), element("span", "", tour.about[language]));
    button.addEventListener("click", () => send("tour", { tour: tour.key }));
    return button;
  }));
}

function showPlaces(state) {
  byId("places").replaceChildren(...state.places.map((place) => {
    const watched = place.id === state.watched;
    const row = element("li", `place ${place.kind}`);
    const name = element("button", "name", nameOf(place));
    name.type = "button";
    name.id = `place-${place.id}`;
    if (watched) name.setAttribute("aria-current", "true");
    name.addEventListener("click", () => send("watch", { place: place.id }));
    const key = `${state.person}/${place.id}`;
    if (watched || !seen.has(key)) seen.set(key, seen.has(key) || place.kind === "channel" ? place.messages : 0);
    if (watched) seen.set(key, place.messages);
    const fresh = place.messages - seen.get(key);
    if (fresh > 0) name.append(element("span", "fresh", words("new", { count: fresh })));
    const form = element("form");
    form.method = "post";
    form.action = "open";
    form.target = "doran-discord";
    const field = element("input");
    field.type = "hidden";
    field.name = "place";
    field.value = place.id;
    const open = element("button", "open", "↗");
    open.id = `open-${place.id}`;
    open.ariaLabel = words("open_place", { place: nameOf(place) });
    open.title = open.ariaLabel;
    form.append(field, open);
    row.append(name, form);
    return row;
  }));
}

function showPeople(state) {
  byId("people").replaceChildren(...state.people.map((person) => {
    const label = element("label", "person");
    const radio = element("input");
    radio.type = "radio";
    radio.name = "person";
    radio.id = `person-${person.id}`;
    radio.checked = person.id === state.person;
    radio.addEventListener("change", () => send("person", { person: person.id }));
    const role = element("span", "role", words(person.moderator ? "moderator" : "member"));
    label.append(radio, element("span", "", person.name), role);
    return label;
  }));
}

function told(entry) {
  return words(`${entry.word}_${entry.state}`, entry.facts);
}

function showJournal(state) {
  const last = state.journal.at(-1);
  const status = byId("status");
  const text = last ? told(last) : words("ready");
  if (status.textContent !== text) status.textContent = text;
  status.dataset.state = last ? last.state : "done";
  byId("journal").replaceChildren(...state.journal.toReversed().map((entry) => {
    const item = element("li", "", told(entry));
    item.dataset.state = entry.state;
    return item;
  }));
}

function show(state) {
  language = state.language;
  byId("clock").textContent = day(state.clock);
  byId("clock").dateTime = state.clock;
  const { clock: _, ...lasting } = state;
  const now = JSON.stringify(lasting);
  if (now === shownState) return;
  shownState = now;
  const focused = document.activeElement?.id;
  const watched = state.places.find((place) => place.id === state.watched);
  showWords(state);
  showTours(state);
  showPlaces(state);
  showPeople(state);
  showJournal(state);
  byId("chat-title").textContent = nameOf(watched);
  byId("chat-topic").textContent = watched.topic;
  byId("open-watched").value = watched.id;
  showLines(byId("lines"), state, words, clock, ZONE);
  // What was rebuilt keeps the keyboard's place.
  if (focused && document.activeElement?.id !== focused) byId(focused)?.focus({ preventScroll: true });
  document.body.classList.add("ready");
}

async function look() {
  try {
    const answer = await fetch("state");
    if (!answer.ok) throw new Error(`state: ${answer.status}`);
    show(await answer.json());
    document.body.classList.remove("lost");
  } catch (error) {
    document.body.classList.add("lost");
    byId("status").textContent = words("lost");
    byId("status").dataset.state = "failed";
    shownState = "";
    console.error(error);
  }
}

/** Does one thing after the other; the same pressed again before it is done is once meant. */
async function send(what, facts) {
  const wish = JSON.stringify([what, facts]);
  if (wishes.includes(wish)) return;
  wishes.push(wish);
  if (wishes.length > 1) return;
  document.body.ariaBusy = "true";
  while (wishes.length) {
    const [path, body] = JSON.parse(wishes[0]);
    try {
      const sent = fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
      await look();
      await sent;
    } catch (error) {
      console.error(error);
    }
    wishes.shift();
  }
  document.body.ariaBusy = "false";
  await look();
}

for (const button of document.querySelectorAll("[data-do]")) {
  button.addEventListener("click", () => send(button.dataset.do, {}));
}
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => send("language", { language: button.dataset.language }));
}

for (;;) {
  await look();
  await new Promise((wake) => setTimeout(wake, EVERY_MS));
}
