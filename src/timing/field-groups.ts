import type { Field, FieldMap } from "./field-map.ts";
import { parseLimitFieldName } from "./limit-field-name.ts";
import type { LimitFieldName, LimitFieldRole } from "./limit-field-name.ts";

/** The fields of one family and bucket, by what each says. */
export type FieldGroup = Omit<LimitFieldName, "role"> & { readonly fields: ReadonlyMap<LimitFieldRole, Field> };

/** Most groups kept of one response. */
const MAX_GROUPS = 32;

/** Collects the response's rate-limit fields into groups that describe one window each, in wire order. */
export function groupLimitFields(fields: FieldMap): readonly FieldGroup[] {
  const groups = new Map<string, { name: LimitFieldName; fields: Map<LimitFieldRole, Field> }>();
  for (const [key, field] of fields) {
    const name = parseLimitFieldName(key);
    if (name === null) continue;
    const id = `${name.family} ${name.bucket}`;
    const group = groups.get(id) ?? { name, fields: new Map<LimitFieldRole, Field>() };
    if (!groups.has(id)) {
      if (groups.size >= MAX_GROUPS) continue;
      groups.set(id, group);
    }
    if (!group.fields.has(name.role)) group.fields.set(name.role, field);
  }
  return [...groups.values()].map(({ name, fields: byRole }) => ({
    family: name.family,
    vendor: name.vendor,
    bucket: name.bucket,
    fields: byRole,
  }));
}
