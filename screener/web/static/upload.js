// Several files, by button or drop, two at a time; each row says what is happening and what to do.
// Without JavaScript the form posts as it is. The list survives leaving and coming back.
"use strict";
const form = document.getElementById("upload");
const input = document.getElementById("files");
const drop = document.getElementById("drop");
const table = document.getElementById("files-table");
const body = table.querySelector("tbody");
const KEY = "applicant-screener.uploads";
const WORDS = { uploading: "uploading", waiting: "waiting", scored: "screened", needs_person: "needs a person", refused: "can't be read", failed: "not uploaded" };
let uploads = JSON.parse(sessionStorage.getItem(KEY) || "[]");

function save() { sessionStorage.setItem(KEY, JSON.stringify(uploads.filter((u) => u.id || u.state === "failed"))); }

function draw() {
  table.hidden = uploads.length === 0;
  body.replaceChildren(...uploads.map((upload) => {
    const row = document.createElement("tr");
    const name = document.createElement("td");
    const state = document.createElement("td");
    const advice = document.createElement("td");
    name.textContent = upload.name;
    advice.textContent = upload.advice || "";
    if (upload.id) {
      const link = document.createElement("a");
      link.href = form.dataset.page.replace("ID", upload.id);
      link.textContent = WORDS[upload.state];
      state.append(link);
    } else { state.textContent = WORDS[upload.state]; }
    if (upload.state === "uploading") {
      const bar = document.createElement("progress");
      bar.max = 1; bar.value = upload.progress || 0;
      bar.setAttribute("aria-label", `Uploading ${upload.name}`);
      state.append(" ", bar);
    }
    row.append(name, state, advice);
    return row;
  }));
  save();
}

function send(upload, file) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const data = new FormData();
    data.append("cv", file, file.name);
    data.append("position", document.getElementById("position").value);
    request.open("POST", form.dataset.api);
    request.setRequestHeader("Idempotency-Key", upload.key);
    request.responseType = "json";
    request.upload.onprogress = (event) => { upload.progress = event.loaded / event.total; draw(); };
    request.onload = () => {
      const answer = request.response || {};
      if (request.status === 202) { upload.id = answer.id; upload.state = "waiting"; }
      else { upload.state = "failed"; upload.advice = answer.detail || "Something broke on our side; nothing was lost. Try again."; }
      draw(); done();
    };
    request.onerror = () => { upload.state = "failed"; upload.advice = "The connection broke. Try again: nothing is uploaded twice."; draw(); done(); };
    request.send(data);
  });
}

async function start(files) {
  const queue = [...files].map((file) => {
    const upload = { name: file.name, state: "uploading", key: crypto.randomUUID() };
    uploads.push(upload);
    return () => send(upload, file);
  });
  draw();
  const lane = async () => { while (queue.length) await queue.shift()(); };
  await Promise.all([lane(), lane()]);
}

async function look() {
  for (const upload of uploads.filter((u) => u.id && u.state === "waiting")) {
    const answer = await fetch(form.dataset.api.replace("applications", `screenings/${upload.id}`));
    if (answer.status !== 200) continue;
    const result = await answer.json();
    upload.state = result.status;
    upload.advice = result.error ? result.error.message : result.status === "needs_person" ? result.result_line : "";
    draw();
  }
  setTimeout(look, 1000);
}

form.addEventListener("submit", (event) => { event.preventDefault(); start(input.files); input.value = ""; });
drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => { event.preventDefault(); drop.classList.remove("over"); start(event.dataTransfer.files); });
draw();
look();
