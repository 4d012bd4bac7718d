import { asRecord } from "../../exchange/json-fields.ts";
import { at, firstScalar, hasOnly, listIn, memberOf, objectIn, pathText, textIn } from "./members.ts";
import type { Shape } from "./shape.ts";

/**
 * FastAPI: a list of `{loc, msg, type}` for inputs, one text for everything else (as Django REST framework has it), or
 * the object that an HTTPException was raised with.
 */
export const FASTAPI: Shape = {
  name: "FastAPI detail",
  docs: "https://fastapi.tiangolo.com/tutorial/handling-errors/",
  find: ({ json, fields }) => {
    const list = listIn(fields, "detail");
    const first = asRecord(list?.[0]);
    if (first !== undefined && Array.isArray(first["loc"]) && textIn(first, "msg") !== undefined) {
      const location = first["loc"] as unknown[];
      // The first key says where the input was: body, query, path, header or cookie.
      const field = pathText(location.slice(location.length > 1 ? 1 : 0));
      return {
        name: "FastAPI validation errors",
        at: { message: "/detail", type: "/detail/0/type", details: "/detail" },
        ...(field === undefined ? {} : { read: { field } }),
        notes: [`The mistake is in the ${String(location[0]).slice(0, 20)} of the request.`],
      };
    }
    const object = objectIn(fields, "detail");
    if (object !== undefined && hasOnly(fields, DETAIL_ONLY)) {
      const message = firstScalar(json, ["/detail/message", "/detail/msg", "/detail/detail", "/detail/error"]);
      const code = firstScalar(json, ["/detail/code", "/detail/error_code", "/detail/type"]);
      if (message === undefined && code === undefined) return undefined;
      return { at: { ...at("message", message), ...at("code", code), details: "/detail" } };
    }
    if (textIn(fields, "detail") === undefined || !hasOnly(fields, DETAIL_ONLY)) return undefined;
    return { at: { message: "/detail", ...at("code", firstScalar(json, ["/code"])) } };
  },
};

const DETAIL_ONLY = new Set(["detail", "code", "messages", "status_code"]);

/** Laravel: a message and a map of fields to lists of texts; with debugging on, file and trace instead. */
export const LARAVEL: Shape = {
  name: "Laravel errors",
  docs: "https://laravel.com/docs/validation#validation-error-response-format",
  find: ({ fields }) => {
    if (textIn(fields, "message") === undefined && memberOf(fields, "message") !== "") return undefined;
    const errors = objectIn(fields, "errors");
    const isMap = errors !== undefined && Object.values(errors).length > 0 && Object.values(errors).every(isTexts);
    if (isMap) return { at: { message: "/message", fieldMap: "/errors", details: "/errors" } };
    if (textIn(fields, "exception") === undefined || listIn(fields, "trace") === undefined) return undefined;
    return {
      at: { message: "/message", type: "/exception" },
      notes: ["Laravel's debug mode is on: the answer shows file names and code paths of the server."],
    };
  },
};

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** Spring Boot's default error attributes. */
export const SPRING: Shape = {
  name: "Spring Boot error",
  docs: "https://docs.spring.io/spring-boot/reference/web/servlet.html#web.servlet.spring-mvc.error-handling",
  find: ({ json, fields }) => {
    const isSpring =
      Object.hasOwn(fields, "timestamp") &&
      Number.isInteger(memberOf(fields, "status")) &&
      textIn(fields, "error") !== undefined &&
      textIn(fields, "path") !== undefined;
    if (!isSpring) return undefined;
    return {
      at: {
        ...at("message", firstScalar(json, ["/message", "/errors/0/defaultMessage", "/error"])),
        ...at("type", firstScalar(json, ["/exception"])),
        field: ["/errors/0/field"],
        details: "/errors",
        timestamp: "/timestamp",
        ...at("requestId", firstScalar(json, ["/requestId"])),
        status: "/status",
      },
    };
  },
};
