// Finds out which charts a table can be shown as: intervals, bars, lines, points.

import { bars, intervals, points } from "./drawing.js";
import { element } from "./element.js";
import { isNumber, spelled } from "./table.js";

const MOST_BARS = 50;
const MOST_POINTS = 5000;
const MOST_CHOICES = 4;
const TIME = /^http:\/\/www\.w3\.org\/2001\/XMLSchema#(?:date|dateTime|gYear|gYearMonth)$/;
const LOWER = [/^(?:ci|conf)\w*lo|^lower$|^from$/i, /low|from/i];
const UPPER = [/^(?:ci|conf)\w*up|^upper$|^to$/i, /^(?:ci|conf)\w*hi|high|upper/i];
const PERIOD = /year|month|date/i;

/** The charts that make sense, the most telling first. */
export function charts(variables, rows) {
  const bound = (name) => rows.filter((row) => row[name]);
  const all = (name, test) => bound(name).length > 0 && bound(name).every((row) => test(row[name]));
  const numbers = variables.filter((name) => all(name, isNumber));
  const times = variables.filter((name) => all(name, isTime) || (PERIOD.test(name) && numbers.includes(name)));
  const amounts = numbers.filter((name) => !times.includes(name));
  const words = variables.filter((name) => !numbers.includes(name) && !all(name, isTime));
  const label = words.find((name) => all(name, (term) => term.type === "literal")) ?? words[0] ?? times[0];
  const series = { rows, label };
  return [
    ...ofIntervals(amounts, series),
    ...(words.length ? [] : ofTimes(times, amounts, series)),
    ...(label ? amounts.slice(0, MOST_CHOICES).map((amount) => ofBars(amount, series)) : []),
    ...(words.length ? ofTimes(times, amounts, series) : []),
    ...ofPairs(amounts, series),
  ];
}

function isTime(term) {
  return TIME.test(term.datatype ?? "");
}

function first(names, patterns) {
  return patterns.map((pattern) => names.find((name) => pattern.test(name))).find((name) => name);
}

function ofIntervals(amounts, series) {
  const lower = first(amounts, LOWER);
  const upper = first(amounts.filter((name) => name !== lower), UPPER);
  const value = amounts.find((name) => name !== lower && name !== upper);
  if (!lower || !upper || !value) {
    return [];
  }
  const usable = series.rows.filter((row) => row[value] && row[lower] && row[upper]);
  const items = usable.map((row) => ({
    label: text(row[series.label]),
    value: Number(row[value].value),
    lower: Number(row[lower].value),
    upper: Number(row[upper].value),
    said: `${row[value].value} [${row[lower].value}, ${row[upper].value}]`,
  }));
  return usable.length ? [chart(`${value} with interval [${lower}, ${upper}]`, items, MOST_BARS, intervals)] : [];
}

function ofBars(amount, { rows, label }) {
  const items = rows
    .filter((row) => row[amount])
    .map((row) => ({ label: text(row[label]), value: Number(row[amount].value), said: row[amount].value }));
  return chart(`${amount} by ${label}`, items, MOST_BARS, bars);
}

function ofTimes(times, amounts, { rows }) {
  return times.slice(0, 1).flatMap((time) =>
    amounts.slice(0, MOST_CHOICES).map((amount) => {
      const items = pairs(rows, time, amount).sort((a, b) => a.x - b.x);
      return chart(`${amount} over ${time}`, items, MOST_POINTS, (some, name) =>
        points(some, name, { x: time, y: amount, joined: items.every((item, i) => !i || item.x !== items[i - 1].x) }),
      );
    }),
  );
}

function ofPairs(amounts, { rows }) {
  const [x, y] = amounts;
  return y ? [chart(`${y} against ${x}`, pairs(rows, x, y), MOST_POINTS, (some, name) => points(some, name, { x, y, joined: false }))] : [];
}

function pairs(rows, x, y) {
  return rows.filter((row) => row[x] && row[y]).map((row) => ({ x: position(row[x]), y: Number(row[y].value), said: `${row[x].value}: ${row[y].value}` }));
}

/** A time as a year with a fraction, so that months lie between years. */
function position(term) {
  if (!isTime(term)) {
    return Number(term.value);
  }
  const [, year, month = "1", day = "1"] = term.value.match(/^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?/) ?? [];
  return Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 366;
}

function text(term) {
  return term ? spelled(term) : "";
}

function chart(name, items, most, drawer) {
  const some = items.slice(0, most);
  const note = `${some.length < items.length ? `The first ${some.length} of ${items.length}. ` : ""}The same numbers are in the table.`;
  return { name, draw: () => element("figure", {}, drawer(some, name), element("figcaption", {}, note)) };
}
