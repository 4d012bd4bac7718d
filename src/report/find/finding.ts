import type { MarkStyle, Span } from "../views/view.ts";

/** Which rule found it; of two findings at one place the later one here names the kind. */
export type Rule = "name" | "place" | "format";

/** Something that must not leave: where it stands in the part, and what it is. */
export type Finding = Span & {
  /** "api-key", "password", "email"… */
  readonly kind: string;
  readonly rule: Rule;
  /** As read, decoded; equal values get equal placeholders. */
  readonly value: string;
  /** Harmless facts for the placeholder: "sk_live_", "alg=HS256 exp=2026-01-14T09:15:00Z". */
  readonly facts: string;
  readonly style: MarkStyle;
  /** A JSON number or bare word: the placeholder must bring its own quotes to keep the JSON valid. */
  readonly bare: boolean;
  /** Further readings of the same secret (a JWT's parts, a Basic pair's password), replaced wherever they occur. */
  readonly also: readonly string[];
  /** Whether it may be replaced elsewhere too; dropped bodies and file contents may not. */
  readonly spreads: boolean;
  /** Found inside an encoded run that had to be cut as a whole. */
  readonly opaque: boolean;
};
