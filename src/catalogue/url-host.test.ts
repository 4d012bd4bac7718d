import { expect, test } from "vitest";
import { hostOfUrl } from "./url-host.ts";

test.each<[string, string | undefined]>([
  ["https://API.example.test/v1?x=1", "api.example.test"],
  ["https://api.example.test:443/", "api.example.test"],
  ["http://localhost:4000/v1", "localhost:4000"],
  ["http://api.example.test:443/", "api.example.test:443"],
  ["https://api.example.test@evil.test/", "evil.test"],
  ["data:text/plain,hello", undefined],
  ["", undefined],
])("the host of %j is shown as %j", (url, host) => {
  expect(hostOfUrl(url)).toBe(host);
});
