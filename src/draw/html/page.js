"use strict";
(() => {
  const svg = document.querySelector("figure svg");
  const tools = document.querySelector(".tools");
  if (!svg || !tools) return;
  const whole = svg.getAttribute("viewBox").split(" ").map(Number);
  let box = whole.slice();
  const show = () => svg.setAttribute("viewBox", box.map((n) => n.toFixed(2)).join(" "));
  const zoom = (factor, x = 0.5, y = 0.5) => {
    const width = Math.min(Math.max(box[2] * factor, whole[2] / 40), whole[2]);
    const height = width * whole[3] / whole[2];
    box = [box[0] + (box[2] - width) * x, box[1] + (box[3] - height) * y, width, height];
    show();
  };
  const within = (event) => {
    const area = svg.getBoundingClientRect();
    return [(event.clientX - area.left) / area.width, (event.clientY - area.top) / area.height];
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
    zoom(event.deltaY < 0 ? 0.85 : 1.18, ...within(event));
  }, { passive: false });
  let held = null;
  svg.addEventListener("pointerdown", (event) => { held = { at: within(event), moved: false }; });
  window.addEventListener("pointermove", (event) => {
    if (!held) return;
    const at = within(event);
    const [right, down] = [at[0] - held.at[0], at[1] - held.at[1]];
    if (!held.moved && Math.hypot(right, down) < 0.01) return;
    held.moved = true;
    svg.classList.add("moving");
    box = [box[0] - right * box[2], box[1] - down * box[3], box[2], box[3]];
    held.at = at;
    show();
  });
  window.addEventListener("pointerup", () => {
    svg.classList.remove("moving");
    held = held && held.moved ? { moved: true, at: [0, 0], over: true } : null;
    if (held) setTimeout(() => { held = null; });
  });
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
    if (held && held.moved) return;
    const mark = event.target.closest("g[data-about]");
    const chosen = mark && ids(mark).length === 1 && !mark.classList.contains("only") ? ids(mark)[0] : null;
    svg.querySelectorAll("g.only").forEach((own) => own.classList.remove("only"));
    if (chosen) mark.classList.add("only");
    choose(chosen);
  });
  tools.hidden = false;
})();
