import type { Body } from "../../exchange/exchange.ts";
import type { Content } from "../read-content.ts";
import type { FoundShape } from "./find-shape.ts";
import type { InSuccess, Shape } from "./shape.ts";

const READ = 20_000;

const SOAP_DOCS = "https://www.w3.org/TR/soap12-part1/#soapfault";
const XML_RPC_DOCS = "https://docs.python.org/3/library/xmlrpc.client.html#fault-objects";

const IN_SUCCESS: InSuccess = {
  title: "The XML says that the call failed",
  meaning: "HTTP reports a success, while the XML of the body is an error.",
  retry: "sometimes",
  reason: "Look at the code and the message before repeating the call.",
};

const shape = (name: string, docs: string): Shape => ({ name, docs, find: () => undefined });
const SOAP = shape("SOAP fault", SOAP_DOCS);
const XML_RPC = shape("XML-RPC fault", XML_RPC_DOCS);
const OTHER = shape("error in XML", "https://www.rfc-editor.org/rfc/rfc9110#section-15");

/** Elements that hold the code of other XML errors, best first; an attribute is written `element@name`. */
const CODES =
  "Code|code|ErrorCode|errorCode|error_code|errorcode|messageKey|returnReasonCode|faultcode|ExceptionCode|err@code|error@code|Exception@exceptionCode|ServiceException@code|Exception@code|status_code|statusCode|number|id".split(
    "|",
  );
const MESSAGES =
  "Message|message|ErrorMessage|errorMessage|error_message|Description|description|LongMessage|LongDescription|Detail|detail|returnAuthMsg|errMsg|faultstring|ExceptionText|ServiceException|err@msg|error@message|Text|text|reason|Reason|msg|error|Error|title|Status|status".split(
    "|",
  );
const IDS = "RequestId|RequestID|requestId|request_id|CorrelationId|CorrelationID|traceId|HostId".split("|");
const DETAIL_CODES = "ErrorCode|errorcode|errorCode|ExceptionCode|exceptionCode|code|Code".split("|");

/** Roots, elements and attributes that only an error has, for XML under a success status. */
const SURE =
  // Reads at most 20,000 characters.
  /^\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,300}-->\s{0,20})?<(?:\w{1,30}:)?(?:Error|error|errors|ErrorResponse|errorResponse|Exception|ExceptionReport|ServiceExceptionReport|fault|OpenAPI_ServiceResponse|RestException)\b|<rsp\s[^>]{0,80}stat="fail"|<response\s[^>]{0,80}status="(?:error|fail)"|<returncode>FAILED<\/returncode>|<OAI-PMH[\s\S]{0,1500}<error code="(?!noRecordsMatch)|<(?:Ack|ack)>Failure<\/|<(?:status|Status)>(?:error|ERROR|fail|FAIL|failed|FAILED)<\//;

/**
 * SOAP 1.1 and 1.2 faults, XML-RPC faults and errors in XML of other roots. Undefined for everything else. Looks at the
 * first 20,000 characters; in time linear in them.
 */
export function xmlFault(content: Content, body: Body, status: number): FoundShape | undefined {
  if ((content.kind !== "text" && content.kind !== "html") || body.kind !== "text") return undefined;
  const text = body.text.slice(0, READ);
  if (!/^\s{0,200}(?:\uFEFF)?<(?!!doctype html|html)/i.test(text)) return undefined;
  if (/<(?:\w{1,30}:)?Fault[\s>]/.test(text) && /<(?:\w{1,30}:)?(?:Envelope|Body)[\s>]/.test(text)) return soap(text);
  if (/<methodResponse[\s>][\s\S]{0,400}<fault>/.test(text)) return xmlRpc(text);
  const isXml = content.kind === "text" || /^\s{0,200}<\?xml/.test(text);
  return isXml && (status >= 400 || SURE.test(text)) ? other(text, status) : undefined;
}

