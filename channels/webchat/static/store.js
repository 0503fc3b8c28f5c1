// What this browser remembers of one visitor: unsent messages, the draft, the last line seen. Survives a closed page.

export function makeStore(key) {
  const prefix = `nghedan:${key}:`;
  const memory = new Map();
  // A browser may forbid storage or have none left: then memory must do, and nothing else changes.
  const usable = works();

  function works() {
    try {
      localStorage.setItem(`${prefix}try`, "1");
      localStorage.removeItem(`${prefix}try`);
      return true;
    } catch {
      return false;
    }
  }

  return {
    get(name) {
      if (memory.has(name)) return memory.get(name);
      if (!usable) return null;
      try {
        return JSON.parse(localStorage.getItem(prefix + name));
      } catch {
        return null;
      }
    },
    set(name, value) {
      if (usable) {
        try {
          localStorage.setItem(prefix + name, JSON.stringify(value));
          memory.delete(name);
          return;
        } catch {
          // Full: fall through.
        }
      }
      memory.set(name, value);
    },
    remove(name) {
      memory.delete(name);
      if (usable) localStorage.removeItem(prefix + name);
    },
    /** Names that begin with `start`, in order. */
    names(start) {
      const found = new Set([...memory.keys()].filter((name) => name.startsWith(start)));
      if (usable) {
        for (let place = 0; place < localStorage.length; place += 1) {
          const name = localStorage.key(place);
          if (name.startsWith(prefix + start)) found.add(name.slice(prefix.length));
        }
      }
      return [...found].sort();
    },
    clear() {
      for (const name of this.names("")) this.remove(name);
    },
  };
}

/** An id that no other message has: 128 random bits. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
