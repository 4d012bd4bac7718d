import type { EventJson } from "../report/output/event-json.ts";
import { clipped, plain, styled, type Style } from "./terminal-text.ts";

/** A call as tables and annotations print it. It holds no event: nothing that was not redacted can be printed. */
export type TableRow = { readonly index: number; readonly call: EventJson };

const WIDTHS = { index: 5, time: 12, method: 7, status: 6, retry: 22 } as const;
const NARROWEST_PATH = 24;

/** Advice in a few words: "no", "yes, with backoff", "after 45 s". */
export function adviceWords({ advice, outcome }: EventJson): string {
  if (outcome !== "failure" || advice === null) return "";
  const { retry, waitSeconds } = advice;
  switch (retry) {
    case "no":
      return "do not retry";
    case "yes":
      return "retry with backoff";
    case "after-delay":
      return waitSeconds === null ? "retry later" : `retry after ${waitSeconds} s`;
    case "sometimes":
      return "check, then retry";
  }
}

function statusStyle({ outcome }: EventJson): Style {
  if (outcome === "failure") return "red";
  return outcome === "success" ? "green" : "dim";
}

/** One line a call, with the verdict and the findings of failures below it. */
export function tableLines(rows: readonly TableRow[], columns: number, colours: boolean): readonly string[] {
  const fixed = WIDTHS.index + WIDTHS.time + WIDTHS.method + WIDTHS.status + WIDTHS.retry + 5;
  const pathWidth = Math.max(NARROWEST_PATH, columns - fixed);
  const lines = [
    styled(
      `${"#".padEnd(WIDTHS.index)} ${"time (UTC)".padEnd(WIDTHS.time)} ${"method".padEnd(WIDTHS.method)} ${"status".padEnd(WIDTHS.status)} ${"retry".padEnd(WIDTHS.retry)} url`,
      "bold",
      colours,
    ),
  ];
  for (const row of rows) {
    const { call } = row;
    const status = String(call.status ?? "–");
    const time = call.at?.slice(11, 23) ?? "–";
    lines.push(
      [
        String(row.index).padEnd(WIDTHS.index),
        time.padEnd(WIDTHS.time),
        plain(call.method ?? "")
          .slice(0, WIDTHS.method)
          .padEnd(WIDTHS.method),
        styled(status.padEnd(WIDTHS.status), statusStyle(call), colours),
        clipped(adviceWords(call), WIDTHS.retry).padEnd(WIDTHS.retry),
        clipped(plain(call.url ?? ""), pathWidth),
      ].join(" "),
    );
    if (call.outcome === "failure") {
      const code = call.code === null ? "" : `${plain(call.code)}: `;
      lines.push(`${" ".repeat(WIDTHS.index)} ${styled(`${code}${plain(call.title ?? "")}`, "red", colours)}`);
    }
    for (const finding of call.findings)
      lines.push(`${" ".repeat(WIDTHS.index)} ${styled(`${finding.id}: ${plain(finding.text)}`, "yellow", colours)}`);
  }
  return lines;
}