function soap(text: string): FoundShape {
  const fault = text.slice(text.search(/<(?:\w{1,30}:)?Fault[\s>]/));
  const detail = fault.slice(Math.max(0, fault.search(/<(?:\w{1,30}:)?(?:detail|Detail)[\s>/]/)));
  const sub = nested(nested(fault, "Subcode"), "Value");
  const general = element(fault, "faultcode") ?? nested(nested(fault, "Code"), "Value");
  const hasDetail = /<(?:\w{1,30}:)?(?:detail|Detail)[\s>/]/.test(fault);
  const own = hasDetail
    ? DETAIL_CODES.map((name) => element(detail, name)).find(
        (code) => code !== undefined && /^[\w.:-]{1,80}$/.test(code),
      )
    : undefined;
  const message =
    element(fault, "faultstring") ?? element(nested(fault, "Reason") ?? "", "Text") ?? element(detail, "message");
  return made(SOAP, own ?? sub ?? general, message, general, element(detail, "RequestId") ?? undefined);
}

function xmlRpc(text: string): FoundShape {
  const member = (name: string): string | undefined => {
    const start = text.indexOf(`<name>${name}</name>`);
    const value = start === -1 ? undefined : element(text.slice(start), "value");
    return value === undefined ? undefined : value;
  };
  return made(XML_RPC, member("faultCode"), member("faultString"), undefined, undefined);
}

function other(text: string, status: number): FoundShape | undefined {
  const code = CODES.map((name) => element(text, name)).find(
    (value) => value !== undefined && /^[\w.:-]{1,100}$/.test(value),
  );
  const message = MESSAGES.map((name) => element(text, name)).find(
    (value) => value !== undefined && value !== "" && value !== String(status),
  );
  if (code === undefined && message === undefined) return undefined;
  return made(
    OTHER,
    code,
    message,
    undefined,
    IDS.map((name) => element(text, name)).find((id) => id !== undefined && id !== ""),
  );
}

function made(
  of: Shape,
  code: string | undefined,
  message: string | undefined,
  type: string | undefined,
  id: string | undefined,
): FoundShape {
  return {
    shape: of,
    found: {
      at: {},
      read: {
        code: code ?? null,
        message: message ?? null,
        ...(type === undefined || type === code ? {} : { type }),
        requestId: id === undefined ? null : { value: id, pointer: "RequestId" },
      },
      inSuccess: IN_SUCCESS,
    },
  };
}

/** The text of the first element of a name, in any namespace, tags inside it left out; `name@attribute` for one. */
function element(text: string, name: string): string | undefined {
  const [tag = "", attribute] = name.split("@");
  const open =
    // Reads at most 20,000 characters.
    new RegExp(`<(?:\\w{1,30}:)?${tag}(\\s[^>]{0,500})?>`).exec(text) ??
    // Reads at most 20,000 characters.
    (attribute === undefined ? null : new RegExp(`<(?:\\w{1,30}:)?${tag}(\\s[^>]{0,500})/?>`).exec(text));
  if (open === null) return undefined;
  // Reads at most 20,000 characters.
  if (attribute !== undefined) return new RegExp(`\\s${attribute}="([^"]{0,1000})"`).exec(open[1] ?? "")?.[1];
  const inside = insideOf(text, tag, open.index + open[0].length);
  return inside === undefined ? undefined : plain(inside);
}

/** What stands inside the first element of a name; undefined where there is none. */
function nested(text: string | undefined, tag: string): string | undefined {
  // Reads at most 20,000 characters.
  const open = text === undefined ? null : new RegExp(`<(?:\\w{1,30}:)?${tag}(?:\\s[^>]{0,500})?>`).exec(text);
  if (open === null || text === undefined) return undefined;
  const inside = insideOf(text, tag, open.index + open[0].length);
  return inside === undefined ? undefined : tag === "Value" ? plain(inside) : inside;
}

function insideOf(text: string, tag: string, start: number): string | undefined {
  // Reads at most 20,000 characters.
  const close = new RegExp(`</(?:\\w{1,30}:)?${tag}\\s?>`);
  const rest = text.slice(start, start + 8000);
  const end = close.exec(rest)?.index;
  return end === undefined ? undefined : rest.slice(0, end);
}

function plain(text: string): string {
  return (
    text
      // Reads at most 20,000 characters.
      .replaceAll(/<!\[CDATA\[([\s\S]{0,4000}?)\]\]>/g, "$1")
      .replaceAll(/<[^>]{0,500}>/g, " ")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&")
      .replaceAll(/\s{1,500}/g, " ")
      .trim()
      .slice(0, 1000)
  );
}
