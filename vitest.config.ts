import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import packageJson from "./package.json" with { type: "json" };

export default defineConfig({
  plugins: [preact()],
  define: { __VERSION__: JSON.stringify(packageJson.version) },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "demo/**/*.test.ts", "fuzz/**/*.test.ts"],
    restoreMocks: true,
    // Far above what they take: a computer may be busy with something else.
    testTimeout: 30_000,
    setupFiles: ["src/panel/text/testing/set-english.ts"],
  },
});
