import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { report } from "../report.ts";
import { harEntry, type CorpusEntry } from "../testing/corpus/case.ts";
import { eventOf, providers } from "../testing/formats.ts";
import { hostileMarkdown, liveIn, renderGfm, textOfHtml } from "../testing/rendered-markdown.ts";
import { link, prose } from "./markdown-text.ts";
import { oneLine } from "./visible.ts";

function collapsed(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A report of an entry as a host shows it, and what of it came alive. */
function rendered(entry: CorpusEntry, note = ""): { readonly html: string; readonly live: readonly string[] } {
  const event = eventOf(harEntry(entry));
  const notes = new Map([[event.id, note]]);
  const result = report([event], { format: "markdown", providers, version: "1.2.3", now: 1768390000000, notes });
  if (!result.ok) throw new Error(result.reason);
  const html = renderGfm(result.text);
  return { html, live: liveIn(html, event.docs === null ? [] : [event.docs]) };
}

describe("prose in Markdown", () => {
  test("keeps plain sentences as they are", () => {
    const sentence =
      "Don't retry (yet): the server's limit, e.g. 1.5 of 20, is used up \u2014 wait 30 s; 50% is \u201cenough\u201d\u2026";
    expect(prose(sentence)).toBe(sentence);
  });

  test.each([
    ["Ask @octocat or a@b.co", "Ask `@octocat` or `a@b.co`"],
    ["see www.evil.com, #1", "see `www.evil.com,` `#1`"],
    ["GH-12 owner/repo#1 deadbeef", "`GH-12` `owner/repo#1` `deadbeef`"],
    ["the `Retry-After` field", "the `` `Retry-After` `` field"],
    ["1. first", "1\\. first"],
    ["- first", "\\- first"],
    ["was \u00abredacted:api-key:1 sk_test_\u00bb.", "was `\u00abredacted:api-key:1 sk_test_\u00bb`."],
    ["a`b``c", "```a`b``c```"],
  ])("puts what is more than a word into code: %s", (text, markdown) => {
    expect(prose(text)).toBe(markdown);
  });

  test("puts each recorded value into code, as a whole and as a word", () => {
    expect(prose('no code "buy now"; buy now, buy nowhere', ["buy now"])).toBe(
      'no code "`buy now`"; `buy now`, buy nowhere',
    );
  });

  test("is the same sentence where it is rendered, and nothing in it comes alive", () => {
    const places = ["", "- ", "> ", "1. ", "- **confirmed**: a \u2014 "];
    fc.assert(
      fc.property(
        hostileMarkdown,
        fc.array(hostileMarkdown, { maxLength: 2 }),
        fc.constantFrom(...places),
        (text, recorded, place) => {
          const sentence = [text, ...recorded].join(" said ");
          const html = renderGfm(`${place}${prose(sentence, recorded)}\n`);
          expect(liveIn(html)).toEqual([]);
          const written = collapsed(textOfHtml(html));
          expect(written.endsWith(collapsed(oneLine(sentence))), `${written} of ${sentence}`).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

// A test that has never failed is not known to work.
describe("the look at rendered Markdown", () => {
  test.each([
    "@octocat",
    "&#64;octocat",
    "www.evil.com",
    "http://evil.com",
    "a@b.co",
    "[x](http://evil.com)",
    "![x](y)",
    "#1",
    "GH-12",
    "owner/repo#1",
    "a5c3785ed8d6a35868bc169f07e40e889087fd2e",
    "<img src=x>",
    "*x*",
    "~~x~~",
    "[^1]\n\n[^1]: x",
    "# x",
    ":smile:",
    "/close",
  ])("finds what is alive in %j", (markdown) => {
    expect(liveIn(renderGfm(markdown))).not.toEqual([]);
  });
});

describe("a link to the documentation", () => {
  test("is one if its address is a plain one", () => {
    expect(link("https://docs.urblock.io/errors?a=1#b")).toBe("<https://docs.urblock.io/errors?a=1#b>");
  });

  test.each([
    "https://evil.com/`@octocat`|![x][y]",
    "http://a.b",
    "javascript:alert(1)",
    "https://a.b/<b>",
    "https://a b",
  ])("is code if it is %s", (address) => {
    expect(liveIn(renderGfm(`Documentation: ${link(address)}`))).toEqual([]);
  });
});

describe("a Markdown report, as GitHub renders it", () => {
  test.each([
    { error: { code: "@octocat/team www.evil.com" } },
    { error: { code: "missing_field", message: "Missing required field: www.evil.com" } },
    { error: { code: "GH-12 owner/repo#1 a5c3785ed8d6a35868bc169f07e40e889087fd2e a@b.co" } },
    { error: { code: `<img src=x onerror=alert(1)> ${"@team ".repeat(20)}` } },
  ])("holds no link, mention or element that a server made: %j", (body) => {
    expect(rendered({ body: JSON.stringify(body) }).live).toEqual([]);
    expect(rendered({ url: "https://api.unknown.example/x", body: JSON.stringify(body) }).live).toEqual([]);
  });

  test("shows a code that was cut in the title in code", () => {
    const html = rendered({ body: JSON.stringify({ error: { code: "plain words ".repeat(20) } }) }).html;
    expect(html).toContain("<strong>Unknown code <code>plain words plain");
  });

  test("holds nothing alive that was recorded, wherever it was recorded", () => {
    const entries = fc.record({
      one: hostileMarkdown,
      two: hostileMarkdown,
      three: hostileMarkdown,
      isKnown: fc.boolean(),
    });
    fc.assert(
      fc.property(entries, ({ one, two, three, isKnown }) => {
        const { live } = rendered(
          {
            method: `POST${one}`,
            url: `https://${isKnown ? "api.urblock.io" : "api.unknown.example"}/v1/${one}?q=${two}`,
            statusText: three,
            requestHeaders: [
              ["x-note", one],
              [`x${two}`, "b"],
            ],
            requestBody: JSON.stringify({ [one]: two }),
            responseHeaders: [
              ["retry-after", two],
              ["x-request-id", three],
              ["ratelimit", one],
            ],
            redirectUrl: three,
            body: JSON.stringify({
              error: { code: one, type: two, message: `Missing required field: ${three}`, param: three },
            }),
          },
          two,
        );
        expect(live).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
