// Makes an editor with results of the form for queries. Without this script the form is a form.

import { complete, completeWhileTyping } from "./completion.js";
import { element } from "./element.js";
import { Results } from "./results.js";

const KEPT = "precis.query";
const PLAIN = "precis.plain";
const LONGEST_LINK = 30000;
const ACCEPTED = "application/sparql-results+json, text/turtle;q=0.9, */*;q=0.1";
const KEYS =
  "Ctrl+Enter runs the query, Ctrl+Space offers terms. Tab indents; to leave the query by keyboard press Esc, then Tab.";

// what the grammar calls its tokens (www.w3.org/TR/sparql11-query section 19.8), as people write them
const TOKENS = [
  [/^VAR/, "?variable"],
  [/^IRI/, "<IRI>"],
  [/^PNAME/, "prefix:name"],
  [/^STRING/, '"text"'],
  [/^(?:INTEGER|DECIMAL|DOUBLE)/, "1.5"],
  [/^(?:BLANK_NODE|ANON)/, "[]"],
  [/^NIL/, "()"],
];

const form = document.getElementById("ask");
const field = document.getElementById("query");
const first = field.value;
const results = new Results(form, { base: form.dataset.base, path: form.dataset.path });
let running;

// --- the query: in the editor, or in a plain field for whoever gets on better with one

const holder = element("div", { class: "editor" });
field.after(holder);
const editor = made();

function made() {
  if (!window.Yasqe) {
    return undefined;
  }
  Yasqe.defaults.autocompleters = []; // the library's own ask other hosts
  const yasqe = new Yasqe(holder, {
    value: field.value,
    persistenceId: null,
    createShareableLink: null,
    consumeShareLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "auto",
    viewportMargin: Infinity,
    inputStyle: "contenteditable", // what is written can be read by a screen reader
    screenReaderLabel: "Query",
    autocompleters: [],
    extraKeys: { "Ctrl-Enter": run, "Cmd-Enter": run, "Ctrl-Space": () => complete(yasqe), Esc: letTabLeave },
  });
  yasqe.on("change", () => keep(yasqe.getValue()));
  yasqe.on("changes", tellWhatIsWrong);
  yasqe.on("inputRead", (_, change) => completeWhileTyping(yasqe, change));
  // the library's own explanation of an error carries inline styles, which the policy of this page refuses
  holder.addEventListener("mouseover", (event) => event.target.closest(".parseErrorIcon") && event.stopPropagation(), true);
  return yasqe;
}

function isPlain() {
  return !editor || holder.hidden;
}

function query() {
  return isPlain() ? field.value : editor.getValue();
}

function write(text) {
  field.value = text;
  editor?.setValue(text);
  tellWhatIsWrong();
}

function usePlain(plain) {
  const text = query();
  holder.hidden = plain;
  field.hidden = !plain;
  write(text);
  editor?.refresh();
}

/** Until something else is pressed, Tab goes on to the next control (WCAG 2.2, 2.1.2). */
function letTabLeave(yasqe) {
  const leaving = { Tab: false, "Shift-Tab": false };
  yasqe.addKeyMap(leaving);
  const stay = () => {
    yasqe.removeKeyMap(leaving);
    yasqe.off("blur", stay);
    yasqe.off("change", stay);
  };
  yasqe.on("blur", stay);
  yasqe.on("change", stay);
}

function tellWhatIsWrong() {
  const wrong = document.getElementById("wrong");
  if (!wrong || isPlain()) {
    return;
  }
  wrong.textContent = "";
  for (let line = 0; line < editor.lineCount() && !editor.queryValid; line++) {
    const { state } = editor.getTokenAt({ line, ch: editor.getLine(line).length }, true);
    if (!state.OK) {
      const possible = [...new Set(state.possibleCurrent.map((token) => TOKENS.find(([name]) => name.test(token))?.[1] ?? token))];
      wrong.textContent = `Line ${line + 1}: ${state.errorMsg ?? `possible here: ${possible.slice(0, 12).join("  ")}`}`;
      return;
    }
  }
}

