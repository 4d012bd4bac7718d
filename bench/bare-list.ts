import type { Frame } from "playwright";
import { type Figure, median } from "./figure.ts";
import { framesOfScrolling, KEYSTROKES, type KeystrokeCost, keystrokeCost } from "./opening-steps.ts";
import type { RecordingRun } from "./recording-run.ts";

/**
 * What the plainest list costs in the same frame of the same DevTools: as many rows as fit, each of ten short texts in
 * a CSS grid, every one of which a keystroke replaces; scrolling replaces those that leave. No framework, no style but
 * what cuts a text off. It tells what of the panel's figures is the machine's and the browser's.
 */
export async function benchBareList(run: RecordingRun, panel: Frame): Promise<readonly Figure[]> {
  await panel.evaluate(BUILD);
  const costs: KeystrokeCost[] = [];
  for (let typed = 1; typed <= KEYSTROKES.length; typed += 1)
    costs.push(await keystrokeCost(run, () => panel.evaluate(`window.bareList.type(${typed})`)));
  const frames = await framesOfScrolling(panel, "#bare-list");
  return [
    { name: "a bare list's keystroke, median", value: median(costs.map(({ taskMs }) => taskMs)), unit: "ms" },
    { name: "a bare list's keystroke, longest", value: Math.max(...costs.map(({ taskMs }) => taskMs)), unit: "ms" },
    {
      name: "the same in processor time, median",
      value: median(costs.map(({ processorMs }) => processorMs)),
      unit: "ms",
    },
    {
      name: "the same in processor time, longest",
      value: Math.max(...costs.map(({ processorMs }) => processorMs)),
      unit: "ms",
    },
    { name: "scrolling a bare list, median frame", value: median(frames), unit: "ms" },
    { name: "scrolling a bare list, longest frame", value: Math.max(...frames), unit: "ms" },
  ];
}

/** Takes the panel's place in its frame. A row is 21 pixels high, as the panel's are. */
const BUILD = `(() => {
  const HEIGHT = 21;
  document.querySelector(".panel").style.display = "none";
  const input = document.createElement("input");
  const list = document.createElement("div");
  list.id = "bare-list";
  list.style.cssText = "position:absolute;inset:" + HEIGHT * 3 + "px 0 0;overflow:auto";
  const height = document.createElement("div");
  height.style.cssText = "position:relative;block-size:" + HEIGHT * 10_000 + "px";
  const rows = document.createElement("div");
  rows.style.cssText = "position:absolute;inset-inline:0";
  height.append(rows);
  list.append(height);
  document.body.append(input, list);
  const words = (index) => ["11:59:33.760", "POST", "/v1/tokens/" + index, "Urblock", "401", "key_" + index,
    "Don’t retry", index + " ms", index + " B", "at " + index];
  const fill = (row, index) => words(index).forEach((word, at) => (row.children[at].firstChild.data = word));
  for (let made = 0; made <= Math.ceil(list.clientHeight / HEIGHT); made += 1) {
    const row = document.createElement("div");
    row.style.cssText = "display:grid;grid-template-columns:90px 50px 1fr 80px 50px 130px 110px 70px 60px 120px;" +
      "contain:strict;block-size:" + HEIGHT + "px;line-height:" + HEIGHT + "px";
    for (const word of words(made)) {
      const cell = document.createElement("span");
      cell.style.cssText = "overflow:hidden;text-overflow:ellipsis;white-space:nowrap";
      cell.append(word);
      row.append(cell);
    }
    rows.append(row);
  }
  let first = 0;
  const show = (from) => {
    rows.style.insetBlockStart = from * HEIGHT + "px";
    const left = from - first;
    first = from;
    if (left < 0 || left >= rows.children.length) {
      [...rows.children].forEach((row, at) => fill(row, from + at));
      return;
    }
    for (let moved = 0; moved < left; moved += 1) {
      const row = rows.firstElementChild;
      rows.append(row);
      fill(row, from + rows.children.length - left + moved);
    }
  };
  list.addEventListener("scroll", () => show(Math.floor(list.scrollTop / HEIGHT)));
  const type = async (typed) => {
    input.focus();
    input.value = ${JSON.stringify(KEYSTROKES)}.slice(0, typed);
    list.scrollTop = typed * 500 * HEIGHT;
    show(typed * 500);
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  };
  window.bareList = { type };
})()`;
