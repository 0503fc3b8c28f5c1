// The way to the server: a socket, and where none gets through, plain requests. It carries; it remembers nothing.

const HEARTBEAT = 25_000;
const PONG_WITHIN = 10_000;
const SLOWEST_RETRY = 20_000;
const SOCKETS_TRIED = 3;
const SOCKET_AGAIN = 60_000;

export class Link {
  /** @param {{base: string, since: () => number, on: {lines, ack, error, typing, state}}} options */
  constructor({ base, since, on }) {
    this.base = base;
    this.since = since;
    this.on = on;
    this.online = false;
    this.failures = 0;
    this.plain = false;
    this.socket = null;
    this.timers = {};
  }

  start() {
    addEventListener("online", () => this.hurry());
    addEventListener("offline", () => this.drop());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.hurry();
    });
    this.open();
  }

  /** Try now instead of later; a socket that seems well is asked whether it is. */
  hurry() {
    if (this.online && this.socket) this.ping();
    else if (!this.online && !this.trying()) {
      clearTimeout(this.timers.retry);
      this.open();
    }
  }

  trying() {
    return this.polling || (this.socket && this.socket.readyState === WebSocket.CONNECTING);
  }

  open() {
    if (this.plain) return this.poll();
    const address = new URL(`${this.base}/chat/ws`, location.href);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(address);
    this.socket = socket;
    // A firewall may swallow the attempt without a word.
    const patience = setTimeout(() => socket.close(), PONG_WITHIN);
    socket.onopen = () => {
      clearTimeout(patience);
      this.failures = 0;
      this.tell({ type: "since", line: this.since() });
      this.heartbeat();
      this.went(true);
    };
    socket.onmessage = (event) => this.hear(JSON.parse(event.data));
    socket.onclose = () => {
      clearTimeout(patience);
      if (this.socket === socket) this.lost();
    };
  }

  lost() {
    this.socket = null;
    clearTimeout(this.timers.heartbeat);
    clearTimeout(this.timers.pong);
    this.failures += 1;
    if (this.failures >= SOCKETS_TRIED) {
      this.plain = true;
      // Sockets may have been refused for a while only.
      clearTimeout(this.timers.socket);
      this.timers.socket = setTimeout(() => (this.plain = false), SOCKET_AGAIN);
    }
    this.later();
  }

  later() {
    this.went(false);
    const delay = Math.min(SLOWEST_RETRY, 400 * 2 ** Math.min(this.failures, 8)) * (0.5 + Math.random() / 2);
    clearTimeout(this.timers.retry);
    this.timers.retry = setTimeout(() => this.open(), delay);
  }

  drop() {
    if (this.socket) this.socket.close();
    this.went(false);
  }

  went(online) {
    if (this.online === online) return;
    this.online = online;
    this.on.state(online);
  }

  heartbeat() {
    clearTimeout(this.timers.heartbeat);
    this.timers.heartbeat = setTimeout(() => this.ping(), HEARTBEAT);
  }

  ping() {
    const socket = this.socket;
    if (!socket || socket.readyState !== WebSocket.OPEN) return;
    this.tell({ type: "ping" });
    clearTimeout(this.timers.pong);
    this.timers.pong = setTimeout(() => {
      // The network is gone without a word: closing takes its time, so do not wait for it.
      socket.onclose = null;
      socket.close();
      this.lost();
    }, PONG_WITHIN);
  }

  hear(message) {
    clearTimeout(this.timers.pong);
    if (this.socket) this.heartbeat();
    if (message.type === "lines") this.on.lines(message.lines);
    else if (message.type === "ack") this.on.ack(message.id);
    else if (message.type === "error") this.on.error(message);
    else if (message.type === "typing") this.on.typing(message.on);
  }

  tell(data) {
    this.socket.send(JSON.stringify(data));
  }

  /** Hand over one message; its ack or error comes as an event, or the link goes down. */
  send(message) {
    if (this.socket && this.socket.readyState === WebSocket.OPEN) this.tell(message);
    else this.post(message);
  }

  async post(message) {
    try {
      const answer = await fetch(`${this.base}/chat/say`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(message),
      });
      this.hear({ ...(await answer.json()), id: message.id });
    } catch {
      this.on.error({ id: message.id, retry_after: 3, text: "" });
    }
  }

  /** Ask again and again for lines; the server lets each request wait for news. */
  async poll() {
    if (this.polling) return;
    this.polling = true;
    try {
      while (this.plain) {
        const wait = this.online ? 25 : 0;
        const answer = await fetch(`${this.base}/chat/lines?after=${this.since()}&wait=${wait}`);
        if (answer.status === 403) this.on.forgotten((await answer.json()).text);
        if (!answer.ok) throw new Error(String(answer.status));
        this.failures = 0;
        this.went(true);
        this.hear(await answer.json());
      }
      this.polling = false;
      this.open();
    } catch {
      this.polling = false;
      this.failures += 1;
      this.later();
    }
  }
}
