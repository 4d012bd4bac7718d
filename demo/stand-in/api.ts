import { type Call, type Reply, withHeaders } from "./call.ts";
import { type DemoError, isWindow } from "./demo-error.ts";
import { faultReply } from "./faults.ts";
import { hostileReply } from "./hostile.ts";
import { counterHeaders, type Meter, secondsUntil, type Standing } from "./rate-limit.ts";
import { createWaits } from "./waits.ts";

/** What the three APIs differ in. */
export type ApiParts = {
  readonly host: string;
  readonly errors: readonly DemoError[];
  /** The bucket that this call counts in. */
  readonly meterOf: (call: Call) => Meter;
  /** Whose bucket: the tenant or key behind the call; one word for all calls without credentials. */
  readonly accountOf: (call: Call) => string;
  /** The ordinary answer, natural errors included. */
  readonly handle: (call: Call) => Reply;
  /** An error in this API's envelope; `waitSeconds` goes into the body where this API says it there as well. */
  readonly errorReply: (error: DemoError, call: Call, waitSeconds?: number) => Reply;
  /** The error of a full window. */
  readonly limitError: (call: Call) => DemoError;
  /** Further headers of every reply. */
  readonly extraHeaders?: (standing: Standing) => Readonly<Record<string, string>>;
  /** Codes of a day's or month's allowance and their headers: no time to wait among them. */
  readonly quotas: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly forget: () => void;
};

export type Api = { readonly host: string; readonly answer: (call: Call) => Reply; readonly reset: () => void };

/**
 * An API that counts, limits, answers, and simulates on demand: `?simulate=CODE` answers with that error of the table,
 * `?simulate=FAULT` with one of `FAULTS` or of `HOSTILE_NAMES`. Both take `simulate_status`, a 429 also `simulate_wait`.
 */
export function createApi(parts: ApiParts): Api {
  const waits = createWaits();
  const meters = new Set<Meter>();

  function limited(call: Call, standing: Standing): Reply {
    const seconds = secondsUntil(standing.resetAt, call.now);
    return withHeaders(parts.errorReply(parts.limitError(call), call, seconds), { "retry-after": String(seconds) });
  }

  function simulated(call: Call, standing: Standing): Reply | null {
    const wanted = call.query.get("simulate");
    if (wanted === null) return null;
    const error = parts.errors.find((candidate) => candidate.code === wanted);
    if (error === undefined) return faultReply(wanted, call, parts) ?? hostileReply(wanted, call, parts);
    const status = Number(call.query.get("simulate_status") ?? error.status);
    const quota = parts.quotas[error.code];
    if (quota !== undefined)
      return { ...withHeaders(parts.errorReply(error, call), quota), status, withoutCounters: true };
    if (!isWindow(error)) return { ...parts.errorReply(error, call), status };
    return waits.reply(error, call, standing, (seconds) => ({ ...parts.errorReply(error, call, seconds), status }));
  }

  return {
    host: parts.host,
    answer(call) {
      const meter = parts.meterOf(call);
      meters.add(meter);
      const account = parts.accountOf(call);
      const look = meter.look(account, call.now);
      const shown = simulated(call, look);
      const standing = shown === null ? meter.take(account, call.now) : look;
      const reply = shown ?? (standing.granted ? parts.handle(call) : limited(call, standing));
      if (reply.withoutCounters === true) return reply;
      return withHeaders(reply, { ...counterHeaders(standing), ...parts.extraHeaders?.(standing) });
    },
    reset() {
      waits.clear();
      for (const meter of meters) meter.clear();
      parts.forget();
    },
  };
}
