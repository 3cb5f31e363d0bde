// j and k move, enter opens, / searches: the keyboard is as good as the mouse.
"use strict";
const rows = [...document.querySelectorAll("tr[data-href]")];
let at = -1;
function move(step) {
  if (!rows.length) return;
  if (at >= 0) rows[at].classList.remove("current");
  at = Math.min(Math.max(at + step, 0), rows.length - 1);
  rows[at].classList.add("current");
  rows[at].querySelector("a").focus();
  rows[at].scrollIntoView({ block: "nearest" });
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "/") { event.preventDefault(); document.querySelector("[data-key='/']").focus(); }
});
