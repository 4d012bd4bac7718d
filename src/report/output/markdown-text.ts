import { oneLine, visible } from "./visible.ts";

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const unit of text) {
    run = unit === character ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

/**
 * A fenced block (CommonMark section 4.5) whose fence is longer than any run of backticks inside, so that nothing in the
 * content can close it.
 */
export function fenced(text: string, language: string): string {
  const shown = visible(text);
  const fence = "`".repeat(Math.max(3, longestRun(shown, "`") + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** A code span (CommonMark section 6.1) of recorded text: no mention, link, HTML or formatting comes alive in it. */
export function codeSpan(text: string): string {
  const shown = oneLine(text);
  if (shown.trim() === "") return "(empty)";
  const ticks = "`".repeat(longestRun(shown, "`") + 1);
  const pad = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
  return `${ticks}${pad}${shown}${pad}${ticks}`;
}

/** Prose of a catalogue as Markdown text: letters stay, everything with a meaning to GitHub, GitLab or Jira is defused. */
export function prose(text: string): string {
  return oneLine(text)
    .replace(/&/g, "&amp;")
    .replace(/[\\`*_[\]{}|]/g, "\\$&")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[@#!~%$^](?=[A-Za-z0-9_"])/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/:\/\//g, "&#58;//")
    .replace(/^([-+=]|\d{1,9}[.)])/, "\\$1");
}
