// The web chat, put together: what is said goes into the outbox, what comes back goes onto the screen.

import { Composer } from "./composer.js";
import { setUpLeaving, setUpLocation, setUpMenu, setUpViewer } from "./dialogs.js";
import { Link } from "./link.js";
import { Outbox } from "./outbox.js";
import { makeStore } from "./store.js";
import { View } from "./view.js";

const setup = JSON.parse(document.getElementById("setup").textContent);
const { texts } = setup;
const store = makeStore(setup.key);
document.documentElement.classList.add("with-script");

const view = new View({
  setup,
  store,
  onAgain: (id) => {
    view.state(id, "wait", texts.sending);
    outbox.again(id);
  },
});

const link = new Link({
  base: setup.base,
  since: () => view.newest,
  on: {
    lines(lines) {
      // A line of ours says as much as an ack that was lost on the way.
      for (const line of lines) if (line.client_id) outbox.acknowledged(line.client_id);
      if (lines.some((line) => line.erases)) return forget();
      view.add(lines);
      askAgain(lines.filter((line) => line.files.some((file) => !file.id)).map((line) => line.number));
    },
    ack(id) {
      outbox.acknowledged(id);
      view.taken(id, texts.sent);
    },
    error: (error) => (error.id ? outbox.refused(error) : composer.note(error.text)),
    typing: (on) => view.typing(on),
    state: showState,
    forgotten,
  },
});

const outbox = new Outbox({
  store,
  link,
  onWaiting: (id, words) => view.state(id, "wait", words || texts["sent-waiting"], { failed: words }),
  onFailed: (id, words) => view.state(id, "warn", texts["not-sent"], { failed: words || texts["not-sent"] }),
});

function say(message, { pictures = [], names = [] } = {}) {
  const item = outbox.add(wellFormed(message));
  // The files' names stand in for them until the server shows them.
  const shown = names.length ? { ...item, text: [item.text, ...names].filter(Boolean).join("\n") } : item;
  view.addPending(shown, { pictures });
  if (!link.online) view.state(item.id, "wait", texts["sent-waiting"]);
}

/** Half a letter, cut by some keyboard, cannot travel as JSON. */
function wellFormed(message) {
  const text = message.text && message.text.toWellFormed ? message.text.toWellFormed() : message.text;
  return { ...message, text: text || "" };
}

const composer = new Composer({ setup, store, say });

const state = document.getElementById("state");
const calm = state.textContent;
const banner = document.getElementById("banner");
let complaint;
function showState(online) {
  document.querySelector(".top").classList.toggle("away", !online);
  state.textContent = online ? calm : texts.connecting;
  clearTimeout(complaint);
  if (online) banner.textContent = "";
  // A link that is back within moments is nobody's trouble.
  else complaint = setTimeout(() => (banner.textContent = texts.offline), 2500);
  outbox.moved(online);
  if (online) composer.attachments.again();
}

/** The server has erased what stands here: once nothing is on its way, the page is built anew of what there is. */
function forget() {
  if (link.online && outbox.all().some((item) => !item.failed)) setTimeout(forget, 200);
  else location.reload();
}

/** The cookie is gone: a new page brings a new one, unless the browser takes none at all. */
function forgotten(words) {
  const last = Number(sessionStorage.getItem("nghedan:reloaded"));
  if (Date.now() - last < 60_000) return composer.note(words);
  sessionStorage.setItem("nghedan:reloaded", String(Date.now()));
  location.reload();
}

// Buttons under the bot's questions

const TREMBLING = 600;
let lastTap = -Infinity;
// A finger that trembles taps twice, and by then another button may lie under it.
const onTap = (event) => {
  if (!event.target.closest(".choice")) return;
  const again = event.detail > 1 || (event.pointerType === "touch" && event.timeStamp - lastTap < TREMBLING);
  if (again) event.preventDefault();
  else lastTap = event.timeStamp;
};
view.stream.addEventListener("click", onTap, { capture: true });
view.stream.addEventListener("submit", (event) => {
  const form = event.target.closest(".choices");
  if (!form) return;
  event.preventDefault();
  const button = event.submitter;
  if (!button) return;
  say({ text: button.querySelector("span").textContent, choice: button.value });
});

const askLocation = setUpLocation({
  texts,
  onPin: (pin) => say({ text: "", pin }),
  onType: () => composer.box.focus(),
});
document.getElementById("locate").addEventListener("click", askLocation);
view.stream.addEventListener("click", (event) => event.target.closest(".choice.locate") && askLocation());

setUpMenu({
  onItem: (words) => say({ text: words }),
});
setUpLeaving({
  onLeave() {
    composer.forget();
    store.clear();
  },
});
setUpViewer(view.stream);

// Earlier lines

const earlier = document.getElementById("earlier");
if (earlier) {
  earlier.setAttribute("role", "button");
  earlier.addEventListener("click", async (event) => {
    event.preventDefault();
    const first = view.lines()[0];
    try {
      const answer = await fetch(`${setup.base}/chat/lines?before=${first.dataset.number}`);
      const { lines, more } = await answer.json();
      view.prepend(lines);
      if (!more) earlier.remove();
    } catch {
      composer.note(texts["earlier-failed"]);
    }
  });
}

// Files that the server is still putting away are asked for again, less and less often

const AGAIN_AFTER = [1500, 4000, 10_000, 30_000];

function askAgain(numbers, tries = 0) {
  if (!numbers.length || tries === AGAIN_AFTER.length) return;
  setTimeout(async () => {
    const left = [];
    for (const number of numbers) {
      try {
        const answer = await fetch(`${setup.base}/chat/lines?after=${number - 1}`);
        const line = (await answer.json()).lines[0];
        if (line.files.every((file) => file.id)) view.replace(line);
        else left.push(number);
      } catch {
        left.push(number);
      }
    }
    askAgain(left, tries + 1);
  }, AGAIN_AFTER[tries]);
}

// What was left unsent last time, then the first word of a new chat or of a link that was opened

for (const { message, at, failed } of outbox.all()) {
  view.addPending(message, { at, own: false });
  if (failed) view.state(message.id, "warn", texts["not-sent"], { failed: failed === true ? texts["not-sent"] : failed });
}
if (setup.start) {
  outbox.add({ type: "start", payload: setup.start });
  // Reloading the page, or coming back to it, does not open the link again.
  history.replaceState(null, "", setup.home);
} else if (setup.fresh && !outbox.all().some(({ message }) => message.type === "start")) {
  outbox.add({ type: "start", id: "first" });
}

// Whoever types while nothing is chosen means the box; on a phone a keyboard would only come in the way.
document.addEventListener("keydown", (event) => {
  const typed = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (typed && !event.target.closest("input, textarea, dialog")) composer.box.focus({ preventScroll: true });
});

// The letters arrive after the first drawing and change heights.
if (document.fonts) document.fonts.ready.then(() => composer.grow());
view.separateDays();
view.scrollToEndIf(view.atEnd());
askAgain([...new Set([...document.querySelectorAll(".waiting")].map((one) => one.closest(".line").dataset.number))]);
link.start();