// --- what is kept, and links

function keep(text) {
  try {
    if (text === first) {
      localStorage.removeItem(KEPT);
    } else {
      localStorage.setItem(KEPT, text);
    }
  } catch {
    // a browser that keeps nothing: the query is there until the page is left
  }
}

function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function fromLink() {
  const link = new URLSearchParams(location.hash.substring(1));
  if (link.has("query")) {
    write(link.get("query"));
    if (link.get("run") === "true") {
      run();
    }
  }
  return link.has("query");
}

async function share() {
  const link = new URL(`#${new URLSearchParams({ query: query() })}`, location.href).href;
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
  try {
    localStorage.removeItem(KEPT);
    localStorage.removeItem(PLAIN);
  } catch {
    // nothing was kept
  }
  history.replaceState(null, "", location.pathname);
  write(first);
  if (editor) {
    plain.checked = false;
    usePlain(false);
  }
  results.clear();
  say("Back to the first query; nothing is kept.");
}

// --- running

async function run() {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  const text = query();
  const address = new URL(form.action);
  address.search = new URLSearchParams({ query: text });
  const short = address.href.length < LONGEST_LINK;
  begin();
  const start = performance.now();
  try {
    const answer = short
      ? await fetch(address, { headers: { Accept: ACCEPTED }, signal: mine.signal })
      : await fetch(form.action, {
          method: "POST",
          headers: { Accept: ACCEPTED, "Content-Type": "application/sparql-query" },
          body: text,
          signal: mine.signal,
        });
    const body = await answer.text();
    say(results.show({
      status: answer.status,
      reason: answer.statusText,
      type: (answer.headers.get("Content-Type") ?? "").split(";")[0],
      body,
      seconds: (performance.now() - start) / 1000,
      address: short ? address.href : "",
    }));
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

function begin() {
  button.textContent = "Stop";
  say("Running …");
  results.clear();
}

function end() {
  running = undefined;
  button.textContent = "Run";
}

// --- the controls

const button = form.querySelector("button[type=submit]");
const status = element("p", { class: "status", role: "status" });
const plain = element("input", { type: "checkbox", id: "plain", onchange: () => {
  usePlain(plain.checked);
  try {
    localStorage.setItem(PLAIN, String(plain.checked));
  } catch {
    // asked again the next time
  }
} });

function say(text) {
  status.textContent = text;
}

form.querySelector(".as").remove();
form.querySelector(".controls").append(
  element("button", { type: "button", class: "second", onclick: share }, "Copy a link"),
  element("button", { type: "button", class: "second", onclick: reset }, "Reset"),
  editor ? element("label", { class: "plain" }, plain, " Plain text field") : "",
);
form.append(element("p", { class: "hint", id: "wrong" }), element("p", { class: "hint", id: "keys" }, KEYS), status);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  running ? running.abort() : run();
});
field.addEventListener("input", () => keep(field.value));
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});
document.querySelector(".examples").addEventListener("click", (event) => {
  const example = event.target.closest("a");
  if (example && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    write(new URL(example.href).searchParams.get("query"));
    history.replaceState(null, "", location.pathname);
    say(`“${example.textContent}” is in the editor.`);
    isPlain() ? field.focus() : editor.focus();
    form.scrollIntoView({ block: "nearest" });
  }
});
window.addEventListener("hashchange", fromLink);

if (editor) {
  const input = editor.getInputField();
  input.setAttribute("role", "textbox");
  input.setAttribute("aria-multiline", "true");
  input.setAttribute("aria-describedby", "keys wrong");
  plain.checked = kept(PLAIN) === "true";
  usePlain(plain.checked);
}
document.querySelector("label[for=query]").addEventListener("click", () => !isPlain() && editor.focus());
if (!fromLink()) {
  write(kept(KEPT) ?? first);
}
document.documentElement.dataset.editor = "ready";
