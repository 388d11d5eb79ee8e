// The query while it is written: in the library's editor, or in a plain field for whoever gets on better with one.

import { complete, completeWhileTyping } from "./completion.js";
import { element } from "./element.js";

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

export class Writing {
  /**
   * @param field the text area of the form
   * @param wrong where to tell what is no SPARQL
   * @param run what Ctrl+Enter does
   * @param written is given the query whenever somebody has changed it here, by hand
   */
  constructor(field, wrong, run, written) {
    this.field = field;
    this.wrong = wrong;
    this.holder = element("div", { class: "editor" });
    field.after(this.holder);
    this.editor = window.Yasqe && this.made(run, written);
    if (this.editor) {
      this.describe();
      this.usePlain(false);
    }
    field.addEventListener("input", () => written(field.value));
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        run();
      }
    });
  }

  made(run, written) {
    Yasqe.defaults.autocompleters = []; // the library's own ask other hosts
    const yasqe = new Yasqe(this.holder, {
      value: this.field.value,
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
    yasqe.on("change", (_, change) => change.origin !== "setValue" && written(yasqe.getValue()));
    yasqe.on("changes", () => this.tellWhatIsWrong());
    yasqe.on("inputRead", (_, change) => completeWhileTyping(yasqe, change));
    return yasqe;
  }

  describe() {
    const input = this.editor.getInputField();
    input.setAttribute("role", "textbox");
    input.setAttribute("aria-multiline", "true");
    input.setAttribute("aria-describedby", "keys wrong");
    // the library's own explanation of an error carries inline styles, which the policy of this page refuses
    const silence = (event) => event.target.closest(".parseErrorIcon") && event.stopPropagation();
    this.holder.addEventListener("mouseover", silence, true);
  }

  get isPlain() {
    return !this.editor || this.holder.hidden;
  }

  get query() {
    return this.isPlain ? this.field.value : this.editor.getValue();
  }

  set query(text) {
    this.field.value = text;
    this.editor?.setValue(text);
    this.tellWhatIsWrong();
  }

  usePlain(plain) {
    const text = this.query;
    this.holder.hidden = plain;
    this.field.hidden = !plain;
    this.query = text;
    this.editor.refresh();
  }

  focus() {
    (this.isPlain ? this.field : this.editor).focus();
  }

  tellWhatIsWrong() {
    this.wrong.textContent = "";
    if (this.isPlain || this.editor.queryValid) {
      return;
    }
    for (let line = 0; line < this.editor.lineCount(); line++) {
      const { state } = this.editor.getTokenAt({ line, ch: this.editor.getLine(line).length }, true);
      if (!state.OK) {
        this.wrong.textContent = `Line ${line + 1}: ${state.errorMsg ?? `possible here: ${possible(state)}`}`;
        return;
      }
    }
  }
}

function possible(state) {
  const names = state.possibleCurrent.map((token) => TOKENS.find(([name]) => name.test(token))?.[1] ?? token);
  return [...new Set(names)].slice(0, 12).join("  ");
}

/** Until something else is done, Tab goes on to the next control (WCAG 2.2, 2.1.2). */
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
