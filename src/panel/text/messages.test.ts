import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import english from "../../../public/_locales/en/messages.json";

const source = fileURLToPath(new URL("../..", import.meta.url));

/** All code that may show a message: everything under src but tests and this folder's own machinery. */
function code(): string {
  return readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(join(source, file), "utf8"))
    .join("\n");
}

describe("messages.json", () => {
  const all = code();

  // A key that is missing does not compile: TextKey is made from the file. Only the other way round needs a test.
  test("holds no message that nothing shows", () => {
    const unused = Object.keys(english).filter((key) => !all.includes(`"${key}"`));
    expect(unused.filter((key) => !["extensionName", "extensionDescription"].includes(key))).toEqual([]);
  });

  test("names keys as browsers accept them, and says each message once", () => {
    const keys = Object.keys(english);
    expect(keys.filter((key) => !/^[A-Za-z0-9_@]+$/.test(key))).toEqual([]);
    expect(keys.filter((key) => english[key as keyof typeof english].message.trim() === "")).toEqual([]);
  });

  test("passes each message the values it has places for", () => {
    const wrong: string[] = [];
    for (const [, name, key, rest] of all.matchAll(/\b(text|countText)\(\s*"(\w+)"([^;]*?)\)/g)) {
      if (name !== "text" || key === undefined || !(key in english)) continue;
      const places = new Set(english[key as keyof typeof english].message.match(/\$[1-9]/g));
      if (places.size > 0 !== (rest ?? "").includes(",")) wrong.push(key);
    }
    expect(wrong).toEqual([]);
  });
});
