// What the pure rooms may use beyond ECMAScript: available unchanged in browsers, workers and Node.
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array;
}
declare function atob(data: string): string;
declare function btoa(data: string): string;
interface URL {
  readonly protocol: string;
  readonly hostname: string;
  readonly host: string;
  readonly port: string;
  readonly origin: string;
  readonly pathname: string;
}
declare var URL: { new (url: string): URL; prototype: URL };
declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(query: string);
  [Symbol.iterator](): IterableIterator<[string, string]>;
}
