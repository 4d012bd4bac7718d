import { defineConfig } from "playwright/test";

// Playwright shows DevTools as a page only if this is set before it connects; workers inherit it.
process.env["PW_CHROMIUM_ATTACH_TO_OTHER"] = "1";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../artifacts/e2e",
  // A picture that is not there is a failure, and never made by the way.
  snapshotPathTemplate: "{testDir}/pictures/{arg}{ext}",
  updateSnapshots: "none",
  // The two browsers run side by side; within one, tests share the browser one after the other.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  // Slow tests, bounded elsewhere: `FAULTLINE_LONG=1 npm run e2e` also runs them.
  ...(process.env["FAULTLINE_LONG"] === undefined ? { grepInvert: /@long/ } : {}),
  // Far above what they take: a computer may be busy with something else.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env["CI"] !== undefined,
  reporter: [["list"]],
  projects: [
    { name: "chromium", workers: 1 },
    { name: "firefox", workers: 1 },
  ],
});
