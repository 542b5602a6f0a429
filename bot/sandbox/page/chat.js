// Shows the messages of one place, as plain text with a little of Discord's Markdown.

const INLINE = /\*\*(.+?)\*\*|`([^`]+)`|\[([^\]]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/g;

// Discord's moments: `<t:1795737600:R>`, shown in each reader's own zone and words.
const MOMENT = /<t:(\d{1,12})(?::([tTdDfFR]))?>/g;
const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};
const UNITS = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

/** Puts `text`'s moments into words, as seen at `now` (ISO 8601). */
function moments(text, { language, now, zone }) {
  return text.replace(MOMENT, (_, digits, style = "f") => {
    const seconds = Number(digits);
    if (style !== "R") {
      const format = new Intl.DateTimeFormat(language, { ...STYLES[style], timeZone: zone });
      return format.format(new Date(seconds * 1000));
    }
    const left = seconds - Date.parse(now) / 1000;
    const [unit, size] = UNITS.find((each) => Math.abs(left) >= each[1]) ?? ["second", 1];
    const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
    return format.format(Math.round(left / size), unit);
  });
}

export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function inline(into, text) {
  let from = 0;
  for (const found of text.matchAll(INLINE)) {
    into.append(text.slice(from, found.index));
    if (found[1]) into.append(element("strong", "", found[1]));
    else if (found[2]) into.append(element("code", "", found[2]));
    else {
      const link = element("a", "", found[3]);
      link.href = found[4];
      link.target = "_blank";
      link.rel = "noreferrer noopener";
      into.append(link);
    }
    from = found.index + found[0].length;
  }
  into.append(text.slice(from));
}

function paragraphs(text) {
  const kinds = { "-#": "small", ">": "quote" };
  return text.split(/\n(?:[^\S\n]*\n)*/).map((row) => {
    const mark = row.match(/^(-#|#{1,3}|>) /);
    const heads = /^\*\*.+\*\*$/.test(row);
    const made = element("p", mark ? kinds[mark[1]] || "title" : heads ? "title" : "");
    inline(made, mark ? row.slice(mark[0].length) : row);
    return made;
  });
}

function avatar(line, colors) {
  if (line.bot) {
    const image = element("img", "avatar");
    image.src = "icon.svg";
    image.alt = "";
    return image;
  }
  const letter = element("span", "avatar", [...line.author][0]);
  letter.style.background = colors.get(line.author) ?? "";
  letter.ariaHidden = "true";
  return letter;
}

function shown(line, place, colors, words, clock, readers) {
  const item = element("li", line.private ? "line private" : "line");
  const body = element("div", "body");
  const head = element("p", "who");
  head.append(element("strong", line.bot ? "is-bot" : "", line.author));
  if (line.bot) head.append(element("span", "badge", words("bot")));
  const at = element("time", "", clock(line.at));
  at.dateTime = line.at;
  head.append(at);
  if (line.edited) head.append(element("span", "", words("edited")));
  if (line.private) head.append(element("span", "badge lone", words("private")));
  body.append(head);
  if (line.text) body.append(...paragraphs(moments(line.text, readers)));
  for (const picture of line.images) {
    const image = element("img", "figure");
    image.src = `picture/${place}/${line.id}/${encodeURIComponent(picture.name)}`;
    image.alt = picture.description;
    body.append(image);
  }
  if (line.footer) body.append(element("p", "small", line.footer));
  if (line.controls.length) {
    const list = element("ul", "controls");
    list.ariaLabel = words("buttons");
    list.append(...line.controls.map((label) => element("li", "", label)));
    body.append(list);
  }
  item.append(avatar(line, colors), body);
  return item;
}

/** Fills `list` with the state's lines, keeping the newest in sight. */
export function showLines(list, state, words, clock, zone) {
  const { lines, watched, people } = state;
  if (!lines.length) {
    list.replaceChildren(element("li", "silence", words("silence")));
    return;
  }
  const colors = new Map(people.map((person) => [person.name, person.color]));
  const readers = { language: state.language, now: state.clock, zone };
  list.replaceChildren(
    ...lines.map((line) => shown(line, watched, colors, words, clock, readers)),
  );
  const down = () => { list.scrollTop = list.scrollHeight; };
  down();
  for (const image of list.querySelectorAll("img.figure")) image.addEventListener("load", down);
}
