import type { CatalogueProblem } from "./catalogue-problem.ts";
import { type CheckName, CHECKS } from "./check-names.ts";
import type { Cause, KeyFormat, Provider } from "./provider.ts";

const isNumber = (argument: string): boolean => /^\d{1,12}$/.test(argument);
const isRange = (argument: string): boolean => /^\d{1,9}-\d{1,9}$/.test(argument);
const isPair = (argument: string): boolean => /^[^=\s]{1,100}=./.test(argument);
const isHeader = (argument: string): boolean => /^[A-Za-z0-9_-]+$/.test(argument);
const isEndings = (argument: string): boolean => /^\.[a-z0-9.]+(,\.[a-z0-9.]+)*$/.test(argument);

/** What a check needs of the document or the cause to ever decide anything. */
const NEEDS: Partial<Record<CheckName, (provider: Provider, argument: string) => string | undefined>> = {
  "key-malformed": ({ authentication }) => need(authentication.keys.length > 0, "authentication.keys"),
  "key-of-test-environment": ({ authentication }) =>
    need(
      authentication.keys.some((key) => key.environment === "test"),
      'a key with environment "test"',
    ),
  "publishable-key-sent": (provider) => need(hasKeys(provider, "publishable"), 'a key with role "publishable"'),
  "secret-key-sent": (provider) => need(hasKeys(provider, "secret"), 'a key with role "secret"'),
  "key-of-other-project": ({ authentication }) =>
    need(authentication.projectClaim !== undefined, "authentication.projectClaim"),
  "jwt-for-other-audience": (_, argument) => need(argument !== "", "the accepted audiences as argument"),
  "jwt-claim": (_, argument) => need(isPair(argument), 'a claim and its value such as "role=anon" as argument'),
  "header-missing": (_, argument) => need(isHeader(argument), "the header's name as argument"),
  "header-other-value": (_, argument) =>
    need(isPair(argument), 'the header and its values such as "X-Version=1,2" as argument'),
  "field-missing": (_, argument) => need(argument !== "", "the field's name as argument"),
  "body-too-large": (_, argument) => need(isNumber(argument), "the limit in bytes as argument"),
  "jwt-expired": ({ authentication }) => need(authentication.jwt === true, "authentication.jwt"),
  "organization-header-missing": ({ authentication }) =>
    need(authentication.organizationHeader !== undefined, "authentication.organizationHeader"),
  "id-format-wrong": ({ idPrefixes }, argument) => need(idPrefixes.length > 0 || argument !== "", "idPrefixes"),
  "idempotency-key-missing": ({ idempotency }) => need(idempotency !== undefined, "idempotency"),
  "idempotency-key-present": ({ idempotency }) => need(idempotency !== undefined, "idempotency"),
  "limit-exhausted": ({ rateLimit }) => need(rateLimit !== undefined, "rateLimit"),
  "limit-not-exhausted": ({ rateLimit }) => need(rateLimit !== undefined, "rateLimit"),
  "file-too-large": (_, argument) => need(isNumber(argument), "the limit in bytes as argument"),
  "file-type-unsupported": (_, argument) => need(isEndings(argument), 'endings such as ".sol,.zip" as argument'),
  "pagination-out-of-range": (_, argument) => need(isRange(argument), 'a range such as "1-100" as argument'),
};

function hasKeys({ authentication }: Provider, role: KeyFormat["role"]): boolean {
  return [...authentication.keys, ...(authentication.jwtKeys ?? [])].some((key) => key.role === role);
}

function need(met: boolean, what: string): string | undefined {
  return met ? undefined : what;
}

/** Whether a cause's check has what it needs of the document and its own argument. */
export function checkCause(provider: Provider, path: string, cause: Cause): readonly CatalogueProblem[] {
  if (cause.check === undefined) {
    if (cause.argument === undefined) return [];
    return [{ path, actual: "an argument without a check", expected: CHECKS.join(", "), tip: "Name the check." }];
  }
  const missing = NEEDS[cause.check]?.(provider, cause.argument ?? "");
  if (missing === undefined) return [];
  const tip = "Without it the check could never decide; add it or leave the check out.";
  return [{ path, actual: cause.check, expected: `${cause.check} with ${missing}`, tip }];
}
