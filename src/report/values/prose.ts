import { withoutTrailing } from "./trailing.ts";

/** Words that follow "password:" or "token:" in a message about one: the message stays. */
const PROSE: ReadonlySet<string> = new Set(
  "is are was were be been must should can cannot could may might will would shall has have had do does did not no none and or but if the a an of in on at to for from by with without your you this that it its their field fields value values format length size type name header headers parameter param query body string number too very at-least invalid valid missing required require requires expected expires expired expire unexpected incorrect wrong bad weak strong short long empty blank absent unknown unauthorized unauthenticated forbidden denied rejected revoked disabled enabled inactive active locked blocked failed failure error errors success ok mismatch match matches confirmation validation verification authentication authorization reset set change changed update updated sent received provided supplied given found lookup used only needs need needed minimum maximum least most more less than please check contact see use used using try again create generate rotate renew refresh login logged sign signing issuer issued audience subject scope scopes permission permissions refused unavailable unsupported supported malformed corrupt corrupted decoded parse parsed parsing signature algorithm claim claims position line column end eof identifier punctuator keyword illegal decimals transfer approval swap balance supply contract asset standard symbol holder holders true false null undefined".split(
    " ",
  ),
);

/** Longer texts are not looked up: most values are no word of this list. */
const LONGEST_PROSE = Math.max(...[...PROSE].map((word) => word.length));

/** Words of programming languages that follow "=" or ":" in source code, where a value would stand in data. */
const CODE_WORDS: ReadonlySet<string> = new Set(
  "await new function async return null undefined this self const let var typeof void string memory calldata storage address payable uint uint8 uint256 int int256 bytes bytes32 bool boolean number object any never unknown char float double long public private internal external view pure constant immutable override virtual String Int ID Boolean Float Optional Option Vec str None True False nil func fn lambda IERC20 Token".split(
    " ",
  ),
);

const CALL = /^[A-Za-z_$][\w$.]{0,60}[(]/;
const MEMBER =
  /^(?:process|env|this|self|config|cfg|req|request|res|response|options|opts|params|props|state|user|data|event|ctx|context|os|import|window|document|localStorage|sessionStorage|body|args|settings|secrets|vars|msg|abi|block|tx|input|form|session|store|auth|credentials)(?:\??\.[A-Za-z_$][\w$]*|\[['"]?\w+['"]?\])+[;,)]?$/;
/** `largeConfig.secrets`, `CancelToken.none`: names joined by dots, one of them in camel case, no digit. */
const PATH = /^[A-Za-z_$]+(?:\??\.[A-Za-z_$]+)+$/;
const TYPE = /^\[?[A-Z][A-Za-z]{1,30}!?\]?!?$/;

/** The first word of a sentence about a secret, rather than a secret. */
export function isProseWord(value: string): boolean {
  const word = withoutTrailing(value, ".,;:!?)'\"");
  return word.length <= LONGEST_PROSE && PROSE.has(word.toLowerCase());
}

/** An expression or a type of source code. */
export function isCode(value: string): boolean {
  if (value.length > 120) return false;
  return (
    CODE_WORDS.has(withoutTrailing(value, ";,)!")) ||
    CALL.test(value) ||
    MEMBER.test(value) ||
    (PATH.test(value) && /[a-z][A-Z]/.test(value)) ||
    value.startsWith("=>")
  );
}

/** A GraphQL or TypeScript type after a colon: "String!", "[ID!]". */
export function isTypeName(value: string): boolean {
  return TYPE.test(value) && (value.endsWith("!") || value.endsWith("]"));
}

/** A sentence about a field, as validation errors have them: several words, one of them such as "must" or "required". */
export function isSentence(value: string): boolean {
  if (value.length > 400) return false;
  const words = value.split(" ");
  if (words.length < 2) return false;
  let prose = 0;
  for (const word of words) if (isProseWord(word)) prose += 1;
  return prose >= 2;
}
