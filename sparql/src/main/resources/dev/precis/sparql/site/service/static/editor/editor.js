// Makes an editor with results of the form for queries. Without this script the form is a form.

import { element } from "./element.js";
import { kept } from "./kept.js";
import { Results } from "./results.js";
import { Writing } from "./writing.js";

const LONGEST_LINK = 30000;
const ACCEPTED = "application/sparql-results+json, text/turtle;q=0.9, */*;q=0.1";
const KEYS =
  "Ctrl+Enter runs the query, Ctrl+Space offers terms. Tab indents; to leave the query by keyboard press Esc, then Tab.";

const form = document.getElementById("ask");
const field = document.getElementById("query");
const button = form.querySelector("button[type=submit]");
const status = element("p", { class: "status", role: "status" });
const wrong = element("p", { class: "hint", id: "wrong" });
const plain = element("input", { type: "checkbox", id: "plain" });
const first = field.value;
const results = new Results(form, { base: form.dataset.base, path: form.dataset.path });
const writing = new Writing(field, wrong, run, (query) => (kept.query = query));
let running;

function say(text) {
  status.textContent = text;
}

// --- running

async function run() {
  running?.abort();
  const mine = new AbortController();
  begin(mine);
  try {
    const answer = await ask(writing.query, mine.signal);
    say(results.show(answer));
  } catch (problem) {
    if (running === mine) {
      say(mine.signal.aborted ? "Stopped." : results.fail(problem.message));
    }
  } finally {
    if (running === mine) {
      end();
    }
  }
}

/** By GET, so that what was asked before need not be asked again; by POST where no address may be that long. */
async function ask(query, signal) {
  const address = new URL(form.action);
  address.search = new URLSearchParams({ query });
  const short = address.href.length < LONGEST_LINK;
  const start = performance.now();
  const answer = await (short
    ? fetch(address, { headers: { Accept: ACCEPTED }, signal })
    : fetch(form.action, {
        method: "POST",
        headers: { Accept: ACCEPTED, "Content-Type": "application/sparql-query" },
        body: query,
        signal,
      }));
  return {
    status: answer.status,
    reason: answer.statusText,
    type: (answer.headers.get("Content-Type") ?? "").split(";")[0],
    body: await answer.text(),
    seconds: (performance.now() - start) / 1000,
    address: short ? address.href : "",
  };
}

function begin(controller) {
  running = controller;
  button.textContent = "Stop";
  say("Running …");
  results.clear();
}

function end() {
  running = undefined;
  button.textContent = "Run";
}

// --- links, and back to the beginning

function fromLink() {
  const link = new URLSearchParams(location.hash.substring(1));
  if (link.has("query")) {
    writing.query = link.get("query");
    if (link.get("run") === "true") {
      run();
    }
  }
  return link.has("query");
}

async function share() {
  const link = new URL(`#${new URLSearchParams({ query: writing.query })}`, location.href).href;
  history.replaceState(null, "", link);
  try {
    await navigator.clipboard.writeText(link);
    say("A link to this query was copied. It is in the address bar, too.");
  } catch {
    say("The link to this query is in the address bar.");
  }
}

function reset() {
  running?.abort();
  end();
  kept.forget();
  history.replaceState(null, "", location.pathname);
  writing.query = first;
  if (writing.editor) {
    plain.checked = false;
    writing.usePlain(false);
  }
  results.clear();
  say("Back to the first query; nothing is kept.");
}

function take(example) {
  history.replaceState(null, "", location.pathname);
  writing.query = new URL(example.href).searchParams.get("query");
  say(`“${example.textContent}” is in the editor.`);
  writing.focus();
  form.scrollIntoView({ block: "nearest" });
}

// --- the controls

form.querySelector(".as").remove();
form.querySelector(".controls").append(
  element("button", { type: "button", class: "second", onclick: share }, "Copy a link"),
  element("button", { type: "button", class: "second", onclick: reset }, "Reset"),
  writing.editor ? element("label", { class: "plain" }, plain, " Plain text field") : "",
);
form.append(wrong, element("p", { class: "hint", id: "keys" }, KEYS), status);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  running ? running.abort() : run();
});
plain.addEventListener("change", () => {
  kept.plain = plain.checked;
  writing.usePlain(plain.checked);
});
document.querySelector("label[for=query]").addEventListener("click", () => writing.focus());
document.querySelector(".examples").addEventListener("click", (event) => {
  const example = event.target.closest("a");
  if (example && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    take(example);
  }
});
window.addEventListener("hashchange", fromLink);

if (writing.editor && kept.plain) {
  plain.checked = true;
  writing.usePlain(true);
}
if (!fromLink()) {
  writing.query = kept.query ?? first;
}
document.documentElement.dataset.editor = "ready";
