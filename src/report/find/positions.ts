import { judgeWords } from "../names/secret-name.ts";
import type { NameRule } from "../names/secret-words.ts";
import { splitName } from "../names/split-name.ts";
import { isGenerated } from "../values/generated.ts";
import { isCode, isProseWord } from "../values/prose.ts";
import { isKeyLike, isPlainWord, isWordCode } from "../values/shapes.ts";
import { matchesOf } from "../views/matches.ts";
import type { View } from "../views/view.ts";
import { isSecretValue, judgeField } from "./judge.ts";
import { add, type Search } from "./search.ts";

const PASSWORD: NameRule = { kind: "password", grade: "any" };
const TOKEN: NameRule = { kind: "token", grade: "any" };

/** A place in a text where a secret stands although no name with a separator stands before it. */
type Position = {
  /** What every text with such a place contains; a text without it is not read. */
  readonly hint: string;
  /** Group "value" is the secret; group "name", if there is one, has to be the name of one. */
  readonly pattern: RegExp;
  /** What the value is if no name says it. */
  readonly rule?: NameRule;
  /** A sentence: the value has to look like one. */
  readonly isProse?: boolean;
};

/* Every quantifier is bounded: nothing here reads further than a few lines. */
const POSITIONS: readonly Position[] = [
  // define('DB_PASSWORD', 'x'), setItem("access_token", "x"), append("X-Api-Key", "x")
  {
    hint: "',",
    pattern: /'(?<name>[\w.\- ]{3,60})',\s{0,8}(?:default\s{0,2}=\s{0,2})?'(?<value>[^'\n]{1,400})'/dg,
  },
  {
    hint: '",',
    pattern: /"(?<name>[\w.\- ]{3,60})",\s{0,8}(?:default\s{0,2}=\s{0,2})?"(?<value>[^"\n]{1,400})"/dg,
  },
  {
    hint: "value:",
    pattern:
      /\bname:[ \t]{1,8}["']?(?<name>[\w.-]{2,80})["']?[ \t]{0,8}\r?\n[ \t]{0,40}value:[ \t]{1,8}["']?(?<value>[^\s"']{1,400})/dg,
  },
  {
    hint: 'variable "',
    pattern:
      /\bvariable "(?<name>[\w-]{2,80})"\s{0,4}\{[^{}]{0,400}?\bdefault\s{0,8}=\s{0,8}"(?<value>[^"\n]{1,400})"/dg,
  },
  {
    hint: "auth",
    pattern: /\bauth\s{0,2}[=:]\s{0,2}[([]\s{0,2}["'][^"'\n]{0,80}["'],\s{0,4}["'](?<value>[^"'\n]{1,400})["']/dg,
    rule: PASSWORD,
  },
  {
    hint: "('",
    pattern: /\(\s{0,2}'[a-z]{2,12}:[^'\n]{0,200}',\s{0,4}'[^'\n]{0,80}',\s{0,4}'(?<value>[^'\n]{1,400})'/dg,
    rule: PASSWORD,
  },
  {
    hint: "bind(",
    pattern: /\b\w{0,20}bind\([^()"'\n]{0,200}?,\s{0,4}["'](?<value>[^"'\n]{1,400})["']\)/dg,
    rule: PASSWORD,
  },
  // Data source names of Go's drivers, of Oracle, of PostgreSQL's password file
  { hint: "@tcp(", pattern: /[\w.-]{1,60}:(?<value>[^\s:@]{1,200})@tcp\(/dg, rule: PASSWORD },
  { hint: "@unix(", pattern: /[\w.-]{1,60}:(?<value>[^\s:@]{1,200})@unix\(/dg, rule: PASSWORD },
  { hint: ":thin:", pattern: /:thin:[\w.-]{1,60}\/(?<value>[^\s@]{1,200})@/dg, rule: PASSWORD },
  {
    hint: ":54",
    pattern: /(?<=^|\n)[\w.*-]{1,100}:54\d\d:[\w*-]{1,60}:[\w*-]{1,60}:(?<value>[^\s:]{1,200})(?=\r?\n|$)/dg,
    rule: PASSWORD,
  },
  // Options of commands
  { hint: " --", pattern: /\s--(?<name>[a-z][a-z-]{2,40})[ =]["']?(?<value>[^\s"'<>$-][^\s"'<>]{3,400})/dg },
  {
    hint: "mysql",
    pattern: /\bmysql(?:dump|admin)?\s[^\n|;]{0,200}?\s-p(?<value>[^\s"'-][^\s"']{2,100})/dg,
    rule: PASSWORD,
  },
  { hint: "sshpass", pattern: /\bsshpass\s{1,4}-p\s{0,4}["']?(?<value>[^\s"']{3,100})/dg, rule: PASSWORD },
  {
    hint: "redis-cli",
    pattern: /\bredis-cli\s[^\n|;]{0,200}?-a\s{1,4}["']?(?<value>[^\s"']{3,200})/dg,
    rule: PASSWORD,
  },
  { hint: " login", pattern: /\blogin\s[^\n|;]{0,200}?\s-p\s{1,4}["']?(?<value>[^\s"']{3,300})/dg, rule: PASSWORD },
  { hint: "PGPASSWORD", pattern: /\bPGPASSWORD=["']?(?<value>[^\s"']{1,200})/dg, rule: PASSWORD },
  { hint: "::add-mask::", pattern: /::add-mask::(?<value>[^\s]{4,400})/dg, rule: TOKEN },
  {
    hint: "otpauth-migration:",
    pattern: /otpauth-migration:\/\/[^\s?]{0,40}\?data=(?<value>[^\s&"'<>]{8,4000})/dg,
    rule: { kind: "otp", grade: "any" },
  },
  // Tokens in parts with dots between them: Airtable, Infisical, Harness
  {
    hint: "pat",
    pattern:
      /(?<![A-Za-z0-9_-])(?<value>pat[A-Za-z0-9]{14}\.[0-9a-f]{64}|pat\.[\w-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{20})/dg,
    rule: TOKEN,
  },
  {
    hint: "st.",
    pattern: /(?<![A-Za-z0-9_-])(?<value>st\.[0-9a-f]{24}\.[0-9a-f]{32}\.[0-9a-f]{32})/dg,
    rule: TOKEN,
  },
  // Sentences
  {
    hint: " to ",
    pattern:
      /\b(?<name>(?:[A-Za-z-]{2,20} ){0,2}[A-Za-z]{3,20}) (?:was |is |has been |been )?(?:re)?(?:set|changed|updated) to ["'`]?(?<value>[^\s"'`]{4,200})/dg,
    isProse: true,
  },
  {
    hint: " for ",
    pattern:
      /\b(?<name>(?:[A-Za-z-]{2,20} ){0,2}[A-Za-z]{3,20}) for [\w.@"'-]{1,60}\s{0,2}(?::|=|\bis\b)\s{1,4}["'`]?(?<value>[^\s"'`]{4,200})/dg,
    isProse: true,
  },
  {
    hint: " is your ",
    pattern: /(?<![\w.-])(?<value>[A-Za-z0-9-]{4,64}) is your (?<name>(?:[A-Za-z-]{2,20} ){0,3}[A-Za-z]{3,20})/dg,
    isProse: true,
  },
  { hint: ":** ", pattern: /\*\*(?<name>[\w .-]{2,60}):\*\* {1,4}`?(?<value>[^\s`]{4,400})/dg, isProse: true },
  { hint: "** : ", pattern: /\*\*(?<name>[\w .-]{2,60})\*\* : `?(?<value>[^\s`]{4,400})/dg, isProse: true },
  { hint: "**: ", pattern: /\*\*(?<name>[\w .-]{2,60})\*\*: `?(?<value>[^\s`]{4,400})/dg, isProse: true },
  // A label on one line, the value alone on the next
  {
    hint: "\n",
    pattern:
      /(?<=^|\n)[ \t]{0,8}(?<name>[A-Za-z][\w .-]{1,60})(?::|)[ \t]{0,4}(?:\r?\n[ \t]{0,8}){1,2}(?<value>[^\s:=]{6,400})(?=[ \t]{0,8}(?:\r?\n|$))/dg,
    isProse: true,
  },
];

/** Words that end a label before its value: "Your password is". */
const COPULA = /\s(?:is|are|was)$/i;

function ruleOf(search: Search, { rule }: Position, name: string | undefined): NameRule | undefined {
  if (name === undefined) return rule;
  const bare = name.replace(COPULA, "").trim();
  return judgeField(search, bare) ?? judgeWords(splitName(bare));
}

function looksLikeValue(rule: NameRule, value: string): boolean {
  if (isProseWord(value) || isPlainWord(value) || isWordCode(value) || isCode(value)) return false;
  if (rule.kind === "otp" || rule.kind === "code" || rule.kind === "pin") return /\d/.test(value) && value.length >= 4;
  return isKeyLike(value, 8) || isGenerated(value, 12);
}

/** Finds secrets by where they stand: arguments of calls, options of commands, siblings in YAML, sentences, labels. */
export function findPositions(search: Search, view: View): void {
  const { text } = view;
  if (text.length < 8) return;
  for (const position of POSITIONS) {
    if (!text.includes(position.hint)) continue;
    for (const match of matchesOf(position.pattern, text)) {
      const range = match.indices?.groups?.["value"];
      if (range === undefined) continue;
      const rule = ruleOf(search, position, match.groups?.["name"]);
      if (rule === undefined || rule.kind === "personal") continue;
      let [start, end] = range;
      while (end > start && position.isProse === true && /[.,;:!?)`*]/.test(text.charAt(end - 1))) end -= 1;
      const value = text.slice(start, end);
      if (position.isProse === true && !looksLikeValue(rule, value)) continue;
      if (!isSecretValue(search, rule, value, { quoted: true, errorish: true })) continue;
      add(search, view, start, end, { kind: rule.kind, rule: "name" });
    }
  }
}
