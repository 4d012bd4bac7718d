import { asRecord } from "../../exchange/json-fields.ts";
import { at, firstScalar, memberOf, objectIn } from "./members.ts";
import type { Shape } from "./shape.ts";

/** tRPC: a JSON-RPC code beside a named one and the HTTP status; with a transformer one level deeper, under `json`. */
export const TRPC: Shape = {
  name: "tRPC error",
  docs: "https://trpc.io/docs/server/error-handling",
  find: ({ json, fields }) => {
    const error = objectIn(fields, "error") ?? {};
    const isDeeper = objectIn(error, "json") !== undefined;
    const inside = asRecord(isDeeper ? memberOf(error, "json") : error) ?? {};
    const data = objectIn(inside, "data") ?? {};
    if (!Number.isInteger(memberOf(inside, "code")) || !Number.isInteger(memberOf(data, "httpStatus")))
      return undefined;
    const from = isDeeper ? "/error/json" : "/error";
    return {
      at: {
        ...at("code", firstScalar(json, [`${from}/data/code`, `${from}/code`])),
        message: `${from}/message`,
        type: `${from}/data/path`,
        status: `${from}/data/httpStatus`,
      },
      inSuccess: {
        title: "tRPC answered with an error",
        meaning: "The procedure failed. Of a batch, HTTP's status is that of the whole and not of this call.",
        retry: "sometimes",
        reason: "Look at the code and the message before repeating the call.",
      },
    };
  },
};
