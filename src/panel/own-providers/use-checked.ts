import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type CheckedDocuments, checkDocuments } from "../../catalogue/check-documents.ts";
import type { Provider } from "../../catalogue/provider.ts";
import { openWorker, type OpenWorker } from "../loading/worker.ts";
import type { CheckOrder } from "./check-worker.ts";

/** A text and what is wrong with it. */
export type Checked = CheckedDocuments & {
  /** It is still being checked: the messages are those of an earlier text, or none. */
  readonly isPending: boolean;
};

/** Shorter texts are checked between two keystrokes, which the largest document that ships is, too. */
export const CHECKED_AT_ONCE = 60_000;

type Answer = { readonly serial: number; readonly checked: CheckedDocuments };

/** Checks the text whenever it is another, long ones in a worker. While it is busy, only the newest text waits for it. */
export function useChecked(source: string, shipped: readonly Provider[]): Checked {
  const isShort = source.length <= CHECKED_AT_ONCE;
  const atOnce = useMemo(() => (isShort ? checkDocuments(source, shipped) : undefined), [source, shipped]);
  const [last, setLast] = useState<{ readonly of: string; readonly checked: CheckedDocuments }>();
  const checker = useRef<Checker | undefined>(undefined);
  useEffect(() => () => checker.current?.end(), []);
  useEffect(() => {
    if (isShort) return;
    checker.current ??= startChecker(shipped, (of, checked) => setLast({ of, checked }));
    checker.current.check(source);
  }, [source, shipped]);
  if (atOnce !== undefined) return { ...atOnce, isPending: false };
  const { messages, providers } = last?.checked ?? NOTHING;
  return { messages, providers, isPending: last?.of !== source };
}

const NOTHING: CheckedDocuments = { providers: [], messages: [] };

type Checker = { readonly check: (source: string) => void; readonly end: () => void };

function startChecker(
  shipped: readonly Provider[],
  onChecked: (source: string, checked: CheckedDocuments) => void,
): Checker {
  let worker: OpenWorker<CheckOrder> | undefined;
  let serial = 0;
  let busyWith: string | undefined;
  let waiting: string | undefined;
  const next = (): void => {
    busyWith = waiting;
    waiting = undefined;
    if (busyWith === undefined) return;
    serial += 1;
    if (worker === undefined) later(busyWith);
    else worker.send({ kind: "check", serial, source: busyWith });
  };
  const done = (checked: CheckedDocuments): void => {
    if (busyWith !== undefined) onChecked(busyWith, checked);
    next();
  };
  /** Without a worker the page checks, but not while keys are pressed. */
  const later = (source: string): void => void setTimeout(() => done(checkDocuments(source, shipped)), 300);
  worker = openWorker<CheckOrder, Answer>(
    () => new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" }),
    {
      onAnswer: (answer) => {
        if (answer.serial === serial) done(answer.checked);
        return "done";
      },
      onFailure: () => {
        worker = undefined;
        if (busyWith !== undefined) later(busyWith);
      },
    },
  );
  worker?.send({ kind: "shipped", shipped });
  return {
    check: (source) => {
      waiting = source;
      if (busyWith === undefined) next();
    },
    end: () => {
      worker?.end();
      waiting = undefined;
    },
  };
}
