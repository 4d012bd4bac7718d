/*
 * Words by which error bodies say whether repeating can help, whatever the status, as data. Codes are matched without
 * case and with "-", ".", " " read as "_"; texts are the server's sentence in lower case.
 */

/** daily, monthly: an allowance that comes back with the calendar, not within a retry. */
export type SignalKind = "quota" | "permanent" | "rate-limit" | "transient";

export type SignalRule = {
  readonly kind: SignalKind;
  readonly quota?: "daily" | "monthly";
  /** Why, in one sentence to the developer. */
  readonly reason: string;
  readonly code?: RegExp;
  readonly text?: RegExp;
  /** Counts only under these statuses; absent: under every status of a failure. */
  readonly statuses?: (status: number) => boolean;
};

const is5xx = (status: number): boolean => status >= 500;
const isLimit = (status: number): boolean => status === 429 || status === 420;
const isSuccess = (status: number): boolean => status < 400;
const mayBeLimit = (status: number): boolean => status < 500 || status === 503 || status === 509 || status === 529;

/** The first rule that fits is taken. */
export const SIGNAL_RULES: readonly SignalRule[] = [
  {
    kind: "permanent",
    reason: "The request is too large for the limit: it has to be smaller, waiting does not help.",
    code: /^(?:context_length_exceeded|request_too_large|string_above_max_length|max_tokens_exceeded)$/,
    text: /request too large for|maximum context length|context[_ ]length[_ ]exceeded|long context (?:requests?|beta)|reduce (?:the length|your (?:prompt|messages?|request(?! rate)))|must be reduced in order/,
  },
  {
    kind: "quota",
    reason: "Credit or the plan's allowance is used up: it needs a change of plan or billing, waiting does not help.",
    code: /insufficient_(?:quota|credits?|balance|funds_on_account)|billing|payment_required|out_of_credits?|credits?_(?:exhausted|exceeded|depleted)|credit_balance|hard_limit|spend(?:ing)?_(?:cap|limit)|no_credits?|plan_limit|subscription_(?:expired|inactive|required|limit)|trial_(?:expired|ended)|usage_limit_(?:reached|exceeded)_plan|free_tier_(?:exceeded|limit)/,
    text: /check your plan and billing|exceeded your current quota, please check|insufficient (?:quota|credits?|balance)|credit balance is too low|(?:out of|no more|ran out of|run out of|no remaining|not enough|insufficient|remaining) credits|spend(?:ing)? (?:cap|limit)|billing (?:details|hard limit|limit|account)|please (?:upgrade|top up|purchase|add (?:credits|funds))|upgrade (?:your|to a|the) (?:plan|subscription|account|paid)|payment (?:is )?required|trial (?:has )?(?:expired|ended)|subscription (?:has )?(?:expired|ended)|prepay|add more credits|account (?:balance|funds) (?:is )?(?:too low|insufficient)/,
  },
  {
    kind: "quota",
    quota: "monthly",
    reason: "A monthly allowance is used up: it comes back with the next month or another plan.",
    code: /month/,
    text: /\bmonthly\b.{0,60}\b(?:limit|quota|capacity|usage|allowance|cap|requests?|calls?|credits?|plan)\b|\b(?:limit|quota|capacity|usage|allowance|requests?|calls?|cap)\b.{0,60}\b(?:per|this|the|for the|a) (?:current )?(?:billing )?month\b|\bbilling (?:cycle|period)\b|\brequests\/month\b/,
    statuses: mayBeLimit,
  },
  {
    kind: "quota",
    quota: "daily",
    reason: "A daily allowance is used up: it comes back with the next day.",
    code: /(?:^|_)(?:daily|per_?day|day)(?:_|$)|dailylimit|perday|over_daily_limit|daily_?limit_?exceeded|dailyrequest/,
    text: /\b(?:daily|24[- ]hours?)\b.{0,60}\b(?:limit|quota|cap|usage|allowance|requests?|calls?|credits?|send)\b|\b(?:limit|quota|requests?|calls?|queries|credits|usage|allowance)\b.{0,80}\b(?:per|a|for the|in a|this) day\b|\bper[ -]?day\b|perday|\/day\b|queries per day|requests per day|tomorrow|next day|until midnight/,
    statuses: mayBeLimit,
  },
  {
    kind: "quota",
    reason: "An allowance of the plan is used up: look at the plan before the next call.",
    code: /^(?:quota_?exceeded|quota_limit_exceeded|over_quota|usage_?limit_?exceeded|limitexceededexception|quotaexceeded)$/,
    text: /^limit exceeded\.?$|out of call volume quota|usage[- ]plan|exceeded your (?:api )?quota\b|capacity limit exceeded/,
    statuses: mayBeLimit,
  },
  {
    kind: "permanent",
    reason: "The account or the key is switched off: only its owner can change that.",
    code: /account_(?:deactivated|suspended|disabled|locked|inactive|blocked)|(?:api_)?key_(?:revoked|disabled|expired|suspended)|consumer_suspended|consumersuspended|user_suspended|org_suspended/,
    text: /account (?:has been |is )(?:deactivated|suspended|disabled|terminated)|(?:has been|is) permanently (?:banned|blocked|disabled)/,
  },
  {
    kind: "permanent",
    reason: "A check for bots answered: it wants a browser with a person, and no repetition passes it.",
    code: /^(?:captcha|challenge)(?:_required)?$/,
    text: /(?:complete|solve|pass) (?:the|a|this) captcha|enable (?:javascript|js) and cookies to continue|are you a (?:robot|human)|unusual traffic from your/,
  },
  {
    kind: "rate-limit",
    reason: "The body says that too many calls were made: wait before the next one.",
    code: /rate_?limit|ratelimit|too_?many|throttl|request_?limit|over_query_limit|query_limit|slow_?down|flood|calls?_per|max_?rate|concurren|_1003$|^-1003$|^-1015$|^1015$|userratelimit|requests?_exceeded|frequency_?limit|qps|request_rate|traffic_limit|over_rate|secondary_rate|api_limit|access_limit|speed_limit|^50011$|^10006$|^eapi:rate|^egeneral:too|ratelimited|exceeded_rate|reached_rate|busy_limit/,
    text: /rate[- ]?limit|ratelimit|too many (?:requests|calls|attempts|connections|tries|failed|messages|queries|open)|throttl|(?:request|call|query|api|usage|access) limits? (?:is |has been |was )?(?:reached|exceeded|hit)|exceeded (?:the |your |its )?(?:maximum |max |allowed |allotted )?(?:number of )?(?:requests?|calls?|queries|qps)|max(?:imum)? (?:calls|requests|rate)|slow down|(?:requests?|calls|queries) (?:are |is )?(?:exceed|being sent too|too (?:fast|frequent|quick))|too (?:fast|frequent(?:ly)?|quickly)|try again in \d|retry (?:in|after) \d|banned until|call frequency|requests? (?:per|\/) ?(?:sec|min|hour)|calls (?:per|\/) ?(?:sec|min|hour)|abuse detection|doing that too much|over (?:the )?rate|quota exceeded for quota metric|resource exhausted|resource has been exhausted|concurren(?:t|cy) (?:limit|requests)/,
    statuses: mayBeLimit,
  },
  {
    kind: "permanent",
    reason: "The error says that the request itself is at fault: the same one fails again.",
    code: /(?:^|[_:.])client(?:$|[._])|(?:^|[_:])sender$|versionmismatch$|mustunderstand$|not_implemented|notimplemented|unimplemented|unsupported_|invalid_(?:request|argument|parameter|input|token|api_key|key|signature|credentials)|validation_?(?:error|failed|exception)|unauthori[sz]ed|forbidden|permission_denied|access_denied|authentication/,
    text: /\bnot implemented\b|\binvalid (?:api[ -]?key|token|signature|credentials|parameter|argument|request)\b/,
    statuses: (status) => is5xx(status) || isSuccess(status),
  },
  {
    kind: "permanent",
    reason: "The body says what is wrong with the request: the same one fails again.",
    code: /invalid|not_?found|missing|required|denied|unauthori[sz]ed|forbidden|unknown_(?!error)|unsupported|malformed|expired|not_allowed|not_authed|no_permission|already|duplicate|bad_|wrong|mismatch|not_in_|illegal|disabled|revoked|too_(?:long|large|short)|exists|no_such|cannot_|conflict|auth_?fail|signature|_not_/,
    text: /\b(?:invalid|not found|missing|required|denied|unauthori[sz]ed|forbidden|unknown|unsupported|malformed|expired|not allowed|must be|can(?:'|no)t be|bad|wrong|incorrect|does not (?:exist|match)|doesn't (?:exist|match)|not find|auth\w{0,16} failed|no such|not exist|already|authenticat|not authori[sz]ed|permission|not permitted|revert|no key|not valid|illegal|failed to parse|parse error|not supported)/,
    statuses: isSuccess,
  },
  {
    kind: "transient",
    reason: "The error names a state of the server that can pass: repeat with growing pauses.",
    code: /overload|unavailable|temporar|try_again|timeout|timed_out|server_busy|busy|lock_timeout|internal_?(?:server_?)?error|server_error|backend_?error|service_down|maintenance|unknown_error|esystem|eservice|deadlock|system_error|system_busy/,
    text: /overloaded|temporarily (?:unavailable|down|out)|try again (?:later|shortly|soon|in a (?:few|moment))|please (?:retry|try again)|service (?:is )?unavailable|timed? ?out|server (?:is )?busy|internal (?:server )?error|currently loading|under maintenance|at capacity|model is (?:busy|loading)|system error/,
    statuses: (status) => isSuccess(status) || is5xx(status) || isLimit(status),
  },
];
