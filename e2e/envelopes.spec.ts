import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { call, detail, rowText } from "./calls.ts";
import { expect, test } from "./harness/test.ts";

/** What the local server answers, by path. The types are wrong on purpose: the shape decides. */
const ANSWERS: Readonly<Record<string, { readonly status: number; readonly type: string; readonly body: unknown }>> = {
  "/problem": {
    status: 409,
    type: "text/plain",
    body: {
      type: "https://example.com/probs/stale",
      title: "The order has changed",
      detail: "Version 3 is gone.",
      status: 409,
    },
  },
  "/graphql": {
    status: 200,
    type: "application/json",
    body: {
      data: { viewer: { name: "Ada", avatar: null } },
      errors: [{ message: "upstream timed out", path: ["viewer", "avatar"], extensions: { code: "RATE_LIMITED" } }],
    },
  },
  "/rpc": {
    status: 200,
    type: "application/json",
    body: [
      { jsonrpc: "2.0", id: 1, result: "0x10" },
      { jsonrpc: "2.0", id: 2, error: { code: -32601, message: "the method eth_foo does not exist" } },
    ],
  },
  "/fine": { status: 200, type: "application/json", body: { error: null, errors: [], message: "ok", code: 0 } },
};

let server: Server;
let host = "";

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = ANSWERS[request.url ?? ""];
    response.writeHead(answer?.status ?? 200, { "content-type": answer?.type ?? "text/html" });
    response.end(answer === undefined ? "<!doctype html><link rel=icon href=data:,>" : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `localhost:${(server.address() as AddressInfo).port}`;
});

test.afterAll(async () => {
  // The browser keeps its connections open.
  server.closeAllConnections();
  await new Promise<unknown>((resolve) => server.close(resolve));
});

test("a local host without a document shows what its errors say", async ({ tab, panel }) => {
  await tab.goto(`http://${host}/`);
  await call(tab, { url: `http://${host}/problem` });
  const text = await rowText(panel, "/problem");
  expect(text).toContain(host);
  expect(text).toContain("409");
  const explanation = await detail(panel, "/problem", "Explanation");
  expect(explanation).toContain("Version 3 is gone.");
  expect(explanation).toContain("RFC 9457 problem details");
});

test("a GraphQL answer with errors under 200 is a failure, and an ordinary answer is not", async ({ tab, panel }) => {
  await tab.goto(`http://${host}/`);
  await call(tab, {
    url: `http://${host}/graphql`,
    method: "POST",
    body: '{"query":"{ viewer { name avatar } }"}',
  });
  await call(tab, { url: `http://${host}/fine` });
  expect(await rowText(panel, "/graphql")).toContain("RATE_LIMITED");
  await panel.click({ role: "button", name: "1 plain success not listed" });
  await rowText(panel, "/fine");
  await panel.click({ role: "checkbox", name: "Errors only" });
  await expect.poll(() => panel.count({ css: "[role=row][aria-selected]", text: "/fine" })).toBe(0);
  await rowText(panel, "/graphql");
});

test("a batch of JSON-RPC calls says which of them failed", async ({ tab, panel }) => {
  await tab.goto(`http://${host}/`);
  await call(tab, { url: `http://${host}/rpc`, method: "POST", body: "[]" });
  expect(await rowText(panel, "/rpc")).toContain("-32601");
  expect(await detail(panel, "/rpc", "Explanation")).toContain("1 of 2 parts failed: 2 (-32601).");
});
