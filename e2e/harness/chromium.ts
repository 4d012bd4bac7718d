import type { BrowserContext, Frame, Locator, Page, Request } from "playwright";
import type { BrowserSession, LaunchOptions, Panel, Tab, Target } from "./browser-session.ts";
import { frameOf, READ_TOOL, SHOW_PANEL, startChromium } from "./chromium-process.ts";

const EXTENSION = new URL("../../dist/chrome", import.meta.url).pathname;
const DEVTOOLS_PAGE = "/src/entry/devtools.html";
const PANEL_PAGE = "/src/entry/panel.html";

/** Chromium with the extension. `hosts` on port 443 are led to the stand-in's port on the loopback address. */
export async function launchChromium(
  hosts: readonly string[],
  port: number,
  { visible = false }: LaunchOptions = {},
): Promise<BrowserSession> {
  const { context, remove } = await startChromium({ extensions: [EXTENSION], hosts, port, visible });
  const watch = watchExtension(context);
  const closed = new Promise<void>((resolve) => context.once("close", () => resolve()));
  // The tab that every profile starts with; its DevTools would keep a second recorder running. On screen the browser
  // ends with its last tab, so there it goes when another is open.
  const closeFirstTab = () => Promise.all(firstPages.map((page) => page.close()));
  const firstPages = context.pages();
  if (!visible) await closeFirstTab();

  const opened: Page[] = [];
  /** DevTools of the tab that was opened last and is still there. */
  const lastDevtools = (): Page | undefined => opened.findLast((page) => !page.isClosed());
  return {
    name: "chromium",
    version: context.browser()?.version() ?? "",
    openTab: async () => {
      const waiting = context.waitForEvent("page", (page) => page.url().startsWith("devtools://"));
      const page = await context.newPage();
      const devtools = await waiting;
      opened.push(devtools);
      if (visible) await closeFirstTab();
      else await devtools.setViewportSize(USUAL_SIZE);
      watch.page(devtools);
      return chromiumTab(page, devtools);
    },
    openExtensionPage: async (path) => {
      const devtools = lastDevtools();
      if (devtools === undefined) throw new Error("Open a tab first.");
      const own = await frameOf(devtools, DEVTOOLS_PAGE);
      const page = await context.newPage();
      watch.page(page);
      await page.goto(new URL(path, own.url()).href);
      return { ...chromiumPanel(page.mainFrame(), page), close: () => page.close() };
    },
    setTheme: async (theme) => {
      const name = theme === "dark" ? "dark" : "default";
      await lastDevtools()?.evaluate(`(async () => {
        const Common = await import("./core/common/common.js");
        Common.Settings.Settings.instance().moduleSetting("ui-theme").set("${name}");
        const isDark = () => document.documentElement.classList.contains("theme-with-dark-background");
        while (isDark() !== ${String(theme === "dark")}) await new Promise((resolve) => setTimeout(resolve, 20));
      })()`);
    },
    readClipboard: async () => (await lastDevtools()?.evaluate(() => navigator.clipboard.readText())) ?? "",
    chromium: {
      readTool: async () => String(await lastDevtools()?.evaluate(READ_TOOL)),
      readTexts: async (css) => (await lastDevtools()?.locator(css).allInnerTexts()) ?? [],
    },
    takeErrors: async () => watch.takeErrors(),
    takeOwnRequests: async () => watch.takeRequests(),
    closed,
    close: remove,
  };
}

/** Of the window of DevTools. */
const USUAL_SIZE = { width: 1200, height: 800 };

/**
 * DevTools tells the extension of requests from when it has read that it wants to be told, and reads what the extension
 * says in order: with this answered, no request is missed. On a busy computer that is seconds after the page has loaded.
 */
const ANSWERED = `new Promise((resolve) => chrome.devtools.network.getHAR(() => resolve(null)))`;

