import { headerValue } from "../../exchange/headers.ts";
import { at, firstScalar, objectIn, textIn } from "./members.ts";
import type { Shape } from "./shape.ts";

const SIGNS = ["innererror", "innerError", "details", "target"];

/** OData's error object as Azure and Microsoft Graph answer it; version 3 names it `odata.error`. */
export const ODATA: Shape = {
  name: "OData error",
  docs: "https://docs.oasis-open.org/odata/odata-json-format/v4.01/odata-json-format-v4.01.html#sec_ErrorResponse",
  find: ({ json, fields, headers }) => {
    const name = objectIn(fields, "odata.error") === undefined ? "error" : "odata.error";
    const error = objectIn(fields, name);
    if (error === undefined || textIn(error, "code") === undefined) return undefined;
    const isMicrosoft = ["x-ms-error-code", "x-ms-request-id", "client-request-id"].some(
      (header) => headerValue(headers, header) !== undefined,
    );
    const isMarked = name === "odata.error" || SIGNS.some((sign) => Object.hasOwn(error, sign));
    if (!isMarked && !isMicrosoft) return undefined;
    const message = firstScalar(json, [`/${name}/message`, `/${name}/message/value`]);
    // A type or a parameter of Stripe's is no member of OData's.
    if (message === undefined || Object.hasOwn(error, "type")) return undefined;
    return {
      at: {
        code: `/${name}/code`,
        message,
        field: [`/${name}/target`, `/${name}/details/0/target`],
        details: Object.hasOwn(error, "details") ? `/${name}/details` : `/${name}/innererror`,
        ...at("type", firstScalar(json, [`/${name}/innererror/code`, `/${name}/innerError/code`])),
        ...at("requestId", firstScalar(json, [`/${name}/innerError/request-id`, `/${name}/innererror/request-id`])),
        ...at("timestamp", firstScalar(json, [`/${name}/innerError/date`, `/${name}/innererror/date`])),
      },
    };
  },
};
