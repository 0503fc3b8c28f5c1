// What opens over the conversation: the menu, the location card, leaving, and the photo viewer.

export function setUpMenu({ onItem }) {
  const menu = document.getElementById("menu");
  const opener = document.querySelector(".menu-open");
  const rest = [document.querySelector("main")];

  const set = (open) => {
    menu.classList.toggle("open", open);
    opener.setAttribute("aria-expanded", String(open));
    // What lies behind the drawer is out of reach; on a wide screen nothing lies behind.
    const covers = open && getComputedStyle(opener).display !== "none";
    rest.forEach((part) => (part.inert = covers));
    if (covers) menu.querySelector(".item").focus();
  };
  const close = () => {
    if (!menu.classList.contains("open")) return;
    set(false);
    opener.focus();
  };

  for (const [link, action] of [
    [opener, () => set(true)],
    [document.querySelector(".menu-close"), close],
    [document.querySelector(".veil"), close],
  ]) {
    link.setAttribute("role", "button");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      action();
    });
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      action();
    });
  }
  opener.setAttribute("aria-expanded", "false");
  opener.setAttribute("aria-controls", "menu");
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
  menu.querySelector(".items").addEventListener("submit", (event) => {
    event.preventDefault();
    close();
    onItem(event.submitter.value);
  });
}

export function setUpLeaving({ onLeave }) {
  const card = document.getElementById("leave");
  const form = document.querySelector("form.leave");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    card.showModal();
  });
  card.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    card.close();
    if (button.value !== "leave") return;
    onLeave();
    form.submit();
  });
}

/** The location card explains first, then asks the device; on any trouble typing remains. */
export function setUpLocation({ texts, onPin, onType }) {
  const card = document.getElementById("location");
  const note = card.querySelector(".note");
  const send = card.querySelector("[value=send]");
  const label = send.textContent;

  const failed = (words) => {
    send.disabled = false;
    send.textContent = label;
    note.textContent = words;
  };
  const ask = () => {
    if (!("geolocation" in navigator) || !isSecureContext) return failed(texts["location-failed"]);
    send.disabled = true;
    send.textContent = texts["location-busy"];
    note.textContent = "";
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        if (!card.open) return;
        card.close();
        onPin({ lat: coords.latitude, lon: coords.longitude });
      },
      (error) => failed(error.code === error.PERMISSION_DENIED ? texts["location-denied"] : texts["location-failed"]),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    );
  };
  card.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button && button.value === "send") ask();
    else if (button) {
      card.close();
      onType();
    }
  });
  return () => {
    failed("");
    card.showModal();
  };
}

export function setUpViewer(stream) {
  const viewer = document.getElementById("viewer");
  const image = viewer.querySelector("img");
  let photos = [];
  let place = 0;

  const show = (next) => {
    place = (next + photos.length) % photos.length;
    image.src = photos[place].href;
    image.alt = photos[place].querySelector("img").alt;
    for (const value of ["previous", "next"]) viewer.querySelector(`[value=${value}]`).hidden = photos.length < 2;
  };
  stream.addEventListener("click", (event) => {
    const photo = event.target.closest("a.photo");
    if (!photo || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    photos = [...photo.parentElement.querySelectorAll("a.photo")];
    show(photos.indexOf(photo));
    viewer.showModal();
  });
  viewer.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || button.value === "close") viewer.close();
    else show(place + (button.value === "next" ? 1 : -1));
  });
  viewer.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight") show(place + 1);
    if (event.key === "ArrowLeft") show(place - 1);
  });
  viewer.addEventListener("close", () => image.removeAttribute("src"));
}
