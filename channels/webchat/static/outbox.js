// What was said and is not yet acknowledged. Each message has an id of its own and is sent, in order, until the server
// says that it is kept; sent twice, it has one effect.

import { newId } from "./store.js";

const ACK_WITHIN = 20_000;

export class Outbox {
  constructor({ store, link, onWaiting, onFailed }) {
    this.store = store;
    this.link = link;
    this.onWaiting = onWaiting;
    this.onFailed = onFailed;
    this.flying = null;
    this.count = 0;
  }

  /** Take a message; returns it with its id. */
  add(message) {
    const item = { type: "say", id: newId(), ...message };
    this.count += 1;
    const place = `${String(Date.now()).padStart(14, "0")}-${String(this.count).padStart(5, "0")}`;
    this.store.set(`unsent:${place}:${item.id}`, { message: item, at: Date.now() });
    this.next();
    return item;
  }

  /** Everything unsent, oldest first: {message, at, failed}. */
  all() {
    return this.store.names("unsent:").map((name) => ({ name, ...this.store.get(name) })).filter((item) => item.message);
  }

  find(id) {
    return this.all().find((item) => item.message.id === id);
  }

  next() {
    if (this.flying || !this.link.online || this.resting) return;
    const item = this.all().find((each) => !each.failed);
    if (!item) return;
    const id = item.message.id;
    const timer = setTimeout(() => this.flying && this.flying.id === id && this.landed(), ACK_WITHIN);
    this.flying = { id, timer };
    this.link.send(item.message);
  }

  landed() {
    if (this.flying) clearTimeout(this.flying.timer);
    this.flying = null;
    this.next();
  }

  /** The server keeps it: forget it here. */
  acknowledged(id) {
    const item = this.find(id);
    if (item) this.store.remove(item.name);
    if (this.flying && this.flying.id === id) this.landed();
  }

  refused({ id, text, retry_after: wait }) {
    const item = this.find(id);
    if (item && wait) {
      this.onWaiting(id, text);
      this.resting = setTimeout(() => {
        this.resting = null;
        this.next();
      }, wait * 1000);
    } else if (item && item.message.type === "start") {
      // Nobody sees this one: the chat begins with the first words instead.
      this.store.remove(item.name);
    } else if (item) {
      this.store.set(item.name, { message: item.message, at: item.at, failed: text || true });
      this.onFailed(id, text);
    }
    if (this.flying && this.flying.id === id) this.landed();
  }

  /** Try a refused one again, with the same id. */
  again(id) {
    const item = this.find(id);
    if (!item) return;
    this.store.set(item.name, { message: item.message, at: item.at });
    this.next();
  }

  /** The link went up or down: what was on its way is sent again when it is up. */
  moved(online) {
    if (this.flying) clearTimeout(this.flying.timer);
    this.flying = null;
    if (online) this.next();
  }
}
