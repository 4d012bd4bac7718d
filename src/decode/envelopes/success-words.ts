/*
 * What tells a failure inside a success from data, as data: members of an envelope, members with the answer itself,
 * values that say "fine". A member is matched in lower case without "-", "_" and " ".
 */

/** Members that stand beside a failure. Anything else makes the body a resource that has a member of such a name. */
export const ENVELOPE_MEMBERS: ReadonlySet<string> = new Set(
  [
    "success ok error errors errorcode errormessage errormsg errcode errmsg errno err code message msg messages",
    "description detail details status statuscode statusmessage statusmsg data result results meta metadata timestamp",
    "time path requestid traceid reqid logid tid uuid parameters responsemetadata needed provided warning warnings",
    "reason reasons resultinfo errorcodes version type title info infocode ret retcode retmsg retextinfo resultcode",
    "resultmsg resultmessage returncode returnmessage subcode submsg query processid errorid errortype errorname",
    "iserror haserror failed issuccess succeeded successful servedby batchcomplete docref url documentationurl moreinfo",
    "help helpurl erroruri exception debuginfo errorcodename method api v cod count total cost tasks taskscount",
    "taskserror xrequestid correlationid debugid instance now servertime nonce response ack trace stat hint links jsonrpc",
    "id0 errordetails errordescription developermessage usermessage errordetail errorsubcode statustext httpcode httpstatus",
    "extra payload body content errorinfo rlogid ts retryafter retryable documentation category",
  ].flatMap((line) => line.split(" ")),
);

/** Members that hold the answer itself: filled, the call gave something. */
export const DATA_MEMBERS: readonly string[] = [
  "data",
  "result",
  "results",
  "response",
  "items",
  "rows",
  "list",
  "payload",
  "content",
  "value",
  "tasks",
  "body",
];

/** Members whose very name says that their value is an error's number. */
export const ERROR_CODE_MEMBERS: ReadonlySet<string> = new Set([
  "errcode",
  "errorcode",
  "errno",
  "retcode",
  "returncode",
  "resultcode",
  "infocode",
]);

/** Members whose value is a code of success or failure. */
export const CODE_MEMBERS: ReadonlySet<string> = new Set([
  ...ERROR_CODE_MEMBERS,
  "code",
  "statuscode",
  "status",
  "ret",
  "cod",
  "httpcode",
  "httpstatus",
  "err",
]);

/** Codes that say "fine". Numbers below 400 never count under a plain `code`. */
export const GOOD_CODES: ReadonlySet<string> = new Set(
  "0 00 000 0000 00000 000000 1 100 1000 10000 20000 200000 success ok succeed succeeded successful done true none s0000 a00000 complete completed normal".split(
    " ",
  ),
);

/** Sentences that say "fine". */
export const GOOD_MESSAGE =
  /^(?:ok|okay|success|succeed|done|null|none|no error|no errors|completed?|approved|accepted|created|saved|queued|normal)\b|\bsuccess(?:ful(?:ly)?)?\b(?! (?:rate|code))|^no (?:transactions|records|results|data|items|entries|logs|token|internal|blocks|matches|match)\b[\w ]{0,30}(?:found)?|请求成功|成功|操作成功/i;

/** Sentences that say that something went wrong. */
export const BAD_MESSAGE =
  /\b(?:invalid|errors?|fail(?:ed|s|ure)?|denied|expired?|limit|exceed(?:ed|s)?|missing|required?|unauthori[sz]ed|forbidden|not (?:found|exist|allowed|supported|authori[sz]ed|valid|logged|permitted)|does not exist|unknown|unsupported|too (?:many|large|long|fast|frequent)|time(?:d )?out|incorrect|wrong|refused|rejected|illegal|bad|malformed|unavailable|busy|overload(?:ed)?|must|can(?:no|')t|unable|insufficient|duplicate|blocked|banned|maintenance|no permission|notok|boom|exception)\b|失败|错误|过期|无效|不存在|未授权|频繁|非法/i;

/** Values of `status`, `stat`, `result`, `ack` that say that the call failed. */
export const BAD_STATUS =
  /^(?:error|err|fail|failed|failure|ko|nok|notok|denied|unauthorized|unauthorised|forbidden|false)$/i;

/** Values of `status` that Google's older APIs and their like use; each comes beside a sentence. */
export const NAMED_STATUS =
  /^(?:REQUEST_DENIED|OVER_QUERY_LIMIT|OVER_DAILY_LIMIT|INVALID_REQUEST|UNKNOWN_ERROR|MAX_[A-Z_]{3,40}_EXCEEDED|[A-Z]{2,20}(?:_[A-Z]{2,20}){0,5}_(?:ERROR|FAILED|FAILURE|DENIED|EXPIRED|LIMIT|EXCEEDED|INVALID)|(?:INVALID|UNAUTHORIZED|FORBIDDEN|MISSING|ACCESS_DENIED|INSUFFICIENT)(?:_[A-Z]{2,20}){0,5})$/;
