// Draws bars, intervals and points as SVG. How it looks is said in editor.css.

import { drawn } from "./element.js";

const NARROW = window.matchMedia("(max-width: 45rem)");
const ROW = 38;
const LETTER = 7.2;
const AXIS = 26;

function width() {
  return NARROW.matches ? 330 : 760;
}

/** One bar an item, from zero. */
export function bars(items, name) {
  return rows(items, name, items.map((item) => item.value).concat(0), (item, scale, y) => [
    drawn("rect", { class: "bar", x: Math.min(scale(0), scale(item.value)), y: y - 6, width: Math.max(1, Math.abs(scale(item.value) - scale(0))), height: 12 }),
  ]);
}

/** One point with its interval an item; an interval that is cut off nowhere. */
export function intervals(items, name) {
  const all = items.flatMap((item) => [item.value, item.lower, item.upper]);
  return rows(items, name, all, (item, scale, y) => [
    drawn("path", { class: "interval", d: `M${scale(item.lower)} ${y}H${scale(item.upper)}M${scale(item.lower)} ${y - 4}v8M${scale(item.upper)} ${y - 4}v8` }),
    drawn("circle", { class: "point", cx: scale(item.value), cy: y, r: 4.5 }),
  ]);
}

function rows(items, name, values, mark) {
  const wide = width();
  const height = items.length * ROW + AXIS;
  const axis = axisOf(values, 8, wide - 8);
  const svg = drawing(wide, height, name);
  axis.ticks.forEach((tick) => {
    svg.append(
      drawn("path", { class: tick === 0 ? "zero" : "grid", d: `M${axis.scale(tick)} 0V${height - AXIS}` }),
      drawn("text", { class: "tick", x: axis.scale(tick), y: height - 8 }, written(tick)),
    );
  });
  items.forEach((item, i) => {
    const room = Math.floor((wide - 16) / LETTER) - item.said.length - 2;
    svg.append(
      drawn(
        "g",
        {},
        drawn("title", {}, `${item.label}: ${item.said}`),
        drawn("text", { class: "what", x: 8, y: i * ROW + 14 }, shortened(item.label, room)),
        drawn("text", { class: "much", x: wide - 8, y: i * ROW + 14 }, item.said),
        ...mark(item, axis.scale, i * ROW + 26),
      ),
    );
  });
  return svg;
}

/** One point an item; joined by a line where that means something. */
export function points(items, name, { x, y, joined }) {
  const wide = width();
  const height = Math.round(wide * (NARROW.matches ? 0.8 : 0.5));
  const across = axisOf(items.map((item) => item.x), 56, wide - 16);
  const up = axisOf(items.map((item) => item.y), height - 44, 24);
  const svg = drawing(wide, height, name);
  across.ticks.forEach((tick) => svg.append(drawn("text", { class: "tick", x: across.scale(tick), y: height - 24 }, written(tick))));
  up.ticks.forEach((tick) =>
    svg.append(
      drawn("path", { class: tick === 0 ? "zero" : "grid", d: `M56 ${up.scale(tick)}H${wide - 16}` }),
      drawn("text", { class: "much", x: 50, y: up.scale(tick) + 4 }, written(tick)),
    ),
  );
  svg.append(
    drawn("text", { class: "tick", x: (56 + wide - 16) / 2, y: height - 6 }, x),
    drawn("text", { class: "what", x: 8, y: 14 }, y),
  );
  if (joined && items.length > 1) {
    svg.append(drawn("path", { class: "line", d: items.map((item, i) => `${i ? "L" : "M"}${across.scale(item.x)} ${up.scale(item.y)}`).join("") }));
  }
  items.forEach((item) =>
    svg.append(drawn("circle", { class: "point", cx: across.scale(item.x), cy: up.scale(item.y), r: 3.5 }, drawn("title", {}, item.said))),
  );
  return svg;
}

function drawing(wide, height, name) {
  return drawn("svg", { viewBox: `0 0 ${wide} ${height}`, role: "img", "aria-label": `Chart: ${name}` });
}

function shortened(text, letters) {
  return text.length > letters ? `${text.substring(0, Math.max(1, letters - 1))}…` : text;
}

/** Round ticks that hold all values between them, and the way from a value to its place. */
function axisOf(values, start, end) {
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const span = most - least || Math.abs(most) || 1;
  const rough = span / (NARROW.matches ? 4 : 6);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999);
  const from = Math.floor(least / step + 1e-9);
  const to = Math.max(from + 1, Math.ceil(most / step - 1e-9));
  const ticks = Array.from({ length: to - from + 1 }, (_, i) => (from + i) * step);
  const scale = (value) => Number((start + ((value - from * step) / ((to - from) * step)) * (end - start)).toFixed(1));
  return { ticks, scale };
}

function written(tick) {
  return String(Number(tick.toPrecision(6)));
}
