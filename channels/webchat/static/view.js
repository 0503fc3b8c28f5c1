// The conversation on the screen. Lines come as HTML from the server's own template; here they find their place.

import { clockOf, dayOf, dayWords } from "./days.js";

const NEAR_END = 80;
const TYPING_AT_MOST = 20_000;

export class View {
  constructor({ setup, store, onAgain }) {
    this.setup = setup;
    this.store = store;
    this.scroller = document.getElementById("scroller");
    this.stream = document.getElementById("stream");
    this.end = document.getElementById("latest");
    this.toLatest = document.getElementById("to-latest");
    this.template = document.getElementById("pending");
    this.unread = 0;
    this.newest = Math.max(0, ...this.lines().map((line) => Number(line.dataset.number)));
    this.stream.addEventListener("click", (event) => {
      const button = event.target.closest(".failed button");
      if (button) onAgain(button.closest(".line").dataset.client);
    });
    this.scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.toLatest.addEventListener("click", () => {
      this.scrollToEnd();
      document.getElementById("text").focus({ preventScroll: true });
    });
    document.addEventListener("visibilitychange", () => this.atEnd() && this.seen());
    this.markUnread();
    setInterval(() => this.relabelDays(), 60_000);
  }

  lines() {
    return [...this.stream.querySelectorAll(".line[data-number]")];
  }

  element(number) {
    return this.lines().find((line) => Number(line.dataset.number) === number);
  }

  pending() {
    return [...this.stream.querySelectorAll(".line.pending")];
  }

  // Position: the scroller is reversed, its end is 0.

  atEnd() {
    return Math.abs(this.scroller.scrollTop) < NEAR_END;
  }

  scrolled() {
    this.toLatest.hidden = this.atEnd();
    if (this.atEnd()) this.seen();
  }

  scrollToEnd() {
    this.scroller.scrollTop = 0;
    this.seen();
  }

  /** Change the stream; whoever reads further up stays where they are. */
  change(action, { follow = false } = {}) {
    const stays = !follow && !this.atEnd();
    const before = this.stream.offsetHeight;
    const top = this.scroller.scrollTop;
    action();
    if (stays) this.scroller.scrollTop = top - (this.stream.offsetHeight - before);
    else this.scrollToEnd();
    this.toLatest.hidden = this.atEnd();
  }

  // Lines

  /** Show lines that are kept by the server. Each is shown once, in its place. */
  add(lines) {
    const known = new Set(this.lines().map((line) => Number(line.dataset.number)));
    const fresh = lines.filter((line) => !known.has(line.number));
    if (!fresh.length) return;
    const heard = fresh.filter((line) => line.said === "out").length;
    const reading = this.atEnd() && document.visibilityState === "visible";
    this.change(() => {
      if (heard) this.typing(false);
      if (heard && !reading && !this.stream.querySelector(".unread")) this.insertUnread();
      for (const line of fresh) this.place(line);
      this.freshenChoices();
    });
    if (heard && !reading) this.count(this.unread + heard);
    else if (reading) this.seen();
    if (heard && reading) this.showAnswer(fresh);
  }

  place(line) {
    const element = fromHtml(line.html);
    element.classList.add("fresh");
    const mine = line.client_id && this.pendingOf(line.client_id);
    if (mine) {
      element.classList.remove("fresh");
      // The own picture is already here; the server may still be putting it away.
      const pictures = mine.querySelector(".photos");
      if (pictures && element.querySelector(".photo.waiting")) element.querySelector(".photos").replaceWith(pictures);
      mine.remove();
    }
    const after = this.lines().find((other) => Number(other.dataset.number) > line.number);
    // What the server has taken stands where it was said, also when its words were erased and never come as a line.
    const unsent = this.pending().find((other) => !other.classList.contains("taken"));
    this.stream.insertBefore(element, after || unsent || this.stream.querySelector(".typing") || this.end);
    this.newest = Math.max(this.newest, line.number);
    this.separateDays();
    this.markChoice(element);
  }

