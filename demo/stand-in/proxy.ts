import { createServer } from "node:http";
import { connect, type Socket } from "node:net";
import { portOf } from "./port.ts";

/**
 * A CONNECT proxy (RFC 9110 section 9.3.6) that leads known names to the stand-in and refuses all others with 502.
 * Firefox has no host-resolver rules; with this proxy in its preferences it asks for the real names all the same.
 */
export type NameProxy = {
  readonly port: number;
  /** Every name asked for, in order and with repeats, as HOST:PORT. Proof of what the browser wanted to reach. */
  readonly asked: readonly string[];
  readonly stop: () => Promise<void>;
};

/** Starts the proxy on a free loopback port. Only port 443 of `hosts` is led on, to `targetPort`. */
export async function startNameProxy(hosts: readonly string[], targetPort: number): Promise<NameProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  function track(socket: Socket): Socket {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => sockets.delete(socket));
    return socket;
  }

  // A request in the plain is refused like an unknown name; its target is listed too.
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(502).end();
  });
  server.on("connection", track);
  server.on("connect", (request, client: Socket, head: Buffer) => {
    const target = request.url ?? "";
    asked.push(target);
    if (!hosts.some((host) => target === `${host}:443`)) {
      client.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    const upstream = track(connect(targetPort, "127.0.0.1"));
    upstream.once("connect", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.once("close", () => client.destroy());
    client.once("close", () => upstream.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const port = portOf(server.address());
  return {
    port,
    asked,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
