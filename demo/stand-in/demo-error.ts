/**
 * One error that an API of the stand-in can answer with. Data without Node: the demo page lists the same tables.
 * All message texts are the stand-in's own.
 */
export type DemoError = {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  /** A believable request for it. */
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Other credentials than the account's key, whole as sent; null for none. */
  readonly authorization?: string | null;
  /** No request brings it about by itself: it has to be asked for with `?simulate=`. */
  readonly simulated?: true;
  /** Urblock's error.type. */
  readonly type?: string;
  /** Urblock's error.param, ChainGuard's error.field. */
  readonly field?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** "openapi": BlockSecOps' lower-case dialect. */
  readonly dialect?: "openapi";
};

/** Seconds that a simulated 429 asks to wait, where the caller does not say otherwise: the documents' own samples. */
export function documentedWait(error: DemoError): number {
  if (error.dialect === "openapi") return 60;
  if (error.code === "RATE_LIMITED") return 45;
  return error.code === "RATE_LIMIT_EXCEEDED" ? 30 : 12;
}

/** Whether the error means a full rate-limit window, which ends by itself; a full place or allowance does not. */
export function isWindow(error: DemoError): boolean {
  return error.status === 429 && error.code.toLowerCase().startsWith("rate_limit");
}
