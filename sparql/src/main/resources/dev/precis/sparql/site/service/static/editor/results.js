// Shows an answer of the endpoint: as a table, a chart, a truth, or as it was sent.

import { charts } from "./chart.js";
import { element } from "./element.js";
import { table } from "./table.js";

const LONGEST = 100000;
const TABLES = { CSV: "csv", JSON: "json", XML: "xml", TSV: "tsv" };
const GRAPHS = { Turtle: "ttl", "JSON-LD": "json-ld", "N-Triples": "nt" };

export class Results {
  constructor(form, site) {
    this.site = site;
    this.heading = element("h2", { id: "answer" }, "Answer");
    this.content = element("div");
    this.region = element("section", { class: "answer", "aria-labelledby": "answer", hidden: true }, this.heading, this.content);
    form.after(this.region);
  }

  clear() {
    this.region.hidden = true;
    this.content.replaceChildren();
  }

  /** Shows the answer, and says in a sentence what it is. */
  show(answer) {
    this.region.hidden = false;
    const took = `in ${answer.seconds.toFixed(2)} s`;
    if (answer.status !== 200) {
      return this.refused(answer);
    }
    const parsed = answer.type.endsWith("json") ? read(answer.body) : undefined;
    if (parsed && typeof parsed.boolean === "boolean") {
      return this.truth(parsed.boolean, answer, took);
    }
    if (parsed?.results?.bindings) {
      return this.rows(parsed.head.vars, parsed.results.bindings, answer, took);
    }
    this.views([{ name: "As sent", draw: () => asSent(answer.body) }], offered(GRAPHS, answer.address));
    const lines = answer.body.split("\n").length;
    return `A graph as ${answer.type}, ${lines} lines, ${took}.`;
  }

  /** Nothing came back at all. */
  fail(reason) {
    this.region.hidden = false;
    this.content.replaceChildren(
      element("div", { class: "notice", role: "alert" }, element("p", {}, element("strong", {}, "No answer came back.")), element("p", {}, reason)),
    );
    return "No answer came back.";
  }

  refused(answer) {
    const head = `${answer.status} ${answer.reason}`.trim();
    this.content.replaceChildren(
      element(
        "div",
        { class: "notice", role: "alert" },
        element("p", {}, element("strong", {}, `The query was not answered: ${head}`)),
        element("pre", { tabindex: "0", "aria-label": "What the endpoint says" }, answer.body.trim() || "It says no more."),
      ),
    );
    return `Not answered: ${head}.`;
  }

  truth(truth, answer, took) {
    const text = truth ? "Yes" : "No";
    this.views(
      [
        { name: "Answer", draw: () => element("p", { class: `truth ${text.toLowerCase()}` }, text) },
        { name: "As sent", draw: () => asSent(answer.body) },
      ],
      offered({ JSON: "json", XML: "xml" }, answer.address),
    );
    return `${text}, ${took}.`;
  }

  rows(variables, rows, answer, took) {
    const views = [{ name: "Table", draw: () => table(variables, rows, this.site) }];
    const possible = charts(variables, rows);
    if (possible.length) {
      views.push({ name: "Chart", draw: () => chooser(possible) });
    }
    views.push({ name: "As sent", draw: () => asSent(answer.body) });
    this.views(views, offered(TABLES, answer.address));
    return `${rows.length === 1 ? "1 row" : `${rows.length} rows`}, ${took}.`;
  }

  /** Tabs (www.w3.org/WAI/ARIA/apg/patterns/tabs) and what can be downloaded. */
  views(views, downloads) {
    const panel = element("div", { role: "tabpanel", id: "view" });
    const tabs = views.map((view, i) =>
      element("button", { type: "button", role: "tab", id: `tab-${i}`, "aria-controls": "view", onclick: () => select(i) }, view.name),
    );
    const select = (chosen) => {
      tabs.forEach((tab, i) => {
        tab.setAttribute("aria-selected", String(i === chosen));
        tab.tabIndex = i === chosen ? 0 : -1;
      });
      panel.setAttribute("aria-labelledby", `tab-${chosen}`);
      panel.replaceChildren(views[chosen].draw());
    };
    const move = (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        const next = (tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length;
        select(next);
        tabs[next].focus();
      }
    };
    const list = element("div", { role: "tablist", "aria-label": "Show the answer as", onkeydown: move }, ...tabs);
    this.content.replaceChildren(element("div", { class: "views" }, list, downloads), panel);
    select(0);
  }
}

function read(body) {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Plain links to the endpoint: what they lead to is exactly what any other client gets. */
function offered(formats, address) {
  if (!address) {
    return element("p", { class: "downloads" }, "This query is too long for a link: send it by POST for other formats.");
  }
  const links = Object.entries(formats).map(([name, format]) =>
    element("a", { href: `${address}&format=${format}`, download: `answer.${format.replace("-", "")}` }, name),
  );
  return element("p", { class: "downloads" }, "Download: ", ...links.flatMap((link) => [link, " "]));
}

function asSent(body) {
  const cut = body.length > LONGEST;
  const text = cut ? body.substring(0, LONGEST) : body;
  const pre = element("pre", { tabindex: "0", "aria-label": "The answer as it was sent" }, text);
  return element("div", {}, cut ? element("p", { class: "hint" }, `The first ${LONGEST} of ${body.length} characters; download it for the rest.`) : "", pre);
}

function chooser(possible) {
  const place = element("div", { class: "chart" });
  const draw = (chart) => place.replaceChildren(chart.draw());
  const choice = element(
    "select",
    { id: "chart", onchange: () => draw(possible[choice.selectedIndex]) },
    ...possible.map((chart) => element("option", {}, chart.name)),
  );
  draw(possible[0]);
  return element("div", {}, element("p", { class: "choice" }, element("label", { for: "chart" }, "Chart"), choice), place);
}
