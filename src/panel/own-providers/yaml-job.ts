import type { ReadYaml } from "./read-yaml.ts";
import { allowWorkers } from "../loading/worker-policy.ts";
import { settingsWords } from "../words/english/settings.ts";

/** Twelve megabytes take about 20 s on a slow computer. */
const LONGEST_MS = 60_000;

/** Reads YAML in a worker of its own, which is ended when it takes more than a minute. Never rejects. */
export function readYamlBeside(yamlText: string): Promise<ReadYaml> {
  return new Promise((resolve) => {
    const refuse = (problem: string): void => resolve({ ok: false, problem });
    try {
      allowWorkers();
      const worker = new Worker(new URL("./yaml-worker.ts", import.meta.url), { type: "module" });
      const timer = setTimeout(() => {
        worker.terminate();
        refuse(settingsWords.ownYamlTooLong);
      }, LONGEST_MS);
      const settle = (read: ReadYaml): void => {
        clearTimeout(timer);
        worker.terminate();
        resolve(read);
      };
      const fail = (): void => settle({ ok: false, problem: settingsWords.ownYamlStopped });
      worker.addEventListener("message", ({ data }: MessageEvent<ReadYaml>) => settle(data));
      worker.addEventListener("error", fail);
      worker.addEventListener("messageerror", fail);
      // oxlint-disable-next-line require-post-message-target-origin -- a worker's own postMessage takes none
      worker.postMessage(yamlText);
    } catch {
      refuse(settingsWords.ownYamlStopped);
    }
  });
}
