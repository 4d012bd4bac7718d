import { openWorker } from "../loading/worker.ts";
import { settingsWords } from "../words/english/settings.ts";
import type { ReadYaml } from "./read-yaml.ts";

/** Reads YAML in a worker of its own, which is ended if it takes more than a minute. Never rejects. */
export function readYamlBeside(yamlText: string): Promise<ReadYaml> {
  return new Promise((resolve) => {
    const refuse = (problem: string): void => resolve({ ok: false, problem });
    const worker = openWorker<string, ReadYaml>(
      () => new Worker(new URL("./yaml-worker.ts", import.meta.url), { type: "module" }),
      {
        onAnswer: (read) => {
          worker?.end();
          resolve(read);
          return "done";
        },
        onFailure: (why) => refuse(why === "silent" ? settingsWords.ownYamlTooLong : settingsWords.ownYamlStopped),
      },
    );
    if (worker === undefined) refuse(settingsWords.ownYamlStopped);
    else worker.send(yamlText);
  });
}
