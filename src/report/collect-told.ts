import type { ApiEvent } from "../decode/api-event.ts";
import type { Collector, Slot } from "./exchange-parts.ts";

/** What few events tell besides: the inputs at fault, facts beside the code, who answered, what the page could see. */
type Told = Pick<ApiEvent, "fieldErrors" | "facts" | "answeredBy" | "pageView">;
type Write = (slot: Slot) => string;

/** Puts these texts among those to redact; the function gives them back as they may be shown. */
export function collectTold(collect: Collector, event: ApiEvent): (write: Write) => Told {
  const { fieldErrors, facts, answeredBy, pageView } = event;
  const say = (text: string | null, where: string): ((write: Write) => string | null) => {
    const slot = text === null ? null : collect.add({ kind: "text", name: "" }, text, where);
    return (write) => (slot === null ? null : write(slot));
  };
  const errors = fieldErrors?.map(({ field, message, code }) => ({
    field: say(field, "field"),
    message: say(message, "message of a field"),
    code: say(code, "code of a field"),
  }));
  const told = facts?.map(({ label, value }) => ({ label, value: say(value, label) }));
  const gatewayCode = say(answeredBy?.code ?? null, "gateway's code");
  const caught = say(pageView?.error ?? null, "what the page caught");
  const reason = say(pageView?.reason ?? null, "why");
  const fix = say(pageView?.fix?.value ?? null, "header to send");
  return (write) => ({
    ...(errors === undefined
      ? {}
      : {
          fieldErrors: errors.map(({ field, message, code }) => ({
            field: field(write) ?? "",
            message: message(write),
            code: code(write),
          })),
        }),
    ...(told === undefined ? {} : { facts: told.map(({ label, value }) => ({ label, value: value(write) ?? "" })) }),
    ...(answeredBy === undefined ? {} : { answeredBy: { ...answeredBy, code: gatewayCode(write) } }),
    ...(pageView === undefined
      ? {}
      : {
          pageView: {
            ...pageView,
            error: caught(write),
            reason: reason(write),
            fix: pageView.fix === null ? null : { ...pageView.fix, value: fix(write) ?? "" },
          },
        }),
  });
}
