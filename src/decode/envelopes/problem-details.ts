import { at, firstScalar, listIn, memberOf, objectIn, textIn } from "./members.ts";
import type { Fields, Found, Shape } from "./shape.ts";

const DOCS = "https://www.rfc-editor.org/rfc/rfc9457#section-3";

/** RFC 9457 (and 7807). ASP.NET builds on it: a map of fields, a trace id, and RFC sections of HTTP as types. */
export const PROBLEM_DETAILS: Shape = {
  name: "RFC 9457 problem details",
  docs: DOCS,
  find: ({ json, fields, status }) => {
    if (!isProblem(fields)) return undefined;
    const map = objectIn(fields, "errors");
    const isAspNet = (map !== undefined && Object.values(map).every(Array.isArray)) || isAspNetType(fields);
    const details = ["errors", "invalid-params", "violations"].find((name) => isMany(fields, name));
    return {
      ...(isAspNet ? { name: "ASP.NET problem details" } : {}),
      at: {
        ...at("code", firstScalar(json, ["/code", "/errorCode", "/error_code"])),
        ...at("message", firstScalar(json, ["/detail", "/title"])),
        ...(textIn(fields, "type") === "about:blank" ? {} : at("type", firstScalar(json, ["/type"]))),
        field: FIELDS,
        ...(map === undefined ? {} : { fieldMap: "/errors" }),
        ...at("details", details === undefined ? undefined : `/${details}`),
        ...at("requestId", firstScalar(json, ["/traceId", "/requestId", "/request_id", "/trace_id"])),
        ...at("timestamp", firstScalar(json, ["/timestamp"])),
        status: "/status",
      },
      ...inSuccess(fields, status),
    };
  },
};

/** Where extensions of the format name the field. */
const FIELDS = [
  "/errors/0/pointer",
  "/errors/0/name",
  "/errors/0/field",
  "/invalid-params/0/name",
  "/violations/0/field",
];

function isProblem(fields: Fields): boolean {
  const title = textIn(fields, "title");
  const type = textIn(fields, "type");
  const hasUri = type !== undefined && (type === "about:blank" || /^(?:https?:|urn:|tag:|\/)/i.test(type));
  const says = textIn(fields, "detail") !== undefined || Number.isInteger(memberOf(fields, "status"));
  return title === undefined ? hasUri && says : says || hasUri;
}

function isAspNetType(fields: Fields): boolean {
  const type = textIn(fields, "type") ?? "";
  return (
    textIn(fields, "traceId") !== undefined && /^https:\/\/(?:tools\.ietf\.org|datatracker\.ietf\.org)\//.test(type)
  );
}

function isMany(fields: Fields, name: string): boolean {
  return listIn(fields, name) !== undefined || objectIn(fields, name) !== undefined;
}

/** Many resources have a type, a title and a status: only a type that is a URI with an error status is a problem. */
function inSuccess(fields: Fields, status: number): Pick<Found, "inSuccess"> {
  const stated = memberOf(fields, "status");
  const type = textIn(fields, "type") ?? "";
  const isSure =
    typeof stated === "number" &&
    Number.isInteger(stated) &&
    stated >= 400 &&
    stated <= 599 &&
    (type === "about:blank" || /^(?:https?:|urn:)/i.test(type)) &&
    textIn(fields, "title") !== undefined;
  if (!isSure) return {};
  return {
    inSuccess: {
      title: "Problem reported inside a success",
      meaning: `HTTP says ${status}, while the body is a problem document with status ${stated}.`,
      retry: stated >= 500 || stated === 429 ? "sometimes" : "no",
      reason: `The problem document states status ${stated}; go by that and not by the HTTP status.`,
    },
  };
}
