import { OTHER_HOST } from "./hosts.ts";

/** Where a text that came alive would call, or what it would set: tests look that neither ever happens. */
export const TRAP_URL = `https://${OTHER_HOST}/trap`;
export const TRAP_NAME = "faultlineTrap";

const TRAP_CODE = `globalThis.${TRAP_NAME}=1`;

/** Texts that run, fetch or restyle wherever they are taken for anything but text. */
export const LIVE_TEXTS = {
  script: `"><script>${TRAP_CODE}</script><script src="${TRAP_URL}.js"></script>`,
  image: `<img src="${TRAP_URL}.png" onerror="${TRAP_CODE}"><svg onload="${TRAP_CODE}">`,
  frame: `<iframe srcdoc="&lt;script&gt;parent.${TRAP_NAME}=1&lt;/script&gt;"></iframe><base href="${TRAP_URL}">`,
  style: `</style><style>*{display:none!important}body{background:url(${TRAP_URL}.css)}</style>`,
  declaration: `red;background:url(${TRAP_URL}.css);}*{display:none`,
  link: `javascript:${TRAP_CODE}`,
  markdown: `[click](javascript:${TRAP_CODE}) ![](${TRAP_URL}.png) <${TRAP_URL}>`,
  fence: `\n\`\`\`\n</details><img src="${TRAP_URL}.png">\n# Heading\n| a | b |\n`,
  mention: "@everyone #1 :boom: https://mintboard.example/phish",
  shell: `'; touch trap; echo $(id) \`id\` "`,
} as const;

/** Characters that hide, reorder or end text: NUL, escape, overrides, isolates, zero width, line separators. */
export const CONTROLS = "\u0000\u001b[31m\u0008\u007f\u0085\u202e\u2066\u2069\u200b\u200f\u2028\ufeff";
