import { asRecord } from "../../exchange/json-fields.ts";
import { at, firstScalar, hasOnly, listIn, textIn } from "./members.ts";
import type { Shape } from "./shape.ts";

const TOP = new Set(["errors", "meta", "jsonapi", "links"]);
const SIGNS = ["title", "detail", "status", "source", "code"];

/** JSON:API's error objects: https://jsonapi.org/format/#error-objects. */
export const JSON_API: Shape = {
  name: "JSON:API errors",
  docs: "https://jsonapi.org/format/#error-objects",
  find: ({ json, fields }) => {
    const errors = listIn(fields, "errors");
    const first = asRecord(errors?.[0]);
    if (errors === undefined || first === undefined || !hasOnly(fields, TOP)) return undefined;
    if (Object.hasOwn(first, "message") || SIGNS.every((sign) => !Object.hasOwn(first, sign))) return undefined;
    const status = Number(textIn(first, "status") ?? Number.NaN);
    return {
      at: {
        ...at("code", firstScalar(json, ["/errors/0/code"])),
        ...at("message", firstScalar(json, ["/errors/0/detail", "/errors/0/title"])),
        field: ["/errors/0/source/pointer", "/errors/0/source/parameter", "/errors/0/source/header"],
        ...(errors.length > 1 ? { details: "/errors" } : at("details", "/errors/0/meta")),
        ...at("requestId", firstScalar(json, ["/errors/0/id"])),
      },
      ...(Number.isInteger(status) && status >= 100 && status <= 599 ? { read: { status } } : {}),
      ...(errors.length > 1 ? { notes: [`The body lists ${errors.length} errors; this is the first.`] } : {}),
    };
  },
};
