import { afterAll, vi } from "vitest";

// A panel loads parts of itself behind its first rows. An import that is still under way when its file ends fails, and
// with it the next file of the same process that asks for the same part.
afterAll(() => vi.dynamicImportSettled());
