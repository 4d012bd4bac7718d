import { at, firstScalar, objectIn, textIn } from "./members.ts";
import type { Shape } from "./shape.ts";

/** An error object with a type, as Stripe made common; many younger APIs answer the same way. */
export const STRIPE_LIKE: Shape = {
  name: "Stripe-like error",
  docs: "https://docs.stripe.com/api/errors",
  find: ({ json, fields }) => {
    const error = objectIn(fields, "error");
    if (error === undefined || textIn(error, "type") === undefined || textIn(error, "message") === undefined)
      return undefined;
    return {
      at: {
        ...at("code", firstScalar(json, ["/error/code", "/error/decline_code"])),
        message: "/error/message",
        type: "/error/type",
        field: ["/error/param", "/error/field"],
        details: "/error/details",
        ...at("requestId", firstScalar(json, ["/request_id", "/error/request_id", "/error/requestId"])),
        ...at("status", firstScalar(json, ["/error/status", "/error/http_status"])),
        ...at("retryAfterSeconds", firstScalar(json, ["/error/retry_after"])),
      },
    };
  },
};
