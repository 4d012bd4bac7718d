import type { Reply } from "../../demo/stand-in/call.ts";

const page = (body: string): Reply => ({
  status: 200,
  headers: { "content-type": "text/html; charset=utf-8" },
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test page</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
});
const script = (body: string): Reply => ({ status: 200, headers: { "content-type": "text/javascript" }, body });

const KEY = `{ headers: { authorization: "Bearer sk_test_EXAMPLE" } }`;

const PAGES: Readonly<Record<string, Reply>> = {
  "/": page(""),
  /** Calls an API while it loads, and is complete only well after the answer. */
  "/calls-on-load": page(
    `<script>fetch("https://api.urblock.io/v1/tokens?simulate=internal_error&from=load", ${KEY})</script>` +
      `<script src="/late.js"></script>`,
  ),
  "/late.js": { ...script("window.late = true;"), fault: { kind: "delay", ms: 500 } },
  /** Answers one path by itself and leads all others on to the network. */
  "/worker.js": script(`
    self.addEventListener("install", () => self.skipWaiting());
    self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
    self.addEventListener("fetch", (event) => {
      const url = new URL(event.request.url);
      if (url.searchParams.get("from") === "worker") event.respondWith(fetch(event.request));
    });
  `),
};

/** The test page's own host. */
export async function site(path: string): Promise<Reply> {
  return PAGES[path] ?? { status: 404, headers: {}, body: "" };
}
