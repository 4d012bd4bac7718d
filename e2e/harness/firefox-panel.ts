import { writeFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import type { Panel, Target } from "./browser-session.ts";
import { elementArgument, findElements } from "./firefox-elements.ts";
import { dragActions, keyActions } from "./firefox-actions.ts";
import { type Marionette, valueOf } from "./marionette.ts";

const ACTION_TIMEOUT_MS = 10_000;

/** The page in which the session acts: in the panel, or in a page of the extension. It acts in one place at a time. */
export type FirefoxPlace = {
  /** Turns to the place and acts there. */
  readonly act: <R>(act: () => Promise<R>) => Promise<R>;
  /** Gives the place the keyboard. */
  readonly focus: () => Promise<unknown>;
};

/** The panel in Firefox's toolbox, or another page of the extension: each verb first turns to its place. */
export function firefoxPanel(marionette: Marionette, { act: inPanel, focus }: FirefoxPlace): Panel {
  const find = (target: Target): Promise<readonly string[]> =>
    unlessStale(() => inPanel(() => findElements(marionette, target)));

  /** The first match, as soon as there is one. */
  const waitFor = async (target: Target): Promise<string> => {
    const giveUpAt = performance.now() + ACTION_TIMEOUT_MS;
    for (;;) {
      const [id] = await find(target);
      if (id !== undefined) return id;
      if (performance.now() > giveUpAt) throw new Error(`The panel shows no ${JSON.stringify(target)}.`);
      await delay(25);
    }
  };

  /** Repeats commands if an element was redrawn between two of them: the current element is meant. */
  const unlessStale = async <R>(run: () => Promise<R>): Promise<R> => {
    const giveUpAt = performance.now() + ACTION_TIMEOUT_MS;
    for (;;) {
      try {
        return await run();
      } catch (error) {
        // By its code: Firefox has several sentences for it.
        if (!String(error).includes("stale element reference") || performance.now() > giveUpAt) throw error;
      }
    }
  };

  return {
    count: async (target) => (await find(target)).length,
    texts: (target) =>
      unlessStale(() =>
        inPanel(async () => {
          const elements = (await findElements(marionette, target)).map(elementArgument);
          const script = `return arguments[0].map((element) => element.innerText.replace(/\\s+/g, " ").trim());`;
          const texts = valueOf(await marionette.send("WebDriver:ExecuteScript", { script, args: [elements] }));
          return Array.isArray(texts) ? texts.map(String) : [];
        }),
      ),
    click: async (target) => {
      await unlessStale(async () => {
        const id = await waitFor(target);
        await inPanel(() => marionette.send("WebDriver:ElementClick", { id }));
      });
    },
    drag: async (target, by) => {
      const id = await waitFor(target);
      await inPanel(() => marionette.send("WebDriver:PerformActions", dragActions(elementArgument(id), by)));
      await marionette.send("WebDriver:ReleaseActions");
    },
    type: (target, text) =>
      unlessStale(async () => {
        const id = await waitFor(target);
        await inPanel(async () => {
          await marionette.send("WebDriver:ElementClick", { id });
          await marionette.send("WebDriver:ExecuteScript", {
            script: "arguments[0].select();",
            args: [elementArgument(id)],
          });
          await marionette.send("WebDriver:ElementSendKeys", { id, text: text === "" ? "\uE003" : text });
        });
      }),
    press: async (chord) => {
      // Without the focus key events arrive, but activate nothing.
      await focus();
      await inPanel(() => marionette.send("WebDriver:PerformActions", keyActions(chord)));
      await marionette.send("WebDriver:ReleaseActions");
    },
    evaluate: (run, argument) => inPanel(() => evaluateIn(marionette, run, argument)),
    screenshot: async (path) => {
      const image = await inPanel(() => marionette.send("WebDriver:TakeScreenshot", { full: false }));
      await writeFile(path, Buffer.from(String(valueOf(image)), "base64"));
    },
  };
}

/** Runs a function in the page that the session acts in, in that page's own world. */
export async function evaluateIn<A, R>(
  marionette: Marionette,
  run: (argument: A) => R | Promise<R>,
  argument: A,
): Promise<R> {
  const answer = await marionette.send("WebDriver:ExecuteScript", {
    script: `return (${String(run)})(arguments[0]);`,
    args: [argument ?? null],
    sandbox: null,
  });
  // JSON came back for what the function returned; that the two are the same type is the caller's promise.
  return valueOf(answer) as R;
}
