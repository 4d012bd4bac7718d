import type { GatewayRule } from "./gateway-rule.ts";

const AWS_ERRORS = "https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html";

/** Hosting platforms, API gateways, proxies and web servers. */
export const PLATFORM_RULES: readonly GatewayRule[] = [
  {
    name: "Heroku",
    // Reads at most 20,000 characters.
    body: /herokucdn\.com\/error-pages\/|<title>(?:Application Error|No such app)<\/title>[\s\S]{0,3000}heroku/i,
    meaning: "Heroku's router made this page: the app behind it crashed, is asleep or does not exist.",
    docs: "https://devcenter.heroku.com/articles/error-codes",
  },
  {
    name: "Heroku",
    header: ["server", /^heroku-router/i],
    meaning: "Heroku's router answered: the app behind it gave no answer.",
    docs: "https://devcenter.heroku.com/articles/error-codes",
  },
  {
    name: "AWS API Gateway",
    header: [
      "x-amzn-errortype",
      /^(?:ForbiddenException|MissingAuthenticationTokenException|AccessDeniedException|UnauthorizedException|InternalServerErrorException|LimitExceededException|TooManyRequestsException|BadRequestException|IncompleteSignatureException|InvalidSignatureException|ExpiredTokenException|NotFoundException|RequestTooLargeException)/,
    ],
    body: /^\s{0,20}\{\s{0,4}"[mM]essage"\s{0,2}:/,
    meaning: "Amazon API Gateway answered before the API itself.",
    docs: AWS_ERRORS,
  },
  {
    name: "AWS API Gateway",
    header: ["apigw-requestid", /./],
    body: /^\s{0,20}\{"message":"(?:Not Found|Forbidden|Unauthorized|Internal Server Error|Service Unavailable|Too Many Requests)"\}/,
    meaning: "Amazon API Gateway answered in place of the API.",
    docs: AWS_ERRORS,
  },
  {
    name: "AWS API Gateway",
    body: /^\s{0,20}\{"message":\s?(?:"Missing Authentication Token"|"Endpoint request timed out"|"Limit Exceeded"|"Too Many Requests"|"Internal server error"|"User is not authorized to access this resource[^"]{0,80}"|null)\}\s{0,5}$/,
    header: ["x-amz-apigw-id", /./],
    meaning: "Amazon API Gateway answered in place of the API.",
    docs: AWS_ERRORS,
  },
  {
    name: "AWS API Gateway",
    body: /^\s{0,20}\{"message":\s?(?:"Missing Authentication Token"|"Endpoint request timed out"|"Limit Exceeded")\}\s{0,5}$/,
    meaning: "Amazon API Gateway answered in place of the API.",
    docs: AWS_ERRORS,
  },
  {
    name: "Azure Application Gateway",
    body: /Microsoft-Azure-Application-Gateway\/v\d/i,
    meaning: "Azure Application Gateway answered: no healthy server behind it, or its firewall refused the request.",
    docs: "https://learn.microsoft.com/azure/application-gateway/http-response-codes",
  },
  {
    name: "Azure API Management",
    body: /^\s{0,20}\{\s{0,4}"statusCode"\s{0,2}:\s{0,2}\d{3}\s{0,2},\s{0,4}"message"\s{0,2}:\s{0,2}"(?:Rate limit is exceeded|Out of call volume quota|Access denied due to (?:missing|invalid) subscription key|Resource not found|Unable to match incoming request|Internal server error)/i,
    meaning: "Azure API Management answered by one of its policies, before the API itself.",
    docs: "https://learn.microsoft.com/azure/api-management/api-management-error-handling-policies",
  },
  {
    name: "Azure App Service",
    body: /<title>(?:Azure (?:App Service|Web App)|Microsoft Azure (?:App Service|Web App)|Web App - Unavailable)|<h1[^>]{0,60}>Error 403 - This web app is stopped|Error 403 - Forbidden<\/title>|The specified CGI application encountered an error/i,
    meaning: "Azure App Service made this page: the app is stopped, unreachable or does not exist.",
    docs: "https://learn.microsoft.com/azure/app-service/troubleshoot-http-502-http-503",
  },
  {
    name: "Netlify",
    // Reads at most 20,000 characters.
    body: /Not Found - Request ID: [0-9A-Z]{20,30}|<title>(?:Page not found|Site not found)<\/title>[\s\S]{0,4000}netlify|"errorType"\s{0,2}:[\s\S]{0,400}"trace"[\s\S]{0,2000}\/var\/task\/|error decoding lambda response|Function (?:timed out|invocation failed)/i,
    header: ["server", /^Netlify/i],
    meaning: "Netlify made this answer: it has no such site or page, or its function failed.",
    docs: "https://docs.netlify.com/functions/overview/",
  },
  {
    name: "Render",
    header: ["x-render-routing", /^(?!.*(?:ok|success)).{2,60}/i],
    codeHeader: "x-render-routing",
    meaning: "Render's router answered: the service behind it is asleep, crashed or does not exist.",
    docs: "https://render.com/docs/troubleshooting-deploys",
  },
  {
    name: "Railway",
    body: /"message"\s{0,2}:\s{0,2}"Application (?:failed to respond|not found)"|<title>Railway|The train has not arrived at the station/i,
    meaning: "Railway's edge answered: the app behind it did not, or there is none.",
    docs: "https://docs.railway.com/reference/errors/application-failed-to-respond",
  },
  {
    name: "Fly.io",
    header: ["fly-request-id", /./],
    body: /^\s{0,20}$|^(?:could not|no known healthy|error\.proxy|instance refused|failed to)/i,
    status: [502, 503, 504],
    meaning: "Fly.io's proxy answered: it found no running machine that took the request.",
    docs: "https://fly.io/docs/networking/request-headers/",
  },
  {
    name: "Supabase gateway",
    body: /"message"\s{0,2}:\s{0,2}"(?:No API key found in request|Invalid API key)"/,
    header: ["sb-request-id", /./],
    meaning: "Supabase's gateway answered before the project's own service.",
    docs: "https://supabase.com/docs/guides/api/api-keys",
  },
  {
    name: "Kong",
    body: /^\s{0,20}\{\s{0,4}"message"\s{0,2}:\s{0,2}"(?:no Route matched with those values|API rate limit exceeded|No API key found in request|Invalid authentication credentials|An invalid response was received from the upstream server|name resolution failed|failure to get a peer from the ring-balancer|Unauthorized|You cannot consume this service|The upstream server is timing out|Request size limit exceeded|An unexpected error occurred)"/i,
    header: ["server", /^kong\b/i],
    meaning: "Kong in front of the API answered, before the API itself.",
    docs: "https://developer.konghq.com/gateway/",
  },
  {
    name: "Kong",
    body: /"(?:no Route matched with those values|failure to get a peer from the ring-balancer|An invalid response was received from the upstream server|name resolution failed)"/i,
    meaning: "Kong in front of the API answered, before the API itself.",
    docs: "https://developer.konghq.com/gateway/",
  },
  {
    name: "Apigee",
    // Reads at most 20,000 characters.
    body: /"fault"\s{0,2}:\s{0,2}\{[\s\S]{0,600}"errorcode"\s{0,2}:\s{0,2}"(?:[a-z]+\.)+[A-Za-z.]+"/,
    code: /"errorcode"\s{0,2}:\s{0,2}"([\w.]{3,100})"/,
    meaning: "Apigee in front of the API answered by one of its policies.",
    docs: "https://cloud.google.com/apigee/docs/api-platform/troubleshoot/runtime/error-code-catalog",
  },
  {
    name: "Tyk",
    body: /^\s{0,20}\{\s{0,4}"error"\s{0,2}:\s{0,2}"(?:Authorization field missing|Access to this API has been disallowed|API Rate limit exceeded|Rate limit exceeded|Quota exceeded|Requested endpoint is forbidden|Attempted access with malformed header)/i,
    header: ["x-generator", /tyk/i],
    meaning: "Tyk in front of the API answered, before the API itself.",
    docs: "https://tyk.io/docs/",
  },
  {
    name: "ngrok",
    header: ["ngrok-error-code", /^(ERR_NGROK_\d+)/],
    codeHeader: "ngrok-error-code",
    meaning: "ngrok answered: the tunnel is offline, over a limit, or shows its warning page.",
    docs: "https://ngrok.com/docs/errors/",
  },
  {
    name: "ngrok",
    body: /\bERR_NGROK_\d{2,6}\b/,
    code: /\b(ERR_NGROK_\d{2,6})\b/,
    meaning: "ngrok answered: the tunnel is offline, over a limit, or shows its warning page.",
    docs: "https://ngrok.com/docs/errors/",
  },
  {
    name: "GitHub Pages",
    body: /<title>(?:Site|Page|File) not found &middot; GitHub Pages/i,
    meaning: "GitHub Pages has no such site or file.",
    docs: "https://docs.github.com/pages",
  },
  {
    name: "Traefik",
    body: /^(?:404 page not found|Bad Gateway|Gateway Timeout|Service Unavailable)\s{0,3}$/,
    header: ["server", /^traefik/i],
    meaning: "Traefik in front of the API answered: it has no route, or no server behind it.",
    docs: "https://doc.traefik.io/traefik/",
  },
  {
    name: "Caddy",
    status: [502, 503, 504],
    header: ["server", /^Caddy$/i],
    body: /^\s{0,5}$/,
    meaning: "Caddy in front of the API got no answer from the server behind it.",
    docs: "https://caddyserver.com/docs/caddyfile/directives/reverse_proxy",
  },
  {
    name: "HAProxy",
    body: /<html><body><h1>\d{3} [^<]{3,60}<\/h1>\s{0,3}(?:No server is available to handle this request|The server didn't respond in time|The server returned an invalid or incomplete response|You have sent too many requests|Request forbidden by administrative rules|Your browser sent an invalid request)/i,
    meaning: "HAProxy in front of the API answered: no server behind it took the request, or a rule refused it.",
    docs: "https://docs.haproxy.org/",
  },
  {
    name: "IIS",
    body: /<title>IIS (?:\d|Detailed Error)|<h2>HTTP Error (?:50[234]|404)\.?\d{0,2}|Service Unavailable<\/h2>\s{0,4}<hr><p>HTTP Error 503/i,
    code: /HTTP Error (\d{3}\.\d{1,3})/,
    meaning: "IIS in front of the application made this page.",
    docs: "https://learn.microsoft.com/troubleshoot/developer/webapps/iis/health-diagnostic-performance/http-status-code",
  },
  {
    name: "Apache",
    body: /<address>Apache[^<]{0,100}<\/address>|The proxy server (?:received an invalid response|could not handle the request)/i,
    meaning: "Apache in front of the API made this page.",
    docs: "https://httpd.apache.org/docs/current/mod/mod_proxy.html",
  },
  {
    name: "LiteSpeed",
    body: /Proudly powered by\s{0,4}(?:<a[^>]{0,100}>)?\s{0,3}LiteSpeed Web Server/i,
    meaning: "The LiteSpeed web server made this page.",
    docs: "https://docs.litespeedtech.com/",
  },
  {
    name: "AWS Lambda",
    status: [502, 500],
    body: /^\s{0,20}\{\s{0,4}"errorMessage"\s{0,2}:\s{0,2}"[\s\S]{0,500}"errorType"\s{0,2}:/,
    meaning: "The function failed, and AWS Lambda passed its exception on.",
    docs: "https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html",
  },
];