  /** A line whose files are in their place by now is shown again, with them. */
  replace(line) {
    const old = this.element(line.number);
    if (!old) return;
    const element = fromHtml(line.html);
    element.classList.toggle("spent", old.classList.contains("spent"));
    this.change(() => old.replaceWith(element));
  }

  /** Show earlier lines above the rest. */
  prepend(lines) {
    this.scroller.setAttribute("aria-busy", "true");
    const first = this.stream.querySelector(".line, .day");
    for (const line of lines) this.stream.insertBefore(fromHtml(line.html), first);
    this.separateDays();
    this.lines().forEach((line) => this.markChoice(line));
    this.freshenChoices();
    this.scroller.removeAttribute("aria-busy");
  }

  /** Show what the person just said, before the server has it. */
  addPending(item, { at = Date.now(), pictures = [], own = true } = {}) {
    if (item.type !== "say" || this.stream.querySelector(`[data-client="${item.id}"]`)) return;
    const element = this.template.content.firstElementChild.cloneNode(true);
    element.dataset.client = item.id;
    element.dataset.day = dayOf(at);
    element.dataset.choice = item.choice || "";
    const text = element.querySelector(".text");
    const words = item.text || (item.pin ? this.setup.texts["location-said"] : "");
    for (const paragraph of words.split(/\n[ \t]*\n\s*/).filter(Boolean)) {
      const copy = text.cloneNode();
      copy.textContent = paragraph;
      text.before(copy);
    }
    text.remove();
    element.querySelector("time").textContent = clockOf(at);
    element.querySelector(".bubble").classList.toggle("pictured", pictures.length > 0);
    if (pictures.length) element.querySelector(".sr").after(gallery(pictures));
    this.change(
      () => {
        if (own) this.clearUnread();
        this.stream.insertBefore(element, this.stream.querySelector(".typing") || this.end);
        this.separateDays();
        this.markChoice(element);
      },
      { follow: own },
    );
  }

  pendingOf(id) {
    return this.stream.querySelector(`.line.pending[data-client="${CSS.escape(id)}"]`);
  }

  /** The server keeps it: what comes from now on stands below it. */
  taken(id, words) {
    this.state(id, "check", words);
    const line = this.pendingOf(id);
    if (line) line.classList.add("taken");
  }

  state(id, icon, words, { failed = "" } = {}) {
    const line = this.pendingOf(id);
    if (!line) return;
    line.querySelector("use").setAttribute("href", `#i-${icon}`);
    line.querySelector(".state .sr").textContent = words;
    const note = line.querySelector(".failed");
    note.hidden = !failed;
    note.querySelector("span").textContent = failed;
    note.querySelector("button").hidden = failed === "" || icon === "wait";
    this.scrollToEndIf(this.atEnd());
  }

  scrollToEndIf(wanted) {
    if (wanted) this.scrollToEnd();
  }

  // Buttons: those under the last question are fresh, what was tapped is marked.

  freshenChoices() {
    const forms = [...this.stream.querySelectorAll(".line.out .choices")];
    forms.forEach((form, place) => {
      const spent = place < forms.length - 1 || form.querySelector(".chosen") !== null;
      form.closest(".line").classList.toggle("spent", spent);
    });
  }

  markChoice(line) {
    const choice = line.dataset.choice;
    if (!choice) return;
    let other = line.previousElementSibling;
    while (other) {
      const button = [...other.querySelectorAll("button[name=choice]")].find((each) => each.value === choice);
      if (button) {
        button.classList.add("chosen");
        return this.freshenChoices();
      }
      other = other.previousElementSibling;
    }
  }

  // Days

  /** One mark before each day's first line; marks that stand right are not touched, or they would be read aloud. */
  separateDays() {
    const marks = new Map([...this.stream.querySelectorAll(".day")].map((mark) => [mark.dataset.day, mark]));
    let day = "";
    for (const line of this.stream.querySelectorAll(".line")) {
      if (line.dataset.day === day) continue;
      day = line.dataset.day;
      const mark = marks.get(day) || this.dayMark(day);
      marks.delete(day);
      const first = line.previousElementSibling?.matches(".unread") ? line.previousElementSibling : line;
      if (mark.nextElementSibling !== first) first.before(mark);
    }
    marks.forEach((mark) => mark.remove());
  }

