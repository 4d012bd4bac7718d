import { defineConfig } from "playwright/test";

// Playwright shows DevTools as a page only where this is set before it connects; workers inherit it.
process.env["PW_CHROMIUM_ATTACH_TO_OTHER"] = "1";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../artifacts/e2e",
  // Two of each browser side by side: a test mostly waits. The tests of a file share one browser, one after the other.
  workers: 4,
  fullyParallel: false,
  retries: 0,
  // Far above what they take: a computer may be busy with something else.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env["CI"] !== undefined,
  reporter: [["list"]],
  projects: [
    { name: "chromium", workers: 2 },
    { name: "firefox", workers: 2 },
  ],
});