/** Browsers run no animation frame of a page that is not shown. */
const DRAWN = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null))))`;

function chromiumTab(page: Page, devtools: Page): Tab {
  const ready = frameOf(devtools, DEVTOOLS_PAGE).then(async (frame) => {
    await frame.evaluate(ANSWERED);
    return frame;
  });
  // A tab may be closed before its DevTools page has loaded; a caller that waits for it is still informed.
  ready.catch(() => undefined);
  return {
    goto: async (url) => {
      await ready;
      await page.goto(url);
    },
    evaluate: async (run, argument) => {
      await ready;
      return page.evaluate(asPageFunction(run), argument);
    },
    openPanel: async () => {
      await ready;
      await devtools.evaluate(SHOW_PANEL);
      const frame = await frameOf(devtools, PANEL_PAGE);
      // A click before the panel is drawn in its place may go to the tool that was shown before.
      await frame.evaluate(DRAWN);
      return chromiumPanel(frame, devtools);
    },
    evaluateInRecorder: async (run, argument) => (await ready).evaluate(asPageFunction(run), argument),
    bringToFront: () => page.bringToFront(),
    setWidth: (pixels) => devtools.setViewportSize(pixels === "usual" ? USUAL_SIZE : { ...USUAL_SIZE, width: pixels }),
    close: async () => {
      const gone = devtools.isClosed() ? undefined : devtools.waitForEvent("close");
      await page.close();
      // DevTools goes a moment later, and can be asked nothing meanwhile.
      await gone;
    },
  };
}

function chromiumPanel(frame: Frame, devtools: Page): Panel {
  const locate = (target: Target): Locator => {
    // Playwright types the role as a list of names; a wrong one simply matches nothing.
    const role = target.role as Parameters<Frame["getByRole"]>[0] | undefined;
    const name = target.name === undefined ? {} : { name: target.name, exact: true };
    const css = target.css === undefined ? undefined : frame.locator(target.css);
    const base = role === undefined ? (css ?? frame.locator("body")) : frame.getByRole(role, name);
    const both = role !== undefined && css !== undefined ? base.and(css) : base;
    return target.text === undefined ? both : both.filter({ hasText: target.text });
  };
  return {
    count: (target) => locate(target).count(),
    texts: async (target) => (await locate(target).allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim()),
    click: (target) => locate(target).first().click(),
    drag: async (target, by) => {
      const box = await locate(target).first().boundingBox();
      if (box === null) throw new Error(`The panel shows no ${JSON.stringify(target)}.`);
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await devtools.mouse.move(x, y);
      await devtools.mouse.down();
      await devtools.mouse.move(x + by.x, y + by.y, { steps: 5 });
      await devtools.mouse.up();
    },
    type: (target, text) => locate(target).first().fill(text),
    press: (key) => devtools.keyboard.press(key),
    evaluate: (run, argument) => frame.evaluate(asPageFunction(run), argument),
    screenshot: async (path) => {
      await devtools.screenshot({ path });
    },
  };
}

/** Playwright's own type of a page function unwraps handles; ours takes and gives plain values only. */
function asPageFunction<A, R>(run: (argument: A) => R | Promise<R>): (argument: unknown) => Promise<R> {
  return run as (argument: unknown) => Promise<R>;
}

/** The frame that a request comes from; undefined if it is a new document's own or a worker's. */
function frameOfRequest(request: Request): Frame | undefined {
  try {
    return request.frame();
  } catch {
    return undefined;
  }
}

/** A request that was stopped, and the document that it came from: its address, and which one in its frame it was. */
type Aborted = { readonly request: Request; readonly asker: string; readonly document: number };

type Watch = {
  readonly page: (devtools: Page) => void;
  readonly takeErrors: () => readonly string[];
  readonly takeRequests: () => readonly string[];
};

function watchExtension(context: BrowserContext): Watch {
  let errors: string[] = [];
  let aborted: Aborted[] = [];
  let requests: string[] = [];
  const isOurs = (url: string): boolean => url.startsWith("chrome-extension://");
  const askers = new WeakMap<Request, Pick<Aborted, "asker" | "document">>();
  // A document may be followed by another of the same address, so the address alone does not tell them apart.
  const documents = new WeakMap<Frame, number>();
  const documentOf = (request: Request): number => {
    const frame = frameOfRequest(request);
    return frame === undefined ? 0 : (documents.get(frame) ?? 0);
  };
  // Not when it is asked for: until the next document is there, the one before it goes on loading.
  context.on("page", (page) => {
    page.on("framenavigated", (frame) => documents.set(frame, (documents.get(frame) ?? 0) + 1));
  });
  context.on("request", (request) => {
    const asker = frameOfRequest(request)?.url() ?? "";
    askers.set(request, { asker, document: documentOf(request) });
    if (isOurs(request.url()) || isOurs(asker)) requests.push(request.url());
  });
  context.on("requestfailed", (request) => {
    if (!isOurs(request.url())) return;
    const why = request.failure()?.errorText ?? "failed";
    const from = askers.get(request);
    if (why !== "net::ERR_ABORTED") errors.push(`${request.url()}: ${why}`);
    // Of ten thousand requests Playwright forgets the oldest, and reports their end as if they were new.
    else if (from !== undefined) aborted.push({ request, ...from });
  });
  /** A page that goes stops what it was loading: what it loads after its first rows may not have come yet. */
  const isOfPageThatWent = ({ request, asker, document }: Aborted): boolean => {
    const frame = frameOfRequest(request);
    if (frame === undefined) return false;
    return frame.isDetached() || frame.page().isClosed() || frame.url() !== asker || documentOf(request) !== document;
  };
  return {
    page: (devtools) => {
      devtools.on("console", (message) => {
        // The request of a missing file already reports it.
        const isNews = message.type() === "error" && !message.text().startsWith("Failed to load resource");
        if (isNews && isOurs(message.location().url)) errors.push(message.text());
      });
      devtools.on("pageerror", (error) => {
        // DevTools' own errors name its own files; a syntax error of ours names none.
        const where = error.stack ?? "";
        if (!where.includes("devtools://")) errors.push(`${error.message} ${where}`);
      });
    },
    takeErrors: () => {
      const stopped = aborted.filter((each) => !isOfPageThatWent(each));
      const taken = [...errors, ...stopped.map(({ request }) => `${request.url()}: aborted`)];
      errors = [];
      aborted = [];
      return taken;
    },
    takeRequests: () => {
      const taken = requests;
      requests = [];
      return taken;
    },
  };
}
