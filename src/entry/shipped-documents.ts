import type { ShippedDocument } from "../catalogue/assembled.ts";
import { assembled } from "../catalogue/assembled.ts";
import { GENERIC_PROVIDER } from "../catalogue/generic-provider.ts";
import type { Provider } from "../catalogue/provider.ts";

/** The documents that ship, each an outline until it is asked for. */
export type ShippedDocuments = {
  readonly current: () => readonly Provider[];
  /** Ids of those that are outlines so far. */
  readonly pending: () => ReadonlySet<string>;
  /** Loads a document and those it builds on. Resolves in any case; one that cannot be loaded stays an outline. */
  readonly load: (id: string) => Promise<void>;
  readonly loadAll: () => Promise<void>;
};

/**
 * Documents in files of their own. `outlines` are whole documents without what explains, `files` loads the written ones by
 * id, and `onChange` is called when all that was asked for so far is there.
 */
export function createShippedDocuments(
  outlines: readonly Provider[],
  files: ReadonlyMap<string, () => Promise<ShippedDocument>>,
  onChange: () => void,
): ShippedDocuments {
  const written = new Map<string, ShippedDocument>();
  const asked = new Map<string, Promise<void>>();
  let current: readonly Provider[] = [...outlines, GENERIC_PROVIDER];
  let pending: ReadonlySet<string> = new Set(outlines.map(({ id }) => id));
  let underWay = 0;

  const renew = (): void => {
    const whole = new Map(assembled([...written.values()].filter(hasBases)).map((document) => [document.id, document]));
    current = [...outlines.map((outline) => whole.get(outline.id) ?? outline), GENERIC_PROVIDER];
    pending = new Set(outlines.map(({ id }) => id).filter((id) => !whole.has(id)));
    onChange();
  };
  const hasBases = (document: ShippedDocument): boolean => {
    if (!("extends" in document)) return true;
    const base = written.get(document.extends);
    return base !== undefined && hasBases(base);
  };
  const fetchOne = async (id: string): Promise<void> => {
    underWay += 1;
    try {
      const document = await files.get(id)?.();
      if (document !== undefined) {
        written.set(id, document);
        if ("extends" in document) await load(document.extends);
      }
    } catch {
      // The extension was updated under the open panel: the outline stays, and HTTP itself explains the status.
    } finally {
      underWay -= 1;
      if (underWay === 0) renew();
    }
  };
  const load = (id: string): Promise<void> => {
    const started = asked.get(id) ?? fetchOne(id);
    asked.set(id, started);
    return started;
  };
  return {
    current: () => current,
    pending: () => pending,
    load,
    loadAll: async () => void (await Promise.all([...files.keys()].map(load))),
  };
}
