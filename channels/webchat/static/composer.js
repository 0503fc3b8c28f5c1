// The box where one writes: it grows, keeps the draft, sends on Enter, and waits for photos that are still going up.

import { Attachments } from "./attachments.js";

export class Composer {
  constructor({ setup, store, say }) {
    this.setup = setup;
    this.store = store;
    this.say = say;
    this.form = document.getElementById("composer");
    this.box = document.getElementById("text");
    this.noteBox = document.getElementById("note");
    this.attachments = new Attachments({ setup, onChange: () => this.changed(), note: (words) => this.note(words) });
    this.box.value = this.box.value || store.get("draft") || "";
    this.listen();
    this.grow();
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.box.addEventListener("keydown", (event) => {
      // 229: the key belongs to an input method that is composing a Vietnamese letter.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      this.send();
    });
    this.box.addEventListener("input", () => {
      this.note("");
      this.keepDraft();
      this.grow();
    });
    this.box.addEventListener("paste", (event) => {
      const files = [...event.clipboardData.files];
      if (!files.length) return;
      event.preventDefault();
      this.attachments.add(files);
    });
    addEventListener("pagehide", () => this.storeDraft());
    const picker = document.getElementById("files");
    picker.addEventListener("change", () => {
      this.note("");
      this.attachments.add(picker.files);
      picker.value = "";
    });
    this.listenForDrops();
  }

  listenForDrops() {
    const carriesFiles = (event) => event.dataTransfer && event.dataTransfer.types.includes("Files");
    document.addEventListener("dragover", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      document.body.classList.add("dropping");
    });
    for (const name of ["dragleave", "drop"]) {
      document.addEventListener(name, (event) => {
        if (name === "drop" || !event.relatedTarget) document.body.classList.remove("dropping");
      });
    }
    document.addEventListener("drop", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      this.attachments.add(event.dataTransfer.files);
    });
  }

  send() {
    const { texts, limits } = this.setup;
    const text = this.box.value.trim();
    if (!text && !this.attachments.items.length) return this.box.focus();
    if ([...text].length > limits.text) {
      return this.note(texts["draft-too-long"].replace("{most}", limits.text.toLocaleString(this.setup.language)));
    }
    if (this.attachments.failed) return this.note(texts["attach-failed"]);
    if (this.attachments.busy) {
      this.wanted = true;
      return this.note(texts["attach-busy"]);
    }
    this.wanted = false;
    this.note("");
    const { files, pictures, names } = this.attachments.take();
    this.say({ text, files }, { pictures, names });
    this.box.value = "";
    this.store.remove("draft");
    this.grow();
    this.box.focus();
  }

  changed() {
    if (this.wanted && !this.attachments.busy && !this.attachments.failed) this.send();
    if (!this.attachments.items.length) this.wanted = false;
  }

  note(words) {
    if (this.noteBox.textContent !== words) this.noteBox.textContent = words;
  }

  keepDraft() {
    clearTimeout(this.draftTimer);
    this.draftTimer = setTimeout(() => this.storeDraft(), 300);
  }

  storeDraft() {
    if (this.left) return;
    if (this.box.value) this.store.set("draft", this.box.value);
    else this.store.remove("draft");
  }

  /** The visitor leaves this device: nothing of theirs stays behind. */
  forget() {
    this.left = true;
    clearTimeout(this.draftTimer);
  }

  grow() {
    this.box.style.height = "auto";
    // The border is not part of scrollHeight.
    this.box.style.height = `${this.box.scrollHeight + 3}px`;
  }
}
