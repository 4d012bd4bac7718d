import type { Body } from "../../exchange/exchange.ts";
import type { Content } from "../read-content.ts";
import { AWS } from "./aws.ts";
import type { FoundShape } from "./find-shape.ts";

const READ = 20_000;

/**
 * The error document of S3 and the older AWS services: XML with Code and Message
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html). Undefined for every other body.
 */
export function xmlError(content: Content, body: Body): FoundShape | undefined {
  if (content.kind !== "text" || body.kind !== "text") return undefined;
  const text = body.text.slice(0, READ);
  if (!/^\s{0,100}(?:<\?xml|<Error|<ErrorResponse)/.test(text) || !/<Error[\s>]/.test(text)) return undefined;
  const member = (name: string): string | null => {
    const start = text.indexOf(`<${name}>`);
    const end = start === -1 ? -1 : text.indexOf(`</${name}>`, start);
    return end === -1
      ? null
      : text
          .slice(start + name.length + 2, end)
          .trim()
          .slice(0, 1000);
  };
  const code = member("Code");
  if (code === null) return undefined;
  const requestId = member("RequestId") ?? member("RequestID");
  return {
    shape: AWS,
    found: {
      name: "AWS error in XML",
      at: {},
      read: {
        code,
        message: member("Message"),
        requestId: requestId === null ? null : { value: requestId, pointer: "RequestId" },
      },
    },
  };
}
