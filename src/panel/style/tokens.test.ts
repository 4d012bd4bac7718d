import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");
const tokens = readFileSync(join(folder, "style/tokens.css"), "utf8");
const defined = new Set([...tokens.matchAll(/(--[a-z0-9-]+):/g)].map(([, name]) => name));

const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
const sheets = files.filter((file) => file.endsWith(".css"));
const components = files.filter((file) => file.endsWith(".tsx") && !file.includes("test"));

function read(file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

/** What a style sheet or component says that the panel does not allow, in words. */
function faults(file: string, source: string): readonly string[] {
  const undefinedTokens = [...source.matchAll(/var\((--[a-z0-9-]+)/g)]
    .filter(([, name]) => !defined.has(name))
    .map(([, name]) => `${file}: ${name} is not defined in tokens.css`);
  const ownColours =
    file !== "style/tokens.css" && file.endsWith(".css") && /#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i.test(source)
      ? [`${file}: a colour that is not a token`]
      : [];
  const html = /innerHTML|dangerouslySetInnerHTML|outerHTML|insertAdjacentHTML/.test(source)
    ? [`${file}: markup out of text`]
    : [];
  return [...undefinedTokens, ...ownColours, ...html];
}

describe("style sheets and components", () => {
  test("use only tokens that exist, no colours of their own, and no markup out of text", () => {
    expect([...sheets, ...components].flatMap((file) => faults(file, read(file)))).toEqual([]);
  });

  test("the check sees an undefined token, a colour and markup", () => {
    expect(faults("x.css", "a { color: var(--no-such-token); background: #fff; }")).toHaveLength(2);
    expect(faults("x.tsx", "<p dangerouslySetInnerHTML={{ __html: text }} />")).toHaveLength(1);
  });

  test("every token is used", () => {
    const all = [...sheets, ...components].map(read).join("\n");
    expect([...defined].filter((name) => !all.includes(`var(${name})`))).toEqual([]);
  });
});

describe("contrast (WCAG 2.2, 1.4.3 and 1.4.11)", () => {
  const pairs = new Map(
    [...tokens.matchAll(/(--[a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
      ([, name = "", light = "", dark = ""]) => [name, { light, dark }] as const,
    ),
  );
  const plain = ["surface", "surface-raised", "surface-zebra", "surface-hover", "surface-selected-idle"];
  const texts: readonly (readonly [text: string, surfaces: readonly string[]])[] = [
    ["text", [...plain, "surface-code", "surface-error", "surface-warning", "surface-good", "surface-note"]],
    ["text-quiet", [...plain, "surface-error", "surface-warning", "surface-good", "surface-selected"]],
    ["text-error", [...plain, "surface-error", "surface-selected"]],
    ["text-warning", [...plain, "surface-warning", "surface-code", "surface-selected"]],
    ["text-good", [...plain, "surface-good", "surface-code"]],
    ["text-link", [...plain, "surface-code"]],
    ["text-selected", ["surface-selected"]],
  ];
  const shapes: readonly (readonly [shape: string, surfaces: readonly string[]])[] = [
    ["meter", ["line", "surface"]],
    ["meter-low", ["line", "surface"]],
    ["meter-empty", ["surface"]],
    ["focus", ["surface", "surface-raised", "surface-selected"]],
    ["line-strong", ["surface", "surface-raised"]],
    ["record", ["surface-raised"]],
  ];

  function ratio(one: string, other: string, theme: "light" | "dark"): number {
    const [high = 0, low = 0] = [one, other]
      .map((name) => luminance(pairs.get(`--${name}`)?.[theme] ?? ""))
      .toSorted((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  }

  function tooFaint(wanted: typeof texts, least: number): readonly string[] {
    return wanted.flatMap(([front, surfaces]) =>
      surfaces.flatMap((surface) =>
        (["light", "dark"] as const).flatMap((theme) => {
          const found = ratio(front, surface, theme);
          return found >= least ? [] : [`${front} on ${surface}, ${theme}: ${found.toFixed(2)}`];
        }),
      ),
    );
  }

  test("text reaches 4.5:1 on every surface it stands on, in both themes", () => {
    expect(tooFaint(texts, 4.5)).toEqual([]);
  });

  test("shapes that carry meaning reach 3:1", () => {
    expect(tooFaint(shapes, 3)).toEqual([]);
  });
});

/** Relative luminance of "#rrggbb"; NaN for anything else, which no comparison passes. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? Number.NaN) + 0.7152 * (green ?? Number.NaN) + 0.0722 * (blue ?? Number.NaN);
}
