import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findFirefox } from "../../scripts/browsers.mjs";
import { connectMarionette, type Marionette } from "./marionette.ts";

export type FirefoxProcess = {
  readonly marionette: Marionette;
  readonly ended: Promise<void>;
  readonly close: () => Promise<void>;
};

const START_TIMEOUT_MS = 60_000;

function preferences(proxyPort: number): string {
  const wanted: Readonly<Record<string, string | number | boolean>> = {
    // A free port; Firefox writes it into the profile.
    "marionette.port": 0,
    "browser.shell.checkDefaultBrowser": false,
    "devtools.toolbox.host": "bottom",
    "devtools.toolbox.footer.height": 560,
    // All names go through the stand-in's proxy, so that the page calls the real ones.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": proxyPort,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": proxyPort,
  };
  return Object.entries(wanted)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join("");
}

/** Starts Firefox with a fresh profile and connects to it. `visible` puts its window on screen. */
export async function startFirefox(proxyPort: number, visible: boolean): Promise<FirefoxProcess> {
  const executable = await findFirefox();
  if (executable === null) throw new Error("No Firefox was found; FAULTLINE_FIREFOX can name one.");
  const profile = await mkdtemp(join(tmpdir(), "faultline-firefox-"));
  await writeFile(join(profile, "user.js"), preferences(proxyPort));
  const child = spawn(
    executable,
    // Without system access Firefox refuses the chrome context, which holds the toolbox.
    [
      ...(visible ? [] : ["--headless"]),
      "--marionette",
      "--remote-allow-system-access",
      "--no-remote",
      "--new-instance",
    ].concat(["--profile", profile, "--width=1400", "--height=1000", "about:blank"]),
    { env: { ...process.env, HOME: profile }, stdio: "ignore" },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const marionette = await connectMarionette(await readPort(profile));
  return {
    marionette,
    ended,
    close: async () => {
      await marionette.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => undefined);
      marionette.close();
      await ended;
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Firefox writes the port as soon as it listens; there is nothing to be told by, so the file is looked for. */
async function readPort(profile: string): Promise<number> {
  const giveUpAt = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < giveUpAt) {
    const port = Number(await readFile(join(profile, "MarionetteActivePort"), "utf8").catch(() => ""));
    if (port > 0) return port;
    await delay(25);
  }
  throw new Error("Firefox did not start in time.");
}
