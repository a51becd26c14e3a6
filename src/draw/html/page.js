"use strict";
(() => {
  const svg = document.querySelector("figure svg");
  const tools = document.querySelector(".tools");
  if (!svg || !tools) return;
  const whole = svg.getAttribute("viewBox").split(" ").map(Number);
  let box = whole.slice();
  const show = () => {
    // Beyond the picture is nothing to be seen.
    box[0] = Math.min(Math.max(box[0], 0), whole[2] - box[2]);
    box[1] = Math.min(Math.max(box[1], 0), whole[3] - box[3]);
    svg.setAttribute("viewBox", box.map((n) => n.toFixed(2)).join(" "));
    // One finger moves the page while the picture is whole, and an enlarged picture.
    svg.classList.toggle("enlarged", box[2] < whole[2] * 0.999);
  };
  // Where in the picture a place on the screen is.
  const place = ({ x, y }) => {
    const shown = svg.getScreenCTM();
    return [(x - shown.e) / shown.a, (y - shown.f) / shown.d];
  };
  const zoom = (factor, [x, y] = [box[0] + box[2] / 2, box[1] + box[3] / 2]) => {
    const width = Math.min(Math.max(box[2] * factor, whole[2] / 40), whole[2]);
    const scale = width / box[2];
    box = [x - (x - box[0]) * scale, y - (y - box[1]) * scale, width, box[3] * scale];
    show();
  };
  const actions = {
    in: () => zoom(0.8),
    out: () => zoom(1.25),
    whole: () => { box = whole.slice(); show(); choose(null); },
  };
  for (const button of tools.querySelectorAll("button")) {
    button.addEventListener("click", actions[button.value]);
  }
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 0.85 : 1.18, place(event));
  }, { passive: false });
  // Fingers or a mouse on the picture, two at most, by their numbers, and how far they went.
  const down = new Map();
  let travelled = 0;
  const grip = () => {
    const all = [...down.values()];
    const middle = (of) => all.reduce((sum, one) => sum + one[of], 0) / all.length;
    const apart = all.length > 1 ? Math.hypot(all[0].x - all[1].x, all[0].y - all[1].y) : 0;
    return { x: middle("x"), y: middle("y"), apart };
  };
  svg.addEventListener("pointerdown", (event) => {
    if (event.isPrimary) { down.clear(); travelled = 0; }
    if (event.button === 0 && down.size < 2) down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  window.addEventListener("pointermove", (event) => {
    const last = down.get(event.pointerId);
    if (!last) return;
    const before = grip();
    travelled += Math.hypot(event.clientX - last.x, event.clientY - last.y);
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (travelled < 4) return;
    svg.classList.add("moving");
    const [now, held] = [grip(), place(before)];
    if (before.apart > 0 && now.apart > 0) zoom(before.apart / now.apart, held);
    const there = place(now);
    box = [box[0] + held[0] - there[0], box[1] + held[1] - there[1], box[2], box[3]];
    show();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    window.addEventListener(end, (event) => {
      if (down.delete(event.pointerId) && down.size === 0) svg.classList.remove("moving");
    });
  }
  const ids = (mark) => (mark.dataset.about || "").split(" ");
  function choose(id) {
    svg.classList.toggle("chosen", id !== null);
    const marks = [...svg.querySelectorAll("g[data-about]")];
    const near = new Set([id]);
    for (const mark of marks) {
      if (ids(mark).includes(id)) ids(mark).forEach((other) => near.add(other));
    }
    for (const mark of marks) {
      const own = ids(mark);
      mark.classList.toggle("near", own.length === 1 ? near.has(own[0]) : own.includes(id));
    }
  }
  svg.addEventListener("click", (event) => {
    // The click at the end of a movement is none.
    if (travelled >= 4) return;
    const mark = event.target.closest("g[data-about]");
    const chosen = mark && ids(mark).length === 1 && !mark.classList.contains("only") ? ids(mark)[0] : null;
    svg.querySelectorAll("g.only").forEach((own) => own.classList.remove("only"));
    if (chosen) mark.classList.add("only");
    choose(chosen);
  });
  tools.hidden = false;
})();
