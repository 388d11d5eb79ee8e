// Searches the summaries of a blog in the browser, where no server does: all words must occur, in any form or cut short;
// what stands in quotation marks must occur as it is. It makes elements and never parses a text as HTML.
(() => {
  "use strict";
  const script = document.currentScript;
  const say = script.dataset; // in the language of the page
  const FACETS = ["topic", "type", "year", "month"];
  const asked = new URLSearchParams(location.search);
  const form = document.querySelector("main form.search");
  const size = document.getElementById("finder-size");
  const list = document.getElementById("finder-found");
  const words = (asked.get("q") || "").trim();
  const chosen = FACETS.flatMap((facet) => asked.getAll(facet).filter(Boolean).map((value) => [facet, value]));

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function remember() {
    form.elements.q.value = words;
    for (const [facet, value] of chosen) {
      const control = form.elements[facet];
      if (control) control.value = value;
    }
  }

  function index(summaries) {
    return lunr(function () {
      this.ref("id");
      this.field("title", { boost: 5 });
      this.field("names", { boost: 3 });
      this.field("text");
      summaries.forEach((summary, id) =>
        this.add({ id, title: fold(summary.title), names: fold(summary.names), text: fold(summary.text) }));
    });
  }

  // for one word: how well each summary has it, in any form or as a beginning; null for a word that all texts have
  function having(built, word) {
    if (lunr.stopWordFilter(word) === undefined) return null;
    const found = built.query((query) => {
      query.term(word, { boost: 10 });
      query.term(word, { wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
    });
    return new Map(found.map((match) => [Number(match.ref), match.score]));
  }

  function search(summaries) {
    let scores = new Map(summaries.map((summary, id) => [id, 0]));
    const text = fold(words);
    const phrases = [...text.matchAll(/["\u201c\u201e]([^"\u201c\u201d]+)["\u201d\u201c]/g)].map((match) => match[1].trim());
    const terms = text.match(/[\p{L}\p{N}]+/gu) || [];
    if (terms.length > 0) {
      const built = index(summaries);
      for (const term of terms) {
        const found = having(built, term);
        if (found !== null) {
          scores = new Map([...scores].filter(([id]) => found.has(id)).map(([id, score]) => [id, score + found.get(id)]));
        }
      }
    }
    return [...scores]
      .filter(([id]) => chosen.every(([facet, value]) => summaries[id][facet].includes(value)))
      .filter(([id]) => phrases.every((phrase) => fold(summaries[id].title + "\n" + summaries[id].text).includes(phrase)))
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .map(([id]) => ({ summary: summaries[id], term: phrases[0] || terms[0] || "" }));
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  // the first sentence with the first word
  function sentence(summary, term) {
    const all = summary.text.split(/(?<=[.!?])\s+|\n/);
    return (term && all.find((one) => fold(one).includes(term))) || all[0] || "";
  }

  function show({ summary, term }) {
    const item = document.createElement("li");
    const heading = document.createElement("h2");
    const link = element("a", summary.title);
    link.href = summary.href;
    heading.append(link);
    const date = element("p", summary.date);
    date.className = "date";
    item.append(heading, date, element("p", sentence(summary, term)));
    return item;
  }

  async function run() {
    const answer = await fetch(script.dataset.documents);
    if (!answer.ok) throw new Error(`${script.dataset.documents}: ${answer.status}`);
    const found = search(await answer.json());
    size.textContent = found.length === 1 ? say.one : found.length === 0 ? say.none : say.other.replace("{0}", found.length);
    list.replaceChildren(...found.map(show));
    list.hidden = false;
    document.getElementById("finder-all").hidden = true;
    document.title = `${words || say.search} · ${document.title}`;
  }

  if (words || chosen.length > 0) {
    remember();
    size.textContent = say.searching;
    run().catch((failure) => {
      size.textContent = say.failed.replace("{0}", () => failure.message);
    });
  }
})();
