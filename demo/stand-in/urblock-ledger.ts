/** Transactions and idempotency keys of one stand-in. A transaction's state is read off the clock. */
export type Transaction = { readonly id: string; readonly createdAt: number; readonly fails: boolean };
export type TransactionStatus = "pending" | "submitted" | "confirmed" | "failed";

export type Ledger = {
  /**
   * Books a write. The same key with the same body gives the first transaction again, with another body "conflict".
   * `key` is "" where the write has none.
   */
  readonly book: (
    key: string,
    body: string,
    fails: boolean,
    now: number,
  ) => { readonly transaction: Transaction; readonly repeated: boolean } | "conflict";
  readonly find: (id: string) => Transaction | undefined;
  readonly list: () => readonly Transaction[];
  readonly status: (transaction: Transaction, now: number) => TransactionStatus;
  readonly clear: () => void;
};

const SUBMITTED_AFTER_MS = 500;

/** A ledger whose transactions settle after `settleSeconds`. */
export function createLedger(settleSeconds: number): Ledger {
  const transactions = new Map<string, Transaction>();
  const keys = new Map<string, { readonly body: string; readonly transaction: Transaction }>();
  return {
    book(key, body, fails, now) {
      const known = keys.get(key);
      if (known !== undefined)
        return known.body === body ? { transaction: known.transaction, repeated: true } : "conflict";
      const transaction = { id: `tx_demo${String(transactions.size + 1).padStart(4, "0")}`, createdAt: now, fails };
      transactions.set(transaction.id, transaction);
      if (key !== "") keys.set(key, { body, transaction });
      return { transaction, repeated: false };
    },
    find: (id) => transactions.get(id),
    list: () => [...transactions.values()].toReversed(),
    status(transaction, now) {
      const age = now - transaction.createdAt;
      if (age >= settleSeconds * 1000) return transaction.fails ? "failed" : "confirmed";
      return age < SUBMITTED_AFTER_MS ? "pending" : "submitted";
    },
    clear() {
      transactions.clear();
      keys.clear();
    },
  };
}
