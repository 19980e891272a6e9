// The pages work without this: it adds keys, and folding of all claims at once.
"use strict";
(() => {
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  let at = -1;

  const move = (step) => {
    const links = all(".result :is(h2, h3) a");
    if (links.length === 0) return;
    at = Math.max(0, Math.min(links.length - 1, at + step));
    links[at].focus();
  };
  const follow = (relation) => {
    const link = document.querySelector(`a[rel="${relation}"]`);
    if (link && document.querySelector(".viewer")) link.click();
  };
  const keys = {
    "/": () => {
      const box = document.getElementById("q");
      box.focus();
      box.select();
    },
    j: () => move(1),
    k: () => move(-1),
    o: () => at >= 0 && all(".result :is(h2, h3) a")[at].click(),
    ArrowLeft: () => follow("prev"),
    ArrowRight: () => follow("next"),
  };
  document.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key.startsWith("Arrow") && event.target.closest(".stage")) return;
    if (!event.key.startsWith("Arrow")) event.preventDefault();
    act();
  });

  for (const buttons of all(".folding")) {
    const set = buttons.closest(".claim-set");
    if (!set.querySelector("details")) continue;
    buttons.hidden = false;
    buttons.addEventListener("click", (event) => {
      const how = event.target.dataset.fold;
      if (how) for (const part of set.querySelectorAll("details")) part.open = how === "open";
    });
  }

  // On a narrow page the outline would push the text away.
  const outline = document.querySelector(".outline details");
  if (outline && matchMedia("(max-width: 63.99rem)").matches) outline.open = false;

  // A place within a folded part is shown when it is linked to.
  const reveal = () => {
    let place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (; place; place = place.parentElement) if (place.tagName === "DETAILS") place.open = true;
  };
  addEventListener("hashchange", reveal);
  reveal();

  addEventListener("beforeprint", () => {
    for (const part of all("details")) part.open = true;
  });
})();
