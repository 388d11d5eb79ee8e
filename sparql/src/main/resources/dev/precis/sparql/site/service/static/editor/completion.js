// Offers prefixes, terms and variables while a query is written. Knows what /static/editor/terms.json tells, nothing else.

import { element } from "./element.js";

const LONGEST = 60;
const WORD = /(?:<[^<>\s]*|[?$]\w*|[\w.-]*:[\w.%-]*|[A-Za-z][\w-]*)$/;
const BEFORE_A_CLASS = /(?:^|[\s;,.{|])(?:a|rdf:type|rdfs:subClassOf)\s*$/;

const known = fetch(new URL("terms.json", import.meta.url)).then((answer) => answer.json());

export const knownPrefixes = known.then((terms) => terms.prefixes);

/** Opens the list if there is something to offer for the word at the cursor. */
export async function complete(editor, onlyIfUnfinished = false) {
  const terms = await known;
  const { list, word } = offers(editor, terms);
  if (onlyIfUnfinished && list.every((offer) => offer.text === word)) {
    return;
  }
  editor.showHint({
    hint: () => offers(editor, terms),
    completeSingle: false,
    closeCharacters: /[\s>"]/,
    container: editor.rootEl,
  });
}

/** Called on every key: opens the list by itself only where a name has been begun beyond doubt. */
export function completeWhileTyping(editor, change) {
  const typed = change.text.join("\n");
  if (typed.length !== 1 || editor.state.completionActive || inTextOrComment(editor)) {
    return;
  }
  const { word } = wordAtCursor(editor);
  if (/^[?$]\w+$/.test(word) || /^[\w-]+:/.test(word) || afterPrefix(editor)) {
    complete(editor, true);
  }
}

function inTextOrComment(editor) {
  const type = editor.getTokenAt(editor.getCursor()).type ?? "";
  return type.includes("comment") || type === "string";
}

function wordAtCursor(editor) {
  const cursor = editor.getCursor();
  const word = editor.getLine(cursor.line).substring(0, cursor.ch).match(WORD)?.[0] ?? "";
  return { word, from: { line: cursor.line, ch: cursor.ch - word.length }, to: cursor };
}

function textBefore(editor, place) {
  return editor.getRange({ line: 0, ch: 0 }, place).replace(/^\s*#.*$/gm, "");
}

function afterPrefix(editor) {
  return /\bPREFIX\s+$/i.test(textBefore(editor, wordAtCursor(editor).from));
}

function offers(editor, terms) {
  const { word, from, to } = wordAtCursor(editor);
  const before = textBefore(editor, from);
  let list;
  if (/\bPREFIX\s+$/i.test(before)) {
    list = ofPrefixes(word, terms.prefixes);
  } else if (/^[?$]/.test(word)) {
    list = ofVariables(word, editor.getValue());
  } else {
    list = ofTerms(word, terms, kinds(editor, before, from));
  }
  return { list: list.slice(0, LONGEST).map((offer) => ({ ...offer, render, hint: insert(terms.prefixes) })), word, from, to };
}

/** What may stand here: the grammar of the editor tells whether it is a property. */
function kinds(editor, before, place) {
  if (BEFORE_A_CLASS.test(before)) {
    return ["class"];
  }
  const next = editor.getTokenAt({ line: place.line, ch: place.ch + 1 }, true).state.possibleCurrent ?? [];
  return next.includes("a") ? ["property"] : ["concept", "class", "property"];
}

function ofPrefixes(word, prefixes) {
  return Object.entries(prefixes)
    .filter(([name]) => `${name}:`.startsWith(word))
    .map(([name, namespace]) => ({ text: `${name}: <${namespace}>`, label: "" }));
}

function ofVariables(word, query) {
  const names = new Set(query.match(/[?$]\w+/g));
  return [...names].filter((name) => name.startsWith(word) && name !== word).sort().map((text) => ({ text }));
}

function ofTerms(word, terms, allowed) {
  const found = terms.terms
    .map((term) => ({ term, rank: rank(term, word) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || allowed.indexOf(a.term.kind) - allowed.indexOf(b.term.kind) || foreign(a) - foreign(b));
  const fitting = found.filter(({ term }) => allowed.includes(term.kind));
  return (fitting.length ? fitting : found).map(({ term }) => ({
    text: word.startsWith("<") ? `<${term.iri}>` : term.name,
    label: term.label ?? "",
    comment: term.comment ?? "",
    kind: term.kind,
  }));
}

/** Terms of ours, which alone have labels, come first. */
function foreign({ term }) {
  return term.label ? 0 : 1;
}

/** 0 is best, -1 is no match: by IRI in brackets, by name behind its prefix, or by the words of the label. */
function rank(term, word) {
  if (word.startsWith("<")) {
    return `<${term.iri}`.startsWith(word) ? 0 : -1;
  }
  const [prefix, sought] = word.includes(":") ? word.toLowerCase().split(/:(.*)/s) : ["", word.toLowerCase()];
  const [ofTerm, name] = term.name.toLowerCase().split(/:(.*)/s);
  if (word.includes(":") && prefix !== ofTerm) {
    return -1;
  }
  const label = (term.label ?? "").toLowerCase();
  const places = [name.startsWith(sought), label.startsWith(sought), name.includes(sought), label.includes(sought)];
  return places.indexOf(true);
}

function render(item, data, offer) {
  const list = item.parentNode;
  list.removeAttribute("aria-expanded"); // no property of a listbox (WAI-ARIA 1.2)
  list.setAttribute("aria-label", "What may stand here");
  list.tabIndex = 0; // it scrolls
  item.append(element("span", { class: "name" }, offer.text));
  if (offer.label) {
    item.append(element("span", { class: "label" }, offer.label));
  }
  if (offer.comment) {
    item.append(element("span", { class: "comment" }, offer.comment));
  }
}

/** Writes what was chosen, and declares its prefix if the query does not. */
function insert(prefixes) {
  return (editor, data, offer) => {
    editor.replaceRange(offer.text, data.from, data.to, "complete");
    const prefix = offer.text.match(/^([\w-]+):(?! )/)?.[1];
    if (prefix && prefixes[prefix] && !(prefix in editor.getPrefixesFromQuery())) {
      editor.addPrefixes({ [prefix]: prefixes[prefix] });
    }
  };
}
