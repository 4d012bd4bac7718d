import { request } from "node:http";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { portOf } from "./port.ts";
import { startNameProxy } from "./proxy.ts";

/** Asks the proxy for a tunnel; resolves to the status and what the far end says first. */
function tunnel(proxyPort: number, target: string): Promise<{ readonly status: number; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const asking = request({ port: proxyPort, host: "127.0.0.1", method: "CONNECT", path: target });
    asking.on("error", reject);
    asking.on("connect", (response, socket, head) => {
      const status = response.statusCode ?? 0;
      if (status !== 200) resolve({ status, said: "" });
      else if (head.length > 0) resolve({ status, said: head.toString() });
      else socket.once("data", (bytes: Buffer) => resolve({ status, said: bytes.toString() }));
      socket.on("error", () => socket.destroy());
    });
    asking.end();
  });
}

test("known names are led to the target, all others are refused, and both are listed", async () => {
  const target = createServer((socket) => socket.end("hello"));
  await new Promise<void>((resolve) => target.listen(0, "127.0.0.1", resolve));
  const proxy = await startNameProxy(["api.urblock.io"], portOf(target.address()));
  try {
    expect(await tunnel(proxy.port, "api.urblock.io:443")).toEqual({ status: 200, said: "hello" });
    expect(await tunnel(proxy.port, "elsewhere.example:443")).toEqual({ status: 502, said: "" });
    expect(await tunnel(proxy.port, "api.urblock.io:80")).toEqual({ status: 502, said: "" });
    expect(proxy.asked).toEqual(["api.urblock.io:443", "elsewhere.example:443", "api.urblock.io:80"]);
  } finally {
    await proxy.stop();
    target.close();
  }
});
