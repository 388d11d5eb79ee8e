// Rows as a table: links where there are names of resources, sorted by a click on a head.

import { element } from "./element.js";

const AT_ONCE = 200;
const LONG = 240;
const PERSISTENT = "https://w3id.org/precis/";
const NUMBER =
  /^http:\/\/www\.w3\.org\/2001\/XMLSchema#(?:decimal|double|float|byte|short|int|long|(?:\w+)?[iI]nteger|unsigned\w+)$/;

export function isNumber(term) {
  return term?.type === "literal" && NUMBER.test(term.datatype ?? "") && Number.isFinite(Number(term.value));
}

export function table(variables, rows, site) {
  if (!rows.length) {
    return element("p", {}, "No row fits the query.");
  }
  let sorted = rows;
  let shown = AT_ONCE;
  const numeric = variables.map((name) => rows.some((row) => row[name]) && rows.every((row) => !row[name] || isNumber(row[name])));
  const kinds = variables.map((name, i) => (numeric[i] ? "amount" : roomy(rows, name)));
  const body = element("tbody");
  const more = element("p", { class: "more" });
  const heads = variables.map((name, i) =>
    element("th", { scope: "col", class: kinds[i] }, element("button", { type: "button", onclick: () => sort(name, i) }, name)),
  );

  function fill() {
    body.replaceChildren(...sorted.slice(0, shown).map((row) => line(row)));
    more.replaceChildren();
    if (shown < sorted.length) {
      const show = (count) => () => {
        shown = count;
        fill();
      };
      more.append(
        `The first ${shown} of ${sorted.length} rows. `,
        element("button", { type: "button", class: "second", onclick: show(shown + AT_ONCE) }, `Show ${Math.min(AT_ONCE, sorted.length - shown)} more`),
        element("button", { type: "button", class: "second", onclick: show(sorted.length) }, "Show all"),
      );
    }
  }

  function line(row) {
    return element("tr", {}, ...variables.map((name, i) => element("td", { class: kinds[i] }, row[name] ? cell(row[name], site) : "")));
  }

  function sort(name, column) {
    const down = heads[column].getAttribute("aria-sort") === "ascending";
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
    sorted = [...rows].sort((a, b) => (down ? -1 : 1) * compare(a[name], b[name], numeric[column]));
    fill();
  }

  fill();
  return element(
    "div",
    {},
    element(
      "div",
      { class: "scrolled", tabindex: "0", role: "region", "aria-label": "Rows of the answer" },
      element("table", { class: "rows" }, element("thead", {}, element("tr", {}, ...heads)), body),
    ),
    more,
  );
}

/** How much room a column needs, so that words are not broken where the table can be scrolled. */
function roomy(rows, name) {
  const longest = rows.reduce((length, row) => Math.max(length, row[name] ? spelled(row[name]).length : 0), 0);
  return longest > 40 ? "long" : longest > 15 ? "medium" : undefined;
}

/** A term as text; only a triple (RDF-star) is more than its value. */
export function spelled(term) {
  const { subject, predicate, object } = term.type === "triple" ? term.value : {};
  return subject ? `<< ${[subject, predicate, object].map(spelled).join(" ")} >>` : term.value;
}

function compare(a, b, numeric) {
  if (!a || !b) {
    return a ? -1 : b ? 1 : 0;
  }
  return numeric ? Number(a.value) - Number(b.value) : spelled(a).localeCompare(spelled(b), undefined, { numeric: true });
}

function cell(term, site) {
  if (term.type === "uri") {
    return link(term.value, site);
  }
  if (term.type === "bnode") {
    return `_:${term.value}`;
  }
  const text = spelled(term);
  const language = term["xml:lang"];
  if (text.length <= LONG) {
    return element("span", { lang: language }, text);
  }
  return element("details", { lang: language }, element("summary", {}, `${text.substring(0, LONG / 2)} …`), text);
}

/** Our own names lead to our own pages, whatever the address that this page was reached by. */
function link(iri, site) {
  const here = iri.startsWith(PERSISTENT) ? site.base + iri.substring(PERSISTENT.length) : iri;
  if (here.startsWith(site.base)) {
    const local = here.substring(site.base.length);
    return element("a", { href: site.path + local, title: iri }, iri === here ? local || "/" : iri);
  }
  return /^https?:/.test(iri) ? element("a", { href: iri, rel: "noreferrer" }, iri) : element("code", {}, iri);
}
