import { asRecord } from "../../exchange/json-fields.ts";
import type { EventFact } from "../api-event.ts";
import { valueAt } from "../../web/json-pointer.ts";
import { TELLING_MEMBERS } from "./error-places.ts";
import { revertReason } from "./revert-reason.ts";

const SCOPES = [
  "/error",
  "/errors/0",
  "",
  "/error/details/0",
  "/error/details/0/violations/0",
  "/error/details/1",
  "/error/details/1/violations/0",
  "/error/details/0/metadata",
  "/error/errors/0",
  "/details/0",
  "/errors/0/extensions",
  "/errors/0/meta",
  "/error/meta",
  "/error/metadata",
  "/fault/detail",
  "/data",
  "/cause",
  "/context",
] as const;
const MOST = 12;
const REVERT_PLACES = [
  "/error/data",
  "/error/data/data",
  "/error/data/originalError/data",
  "/error/data/result",
  "/error/error/data",
  "/data",
] as const;

/** What stands beside the code and says more: a decline code, a hint, a link to documentation, a revert's reason. */
export function factsOf(json: unknown, said: readonly (string | null)[]): readonly EventFact[] {
  const facts: EventFact[] = [];
  const seen = new Set(said.filter((text) => text !== null));
  const add = (label: string, value: string): void => {
    if (facts.length >= MOST || seen.has(value)) return;
    seen.add(value);
    facts.push({ label, value: value.slice(0, 1000) });
  };
  for (const pointer of REVERT_PLACES) {
    const reason = revertReason(valueAt(json, pointer));
    if (reason !== undefined && asRecord(json)?.["error"] !== undefined) add("revert reason", reason);
  }
  for (const scope of SCOPES) {
    const fields = asRecord(scope === "" ? json : valueAt(json, scope));
    if (fields === undefined) continue;
    for (const [name, value] of Object.entries(fields).slice(0, 60)) {
      const label = TELLING_MEMBERS.get(name.toLowerCase().replaceAll(/[-_ ]/g, ""));
      if (label === undefined) continue;
      if (typeof value === "string" && value.trim() !== "") add(label, value);
      else if (typeof value === "number" || typeof value === "boolean") add(label, String(value));
    }
  }
  return facts;
}

/** Words beside the code that may say whether the failure passes: reasons, policies, ids of quotas. */
export function wordsBeside(facts: readonly EventFact[], json: unknown): readonly string[] {
  const reasons = [
    "/error/errors/0/reason",
    "/errors/0/reason",
    "/error/status",
    "/error/details/0/reason",
    "/status",
    "/error/type",
    "/error/details/0/violations/0/description",
  ]
    .map((pointer) => valueAt(json, pointer))
    .filter((value) => typeof value === "string");
  const told = facts
    .filter(({ label }) => label !== "documentation" && label !== "link" && label !== "request log")
    .map(({ value }) => value);
  return [...told, ...reasons].slice(0, 20);
}
