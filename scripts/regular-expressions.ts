import { analyse } from "scslre";
import { parseSync } from "vite";
import { hasRestartingLoop } from "./restarting-loop.ts";

/** A regular expression of the source. */
type Pattern = {
  readonly line: number;
  readonly source: string;
  readonly flags: string;
};

/** A comment beside a pattern that says how long the texts are that it reads. */
const BOUND = /\bat most [\d,]+ (?:characters|lines)\b/;

type Constants = ReadonlyMap<string, unknown>;

function isNode(value: unknown): value is Readonly<Record<string, unknown>> & { readonly type: string } {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function* nodesIn(value: unknown): Generator<Readonly<Record<string, unknown>> & { readonly type: string }> {
  if (Array.isArray(value)) for (const item of value) yield* nodesIn(item);
  if (!isNode(value)) return;
  yield value;
  for (const [key, member] of Object.entries(value)) if (key !== "parent") yield* nodesIn(member);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function textMember(value: unknown, name: string): string | undefined {
  const member = memberOf(value, name);
  return typeof member === "string" ? member : undefined;
}

function nameOf(node: unknown): string {
  return isNode(node) && typeof node["name"] === "string" ? node["name"] : "";
}

/** Text that is the same in each run; undefined for anything else. */
function constantText(node: unknown, constants: Constants): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "Literal") return typeof node["value"] === "string" ? node["value"] : undefined;
  if (node.type === "Identifier") return constantText(constants.get(nameOf(node)), constants);
  if (node.type === "TaggedTemplateExpression") return templateText(node["quasi"], constants, "raw");
  return node.type === "TemplateLiteral" ? templateText(node, constants, "cooked") : undefined;
}

function templateText(node: unknown, constants: Constants, kind: "raw" | "cooked"): string | undefined {
  if (!isNode(node) || !Array.isArray(node["quasis"]) || !Array.isArray(node["expressions"])) return undefined;
  let text = "";
  for (const [index, quasi] of node["quasis"].entries()) {
    text += textMember(memberOf(quasi, "value"), kind) ?? "";
    if (index === node["expressions"].length) return text;
    const inner = constantText(node["expressions"][index], constants);
    if (inner === undefined) return undefined;
    text += inner;
  }
  return text;
}

/** Literals, and what `RegExp` is called with; an unreadable one has no source. */
function patternsIn(file: string, code: string): readonly (Pattern | { readonly line: number })[] {
  const { program } = parseSync(file, code);
  const nodes = [...nodesIn(program)];
  const constants = new Map<string, unknown>();
  for (const node of nodes) if (node.type === "VariableDeclarator") constants.set(nameOf(node["id"]), node["init"]);
  return nodes.flatMap((node) => {
    const line = code.slice(0, Number(node["start"])).split("\n").length;
    const literal = textMember(node["regex"], "pattern");
    if (literal !== undefined) return [{ line, source: literal, flags: textMember(node["regex"], "flags") ?? "" }];
    if (node.type !== "NewExpression" || nameOf(node["callee"]) !== "RegExp") return [];
    const first = memberOf(node["arguments"], "0");
    const second = memberOf(node["arguments"], "1");
    const source = constantText(first, constants);
    const flags = second === undefined ? "" : constantText(second, constants);
    return [source === undefined || flags === undefined ? { line } : { line, source, flags }];
  });
}

function isSlow({ source, flags }: Pattern): boolean {
  return analyse({ source, flags }).reports.length > 0 || hasRestartingLoop(source, flags);
}

/**
 * Regular expressions of a source file that can take more than linear time, one sentence each. One that reads bounded
 * texts only says so in a comment on its line or the line before: "at most 60 characters".
 */
export function slowPatterns(file: string, code: string): readonly string[] {
  const lines = code.split("\n");
  return patternsIn(file, code).flatMap((pattern) => {
    if (BOUND.test(`${lines[pattern.line - 2] ?? ""}\n${lines[pattern.line - 1] ?? ""}`)) return [];
    const where = `${file}:${pattern.line}`;
    if (!("source" in pattern)) return [`${where}: this pattern is put together while running and cannot be examined.`];
    return isSlow(pattern) ? [`${where}: /${pattern.source}/${pattern.flags} can take more than linear time.`] : [];
  });
}
