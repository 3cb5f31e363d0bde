// e walks the evidence in reading order; pointing at a quote lights its place on the page picture, and back.
"use strict";
// A quote may stand under two findings; the walk visits it once.
const quotes = [...new Map([...document.querySelectorAll("blockquote[data-evidence], .term[data-evidence]")].map((q) => [q.dataset.evidence, q])).values()]
  .sort((a, b) => a.dataset.evidence.slice(1) - b.dataset.evidence.slice(1));
let at = -1;
function light(id, on) {
  document.querySelectorAll(`[data-evidence="${CSS.escape(id)}"]`).forEach((mark) => mark.classList.toggle("lit", on));
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "e" || event.ctrlKey || event.metaKey || event.target.matches("input, select, textarea") || !quotes.length) return;
  if (at >= 0) light(quotes[at].dataset.evidence, false);
  at = (at + 1) % quotes.length;
  light(quotes[at].dataset.evidence, true);
  const folded = quotes[at].closest("details");
  if (folded) folded.open = true;
  quotes[at].scrollIntoView({ block: "center" });
});
for (const mark of document.querySelectorAll("[data-evidence]")) {
  mark.addEventListener("mouseenter", () => light(mark.dataset.evidence, true));
  mark.addEventListener("mouseleave", () => light(mark.dataset.evidence, false));
  if (mark.matches("rect")) mark.addEventListener("click", () => {
    document.querySelector(`blockquote[data-evidence="${CSS.escape(mark.dataset.evidence)}"]`)?.scrollIntoView({ block: "center" });
  });
}
