import { defineConfig } from "playwright/test";

// Playwright shows DevTools as a page only where this is set before it connects; workers inherit it.
process.env["PW_CHROMIUM_ATTACH_TO_OTHER"] = "1";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../artifacts/e2e",
  // One browser for all tests of a project: tests share it one after the other, each in a tab of its own.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env["CI"] !== undefined,
  reporter: [["list"]],
  projects: [
    { name: "chromium", metadata: { browser: "chromium" } },
    { name: "firefox", metadata: { browser: "firefox" } },
  ],
});
