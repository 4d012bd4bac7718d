import type { RetryWord } from "../../catalogue/retry-word.ts";
import { asRecord } from "../../exchange/json-fields.ts";
import type { Exchange } from "../../exchange/exchange.ts";
import { headerValue } from "../../exchange/headers.ts";
import type { Advice } from "../api-event.ts";
import { valueAt } from "../../web/json-pointer.ts";
import type { Content } from "../read-content.ts";
import { statusSemantics } from "../status-semantics.ts";
import { SIGNAL_RULES, type SignalKind } from "./signal-rules.ts";

/** What the answer itself says about repeating the call, beyond its status. */
export type Signal = {
  readonly kind: SignalKind;
  readonly retry: RetryWord;
  readonly quota?: "daily" | "monthly";
  readonly reason: string;
  readonly basis: Advice["basis"];
  /** The answer says it outright, by a flag. */
  readonly isFlag?: true;
};

const WORDS: Readonly<Record<SignalKind, RetryWord>> = {
  quota: "no",
  permanent: "no",
  "rate-limit": "after-delay",
  transient: "yes",
};

export type SignalInput = {
  readonly exchange: Exchange;
  readonly content: Content;
  /** Texts that the body has besides code and message: reasons, policies, quota ids. */
  readonly words: readonly string[];
  /** A bot check answered. */
  readonly isChallenge: boolean;
};

/**
 * The strongest thing an answer says about repeating: a flag that says so outright (`x-should-retry`, `retryable`), then
 * its codes and its sentence by the rules. Undefined where it says nothing that the status does not.
 */
export function findSignal(input: SignalInput): Signal | undefined {
  const { exchange, content, isChallenge } = input;
  const { status } = exchange.response;
  if (status === 0) return undefined;
  if (isChallenge && (status < 429 || status > 599 || status === 503))
    return {
      kind: "permanent",
      retry: "no",
      reason: "A check for bots answered: it wants a browser with a person, and no repetition passes it.",
      basis: "body",
    };
  const flag = flagOf(exchange, content);
  const rule = byRules(input);
  if (flag === undefined) return rule ?? byStatedStatus(content, status);
  if (!flag.retry) {
    return {
      kind: rule?.kind === "quota" ? "quota" : "permanent",
      retry: "no",
      ...(rule?.quota === undefined ? {} : { quota: rule.quota }),
      reason: `The answer says so: ${flag.name} is false.${rule?.kind === "quota" ? ` ${rule.reason}` : ""}`,
      basis: flag.basis,
      isFlag: true,
    };
  }
  return {
    kind: rule?.kind === "rate-limit" ? "rate-limit" : "transient",
    retry: rule?.kind === "rate-limit" || status === 429 ? "after-delay" : "yes",
    reason: `The answer says that repeating can help: ${flag.name} is true.`,
    basis: flag.basis,
  };
}

type Flag = { readonly name: string; readonly retry: boolean; readonly basis: Advice["basis"] };

/** Headers that say whether to repeat: https://docs.stripe.com/api/errors, and the SDKs of OpenAI and Anthropic. */
const FLAG_HEADERS = ["x-should-retry", "stripe-should-retry"] as const;
const FLAG_MEMBERS: ReadonlySet<string> = new Set(
  "retryable isretryable canretry shouldretry istransient transient retriable isretriable temporary".split(" "),
);
const FLAG_SCOPES = [
  "",
  "/error",
  "/errors/0",
  "/error/data",
  "/error/details",
  "/errors/0/extensions",
  "/extensions",
  "/data",
  "/meta",
  "/detail",
] as const;

function flagOf({ response }: Exchange, { json }: Content): Flag | undefined {
  for (const name of FLAG_HEADERS) {
    const value = headerValue(response.headers, name)?.trim().toLowerCase();
    if (value === "true" || value === "false") return { name, retry: value === "true", basis: "header" };
  }
  for (const scope of FLAG_SCOPES) {
    const fields = asRecord(scope === "" ? json : valueAt(json, scope)) ?? {};
    for (const [name, value] of Object.entries(fields).slice(0, 60))
      if (typeof value === "boolean" && FLAG_MEMBERS.has(name.toLowerCase().replaceAll("_", "")))
        return { name, retry: value, basis: "body" };
  }
  return undefined;
}

function byRules({ exchange, content, words }: SignalInput): Signal | undefined {
  const { status } = exchange.response;
  const { envelope } = content;
  const codes = [envelope?.code, envelope?.type, ...words]
    .filter((word) => typeof word === "string" && word.length <= 200)
    .map((word) =>
      String(word)
        .toLowerCase()
        .replaceAll(/[-. ]/g, (mark, at: number) => (mark === "-" && at === 0 ? "-" : "_")),
    );
  const text = `${envelope?.message ?? content.message ?? ""} ${words.join(" ")}`.trim().slice(0, 2000).toLowerCase();
  for (const { kind, quota, reason, code, text: pattern, statuses } of SIGNAL_RULES) {
    if (statuses !== undefined && !statuses(status)) continue;
    const isByCode = code !== undefined && codes.some((word) => code.test(word));
    if (!isByCode && !(pattern?.test(text) ?? false)) continue;
    return {
      kind,
      retry: WORDS[kind],
      ...(quota === undefined ? {} : { quota }),
      reason,
      basis: isByCode ? "code" : "body",
    };
  }
  return undefined;
}

/** A success status around an error that names an HTTP status: that status decides. */
function byStatedStatus({ envelope }: Content, status: number): Signal | undefined {
  if (status >= 400) return undefined;
  const stated = envelope?.status ?? (/^[45]\d\d$/.test(envelope?.code ?? "") ? Number(envelope?.code) : null);
  if (stated === null || stated < 400 || stated > 599) return undefined;
  const { retry, title } = statusSemantics(stated);
  return {
    kind: retry === "no" ? "permanent" : retry === "after-delay" ? "rate-limit" : "transient",
    retry,
    reason: `The body states status ${stated} (${title}), and that decides.`,
    basis: "body",
  };
}
