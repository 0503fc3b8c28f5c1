// Photos and files before they are sent: made smaller, shown, uploaded one at a time, taken away again.

const LONGEST_SIDE = 2560;
const SMALL_ENOUGH = 1_200_000;
const PREVIEW_SIDE = 320;

export class Attachments {
  constructor({ setup, onChange, note }) {
    this.setup = setup;
    this.onChange = onChange;
    this.note = note;
    this.items = [];
    this.list = document.getElementById("attachments");
    this.list.addEventListener("click", (event) => this.clicked(event));
  }

  get busy() {
    return this.items.some((item) => item.state === "waiting" || item.state === "uploading");
  }

  get failed() {
    return this.items.some((item) => item.state === "failed");
  }

  add(files) {
    const { texts, limits } = this.setup;
    for (const file of files) {
      if (this.items.length >= limits.files) {
        this.note(texts["attach-many"].replace("{count}", limits.files));
        break;
      }
      const isPicture = /^image\/(jpeg|png|webp|gif|bmp)$/.test(file.type);
      // A picture is made smaller first; anything else is told before it has travelled for nothing.
      if (!isPicture && file.size > limits.bytes) {
        const megabytes = Math.round(limits.bytes / 1048576);
        this.note(texts["attach-too-large"].replace("{name}", file.name).replace("{megabytes}", megabytes));
        continue;
      }
      const item = { file, isPicture, name: file.name, state: "waiting", share: 0, preview: "" };
      this.items.push(item);
      this.draw(item);
    }
    this.drawAll();
    this.work();
  }

  async work() {
    if (this.working) return;
    this.working = true;
    for (let item = this.nextWaiting(); item; item = this.nextWaiting()) {
      item.state = "uploading";
      try {
        if (item.isPicture && !item.body) await this.shrink(item);
        this.draw(item);
        await this.upload(item);
        item.state = "done";
      } catch (refusal) {
        item.state = "failed";
        if (this.items.includes(item)) this.note(refusal.message || this.setup.texts["attach-failed"]);
      }
      this.draw(item);
      this.onChange();
    }
    this.working = false;
  }

  nextWaiting() {
    return this.items.find((item) => item.state === "waiting");
  }

  /** Failed ones get another try: the network is back. */
  again() {
    for (const item of this.items) if (item.state === "failed" && !item.refused) this.retry(item);
  }

  retry(item) {
    item.state = "waiting";
    item.share = 0;
    this.draw(item);
    this.work();
  }

  async shrink(item) {
    let picture;
    try {
      picture = await createImageBitmap(item.file, { imageOrientation: "from-image" });
    } catch {
      return; // Not a picture that this browser can read: the server looks at it.
    }
    item.preview = draw(picture, PREVIEW_SIDE).toDataURL("image/jpeg", 0.7);
    const longest = Math.max(picture.width, picture.height);
    if (item.file.size > SMALL_ENOUGH || longest > LONGEST_SIDE) {
      const canvas = draw(picture, Math.min(longest, LONGEST_SIDE));
      const smaller = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
      if (smaller && smaller.size < item.file.size) item.body = smaller;
    }
    picture.close();
  }

  upload(item) {
    const body = new FormData();
    const shrunk = item.body && item.body !== item.file;
    const name = shrunk ? item.name.replace(/\.[^.]+$/, "") + ".jpg" : item.name;
    body.append("file", item.body || item.file, name);
    return new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      item.request = request;
      request.open("POST", `${this.setup.base}/chat/files`);
      request.responseType = "json";
      request.upload.onprogress = (event) => {
        item.share = event.lengthComputable ? event.loaded / event.total : 0;
        this.drawProgress(item);
      };
      request.onload = () => {
        const answer = request.response || {};
        if (request.status !== 200) {
          item.refused = request.status !== 429 && request.status < 500;
          // A proxy before us has a limit of its own and none of our words.
          const tooLarge = request.status === 413 ? this.setup.texts["attach-refused-large"].replace("{name}", item.name) : "";
          return fail(new Error(answer.text || tooLarge));
        }
        item.token = answer.token;
        done();
      };
      request.onerror = request.onabort = () => fail(new Error(""));
      request.send(body);
    });
  }

  remove(item) {
    this.items = this.items.filter((other) => other !== item);
    if (item.request) item.request.abort();
    this.drawAll();
    this.onChange();
  }

  /** Give away what is ready, to go with a message. */
  take() {
    const ready = this.items.filter((item) => item.state === "done");
    this.items = this.items.filter((item) => item.state !== "done");
    this.drawAll();
    return {
      files: ready.map((item) => item.token),
      pictures: ready.map((item) => ({ url: item.preview, name: item.name })).filter((picture) => picture.url),
      names: ready.filter((item) => !item.preview).map((item) => item.name),
    };
  }

  // The row of tiles

  clicked(event) {
    const item = this.items.find((each) => each.element && each.element.contains(event.target));
    if (!item) return;
    if (event.target.closest(".remove")) {
      const place = this.items.indexOf(item);
      this.remove(item);
      const next = this.items[place] || this.items[place - 1];
      (next ? next.element.querySelector(".remove") : document.getElementById("files")).focus();
    } else if (event.target.closest("button.tile")) this.retry(item);
  }

  drawAll() {
    this.list.hidden = !this.items.length;
    this.list.replaceChildren(...this.items.map((item) => item.element));
  }

  draw(item) {
    const { texts } = this.setup;
    const element = document.createElement("li");
    const failed = item.state === "failed";
    const tile = document.createElement(failed ? "button" : "div");
    tile.className = "tile";
    if (item.preview) {
      const image = new Image();
      image.src = item.preview;
      image.alt = item.name;
      tile.append(image);
    }
    if (failed) {
      tile.type = "button";
      tile.setAttribute("aria-label", texts["attach-retry"].replace("{name}", item.name));
      tile.append(icon("again"));
    } else if (!item.preview) {
      const name = document.createElement("b");
      name.textContent = item.name;
      tile.append(icon(item.isPicture ? "photo" : "document"), name);
    }
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "remove";
    remove.setAttribute("aria-label", texts["attach-remove"].replace("{name}", item.name));
    remove.append(icon("close"));
    element.append(tile, remove);
    if (item.state === "uploading" || item.state === "waiting") {
      const progress = document.createElement("progress");
      progress.max = 1;
      progress.setAttribute("aria-label", item.name);
      element.append(progress);
    }
    if (item.element) item.element.replaceWith(element);
    item.element = element;
    this.drawProgress(item);
  }

  drawProgress(item) {
    const progress = item.element.querySelector("progress");
    if (progress) progress.value = item.share;
  }
}

function draw(picture, longest) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff"; // what is transparent would turn black
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS("http://www.w3.org/2000/svg", "use"));
  svg.firstChild.setAttribute("href", `#i-${name}`);
  return svg;
}
