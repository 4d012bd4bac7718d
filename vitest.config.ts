import { availableParallelism } from "node:os";
import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import packageJson from "./package.json" with { type: "json" };

/** Tests that need no document; those below are left out. */
const WITHOUT_DOCUMENT = [
  "src/{web,exchange,timing,catalogue,decode,timeline,compare,report,settings,providers,cli}/**/*.test.ts",
  "src/*.test.ts",
  "src/panel/**/*.test.ts",
  "fuzz/**/*.test.ts",
];

/** Tests that need a document. */
const WITH_DOCUMENT = ["src/panel/**/*.test.tsx", "src/panel/{feed/clock,focus/keep-focus}.test.ts"];

/** Tests that see a module before something has loaded it. */
const OWN_MODULES = ["src/panel/filter/filter-language.test.tsx"];

export default defineConfig({
  plugins: [preact()],
  define: { __VERSION__: JSON.stringify(packageJson.version) },
  test: {
    restoreMocks: true,
    // Far above what they take: a computer may be busy with something else.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 20_000, interval: 10 } },
    // By itself Vitest leaves one processor idle, and CI machines have two. One more, because some tests wait for servers.
    maxWorkers: availableParallelism() + 1,
    setupFiles: ["src/panel/testing/settle-imports.ts"],
    projects: [
      // What leaves no state behind needs no process of its own for each file: a third of the time.
      {
        extends: true,
        test: { name: "without-document", include: WITHOUT_DOCUMENT, exclude: WITH_DOCUMENT, isolate: false },
      },
      {
        extends: true,
        // One environment for all of them: another begins a process of its own, which loads everything anew.
        test: {
          name: "with-document",
          environment: "happy-dom",
          include: WITH_DOCUMENT,
          exclude: OWN_MODULES,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "rest",
          // It imports JSON the way bundlers allow and Node does not.
          deps: { optimizer: { ssr: { enabled: true, include: ["@actions/workflow-parser"] } } },
          include: [
            "src/{browser,entry}/**/*.test.{ts,tsx}",
            "scripts/**/*.test.ts",
            "demo/**/*.test.ts",
            ...OWN_MODULES,
          ],
        },
      },
    ],
  },
});
