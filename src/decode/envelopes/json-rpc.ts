import { at, firstScalar, hasOnly, memberOf, objectIn, textIn } from "./members.ts";
import { codesFrom, type CodeRow, type InSuccess, type Shape } from "./shape.ts";

const SPECIFICATION = "https://www.jsonrpc.org/specification#error_object";
const EIP_1193 = "https://eips.ethereum.org/EIPS/eip-1193#provider-errors";
const EIP_1474 = "https://eips.ethereum.org/EIPS/eip-1474#error-codes";
const EIP_3085 = "https://eips.ethereum.org/EIPS/eip-3085";

/** What version 1.0 answers; a job with a result and an error has more. */
const FIRST = new Set(["id", "result", "error"]);

const IN_SUCCESS: InSuccess = {
  title: "JSON-RPC answered with an error",
  meaning: "The call failed. JSON-RPC reports this in the body, mostly under status 200.",
  retry: "sometimes",
  reason: "No standard says what this code means: look at the message before repeating the call.",
};

/** JSON-RPC 2.0, and 1.0 with its result of null. Ethereum nodes and wallets use it with codes of their own. */
export const JSON_RPC: Shape = {
  name: "JSON-RPC error",
  docs: SPECIFICATION,
  find: ({ json, fields }) => {
    const error = objectIn(fields, "error");
    if (error === undefined || !Number.isInteger(memberOf(error, "code"))) return undefined;
    if (textIn(error, "message") === undefined && memberOf(error, "message") !== "") return undefined;
    const isSecond = memberOf(fields, "jsonrpc") === "2.0";
    const isFirst = Object.hasOwn(fields, "id") && memberOf(fields, "result") === null && hasOnly(fields, FIRST);
    if (!isSecond && !isFirst) return undefined;
    return {
      at: {
        code: "/error/code",
        message: "/error/message",
        details: "/error/data",
        ...at("retryAfterSeconds", firstScalar(json, ["/error/data/retry_after", "/error/data/backoff_seconds"])),
      },
      inSuccess: IN_SUCCESS,
    };
  },
  codes: {
    ...codesFrom(SPECIFICATION, [
      [
        "-32700",
        "The server could not parse the JSON",
        "The body that was sent is not valid JSON.",
        "no",
        "The request body has to be changed.",
      ],
      [
        "-32600",
        "Not a JSON-RPC request",
        "The JSON that was sent is not a valid request object.",
        "no",
        "The request has to be changed.",
      ],
      [
        "-32601",
        "Method not found",
        "The method does not exist or is not available on this endpoint.",
        "no",
        "The method has to be changed, or another endpoint used.",
      ],
      [
        "-32602",
        "Wrong parameters",
        "The method does not accept these parameters.",
        "no",
        "The parameters have to be changed.",
      ],
      [
        "-32603",
        "Internal JSON-RPC error",
        "The server failed while it handled the call.",
        "sometimes",
        "It may pass; of a call that writes, check first whether it was carried out.",
      ],
    ]),
    ...codesFrom(EIP_1474, ethereumRows()),
    ...codesFrom(EIP_1193, [
      [
        "4001",
        "The user rejected the request",
        "The user declined it in the wallet.",
        "no",
        "Ask again only when the user starts it again.",
      ],
      [
        "4100",
        "Account or method not authorized",
        "The user has not authorized this method or account.",
        "no",
        "Ask for access to the account first.",
      ],
      [
        "4200",
        "The wallet does not support this method",
        "The provider does not know the method that was requested.",
        "no",
        "Another method or wallet is needed.",
      ],
      [
        "4900",
        "The wallet is disconnected from all chains",
        "The provider has no connection to any chain.",
        "sometimes",
        "It works again when the provider has reconnected.",
      ],
      [
        "4901",
        "The wallet is not connected to this chain",
        "The provider has no connection to the requested chain.",
        "sometimes",
        "Switch to the chain first.",
      ],
    ]),
    ...codesFrom(EIP_3085, [
      [
        "4902",
        "The wallet does not know this chain",
        "The chain has not been added to the wallet.",
        "sometimes",
        "Add the chain first, then switch to it.",
      ],
    ]),
  },
};

/** EIP-1474 gives meanings to the first codes of the range that JSON-RPC leaves to servers. */
function ethereumRows(): readonly CodeRow[] {
  return [
    [
      "-32000",
      "Invalid input, or an error of the node itself",
      "EIP-1474 calls it missing or invalid parameters; nodes also use it for every failure of their own, which the message names.",
      "sometimes",
      "The message decides: a nonce or a fee has to be changed, an overloaded node may recover.",
    ],
    [
      "-32001",
      "Requested resource not found",
      "The node does not have what was asked for.",
      "no",
      "The same request finds nothing until it exists.",
    ],
    [
      "-32002",
      "Requested resource not available",
      "The resource exists and cannot be given now; wallets use it while the same question is still open.",
      "sometimes",
      "Wait until the open request has been answered.",
    ],
    [
      "-32003",
      "Transaction rejected",
      "The transaction was not accepted for creation.",
      "no",
      "The transaction has to be changed.",
    ],
    [
      "-32004",
      "Method not supported",
      "The node does not implement this method.",
      "no",
      "Another method or node is needed.",
    ],
    [
      "-32005",
      "Request exceeds a limit",
      "The request is over a limit of the node: too many calls, or too large an answer.",
      "after-delay",
      "Wait before the next call; where the answer is too large, ask for less.",
    ],
    [
      "-32006",
      "JSON-RPC version not supported",
      "The node does not speak this version of the protocol.",
      "no",
      "The request has to be changed.",
    ],
  ];
}