  dayMark(day) {
    const mark = document.createElement("p");
    mark.className = "day";
    mark.dataset.day = day;
    mark.append(document.createElement("span"));
    mark.firstChild.textContent = dayWords(day, this.setup);
    return mark;
  }

  relabelDays() {
    for (const mark of this.stream.querySelectorAll(".day")) {
      const words = dayWords(mark.dataset.day, this.setup);
      if (mark.firstChild.textContent !== words) mark.firstChild.textContent = words;
    }
  }

  // What is new

  /** On opening: mark where the person stopped reading last time. */
  markUnread() {
    const last = this.store.get("seen");
    if (last === null) return;
    const fresh = this.lines().filter((line) => Number(line.dataset.number) > last && line.classList.contains("out"));
    if (!fresh.length) return;
    const mark = this.unreadMark();
    fresh[0].before(mark);
    this.fromItsBeginning(mark);
    if (document.visibilityState !== "visible") this.count(fresh.length);
  }

  /** More than a screen of news is read from its beginning. */
  fromItsBeginning(first) {
    if (first.offsetTop < this.stream.offsetHeight - this.scroller.clientHeight) first.scrollIntoView({ block: "start" });
  }

  /** What came before the person's last words answers none of them: it moves nothing. */
  showAnswer(fresh) {
    const last = [...this.stream.querySelectorAll(".line.in")].pop();
    const numbers = new Set(fresh.map((line) => line.number));
    const answer = [...this.stream.querySelectorAll(".line.out")].find(
      (line) =>
        numbers.has(Number(line.dataset.number)) &&
        (!last || last.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING),
    );
    if (answer) this.fromItsBeginning(answer);
  }

  insertUnread() {
    this.stream.insertBefore(this.unreadMark(), this.pending()[0] || this.stream.querySelector(".typing") || this.end);
  }

  unreadMark() {
    const mark = document.createElement("p");
    mark.className = "unread";
    mark.textContent = this.setup.texts["unread-marker"];
    return mark;
  }

  clearUnread() {
    this.stream.querySelectorAll(".unread").forEach((mark) => mark.remove());
  }

  count(unread) {
    this.unread = unread;
    const { title, texts } = this.setup;
    document.title = unread ? texts["title-unread"].replace("{count}", unread).replace("{title}", title) : title;
    const words = unread ? texts["new-lines"].replace("{count}", unread) : "";
    this.toLatest.querySelector("span").textContent = words;
    this.toLatest.hidden = this.atEnd();
  }

  seen() {
    if (document.visibilityState !== "visible") return;
    this.count(0);
    this.store.set("seen", this.newest);
  }

  // Typing

  typing(on) {
    clearTimeout(this.typingTimer);
    const shown = this.stream.querySelector(".typing");
    if (!on) return shown && shown.remove();
    this.typingTimer = setTimeout(() => this.typing(false), TYPING_AT_MOST);
    if (shown) return;
    const dots = document.createElement("div");
    dots.className = "typing";
    const words = document.createElement("span");
    words.className = "sr";
    words.textContent = this.setup.texts.typing;
    dots.append(words, ...[1, 2, 3].map(() => document.createElement("i")));
    this.change(() => this.end.before(dots));
  }
}

function fromHtml(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.firstElementChild;
}

function gallery(pictures) {
  const box = document.createElement("div");
  box.className = `photos n${Math.min(pictures.length, 4)}`;
  for (const { url, name } of pictures) {
    const tile = document.createElement("span");
    tile.className = "photo";
    const image = new Image();
    image.src = url;
    image.alt = name;
    tile.append(image);
    box.append(tile);
  }
  return box;
}
