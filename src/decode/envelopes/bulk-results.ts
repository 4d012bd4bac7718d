import { asArray, asRecord } from "../../exchange/json-fields.ts";
import { AWS } from "./aws.ts";
import type { FoundShape } from "./find-shape.ts";
import { textIn } from "./members.ts";
import { ERROR_OBJECT } from "./plain.ts";
import type { Fields } from "./shape.ts";

/** The parts of a bulk request that was carried out as far as it went, under a success status. */
export type BulkResults = {
  readonly name: string;
  readonly parts: readonly BulkPart[];
};

/** One part: `found` says where the error stands in `json`, for those that failed. */
export type BulkPart = {
  readonly label: string | undefined;
  readonly status: number | null;
  readonly json: unknown;
  readonly found: FoundShape | undefined;
};

/**
 * Bulk results of Elasticsearch and OpenSearch, and of AWS: SQS and SNS batches, Kinesis records, EventBridge entries.
 * Each says itself that something failed, by members no ordinary answer has; undefined where none does.
 */
export function readBulk(json: unknown): BulkResults | undefined {
  const fields = asRecord(json) ?? {};
  return readElastic(fields) ?? readFailedEntries(fields) ?? readCountedEntries(fields);
}

const ACTIONS = ["index", "create", "update", "delete"] as const;

/** https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk: `errors`, and per action a status. */
function readElastic(fields: Fields): BulkResults | undefined {
  const items = asArray(fields["items"]);
  if (fields["errors"] !== true || typeof fields["took"] !== "number" || items.length === 0) return undefined;
  const parts: BulkPart[] = [];
  for (const item of items) {
    const actions = asRecord(item) ?? {};
    const action = ACTIONS.find((name) => Object.hasOwn(actions, name));
    const result = action === undefined ? undefined : asRecord(actions[action]);
    const status = result?.["status"];
    if (result === undefined || typeof status !== "number") return undefined;
    const at = { code: "/error/type", message: "/error/reason" };
    const found = status < 400 ? undefined : { shape: ERROR_OBJECT, found: { at } };
    parts.push({ label: textIn(result, "_id"), status, json: result, found });
  }
  return { name: "bulk result", parts };
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_BatchResultErrorEntry.html, SNS alike. */
function readFailedEntries(fields: Fields): BulkResults | undefined {
  const failed = asArray(fields["Failed"]);
  const isEntry = (entry: unknown): boolean => {
    const own = asRecord(entry) ?? {};
    return (
      textIn(own, "Id") !== undefined && textIn(own, "Code") !== undefined && typeof own["SenderFault"] === "boolean"
    );
  };
  if (failed.length === 0 || !failed.every(isEntry)) return undefined;
  const part = (entry: unknown, found: FoundShape | undefined): BulkPart => {
    return { label: textIn(asRecord(entry) ?? {}, "Id"), status: null, json: entry, found };
  };
  const lost: FoundShape = { shape: AWS, found: { at: { code: "/Code", message: "/Message" } } };
  return {
    name: "AWS batch",
    parts: [
      ...failed.map((entry) => part(entry, lost)),
      ...asArray(fields["Successful"]).map((entry) => part(entry, undefined)),
    ],
  };
}

const COUNTED = [
  ["FailedRecordCount", "Records"],
  ["FailedEntryCount", "Entries"],
] as const;

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html, PutEvents of EventBridge alike. */
function readCountedEntries(fields: Fields): BulkResults | undefined {
  for (const [count, list] of COUNTED) {
    const failed = fields[count];
    const entries = asArray(fields[list]);
    if (typeof failed !== "number" || failed < 1 || entries.length === 0) continue;
    const at = { code: "/ErrorCode", message: "/ErrorMessage" };
    const parts = entries.map((entry): BulkPart => {
      const hasFailed = textIn(asRecord(entry) ?? {}, "ErrorCode") !== undefined;
      return {
        label: undefined,
        status: null,
        json: entry,
        found: hasFailed ? { shape: AWS, found: { at } } : undefined,
      };
    });
    if (parts.some(({ found }) => found !== undefined)) return { name: "AWS batch", parts };
  }
  return undefined;
}
