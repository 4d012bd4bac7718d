import { connect, type Socket } from "node:net";

/** Firefox's own remote protocol, spoken directly: no driver program in between. One command at a time. */
export type Marionette = {
  /** Sends a command and returns its result; rejects with WebDriver's code and Firefox's message. */
  readonly send: (command: string, parameters?: unknown) => Promise<unknown>;
  readonly close: () => void;
};

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/**
 * Connects to a listening Marionette. Frames are `<bytes>:<json>`; the server greets first, commands are
 * `[0, id, name, parameters]` and answers `[1, id, error, result]`.
 */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = await opened(port);
  const waiting = new Map<number, Waiting>();
  let greet: () => void = () => undefined;
  const greeted = new Promise<void>((resolve) => {
    greet = resolve;
  });
  let nextId = 1;
  let last: Promise<unknown> = Promise.resolve();

  readFrames(socket, (message) => {
    if (!Array.isArray(message)) return greet();
    // The protocol's own shape; a message of another shape answers no command.
    const [, id, error, result] = message as [unknown, number, { error?: string; message?: string } | null, unknown];
    const answer = waiting.get(id);
    waiting.delete(id);
    if (error === null) answer?.resolve(result);
    else answer?.reject(new Error(`${error.error ?? "error"}: ${error.message ?? JSON.stringify(error)}`));
  });
  socket.on("close", () => {
    for (const answer of waiting.values()) answer.reject(new Error("Firefox closed the connection."));
    waiting.clear();
  });

  const sendNow = (command: string, parameters: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (socket.destroyed) return reject(new Error("Firefox closed the connection."));
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      const text = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });

  await greeted;
  return {
    send: (command, parameters = {}) => {
      const answer = last.then(() => sendNow(command, parameters));
      // A failed command must not keep the next one from being sent.
      last = answer.catch(() => undefined);
      return answer;
    },
    close: () => socket.destroy(),
  };
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(socket));
    socket.once("error", reject);
  });
}

function readFrames(socket: Socket, onMessage: (message: unknown) => void): void {
  let buffered = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (;;) {
      const colon = buffered.indexOf(":");
      if (colon === -1) return;
      const end = colon + 1 + Number(buffered.subarray(0, colon).toString());
      if (buffered.length < end) return;
      const text = buffered.subarray(colon + 1, end).toString("utf8");
      buffered = buffered.subarray(end);
      onMessage(JSON.parse(text));
    }
  });
}

/** The `value` of an answer. */
export function valueOf(answer: unknown): unknown {
  return typeof answer === "object" && answer !== null && "value" in answer ? answer.value : undefined;
}
