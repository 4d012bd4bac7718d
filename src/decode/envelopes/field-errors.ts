import { asRecord } from "../../exchange/json-fields.ts";
import { pointerTo } from "../../web/json-pointer.ts";
import { memberOf } from "./members.ts";
import type { Shape } from "./shape.ts";

/** Members that hold the map, the body itself last: Rails, GitLab, ASP.NET Web API, Django REST framework. */
const PLACES = ["errors", "message", "ModelState", ""] as const;
const MOST_FIELDS = 200;

/**
 * A map of fields to lists of texts with nothing else to tell it by, under the statuses of an input that was not
 * accepted: anywhere else such a map may be anything.
 */
export const FIELD_ERRORS: Shape = {
  name: "field errors",
  docs: "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.21",
  find: ({ json, fields, status }) => {
    if (status !== 400 && status !== 422) return undefined;
    const place = PLACES.find((name) => isMap(name === "" ? json : memberOf(fields, name)));
    if (place === undefined) return undefined;
    const map = asRecord(place === "" ? json : memberOf(fields, place)) ?? {};
    const [field = ""] = Object.keys(map);
    const from = place === "" ? "" : `/${place}`;
    return {
      at: { message: `${from}${pointerTo([field, 0])}`, details: from },
      read: { field: field.slice(0, 200) },
    };
  },
};

function isMap(value: unknown): boolean {
  const lists = Object.values(asRecord(value) ?? {});
  return (
    lists.length > 0 &&
    lists.length <= MOST_FIELDS &&
    lists.every((list) => Array.isArray(list) && list.length > 0 && list.every((item) => typeof item === "string"))
  );
}
