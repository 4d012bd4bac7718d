/*
 * Who answered in place of the API, as data. A rule names what only that gateway's own answers have: gateways add their
 * headers to the API's answers, too, so that a header alone counts only where no other server sends it with an error.
 */

export type GatewayRule = {
  readonly name: string;
  /** All that are given must hold. */
  readonly status?: readonly number[];
  /** A response header (lower case) and a pattern of its value. */
  readonly header?: readonly [name: string, value: RegExp];
  /** A pattern in the first 20,000 characters of the body. */
  readonly body?: RegExp;
  /** The first group of this pattern in the body, or of `header`, is the gateway's own code. */
  readonly code?: RegExp;
  /** The gateway's code is the value of this header. */
  readonly codeHeader?: string;
  readonly meaning: string;
  /** A check for bots: repeating the call does not help. */
  readonly isChallenge?: true;
  readonly docs: string;
};
