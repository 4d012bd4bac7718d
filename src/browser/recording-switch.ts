import type { EpochMs } from "../exchange/exchange.ts";

/** By how much an event may come after the end of its request; Firefox takes about 150 ms, more when it is busy. */
const LATE_MS = 5000;

/** Recording, or paused. */
export type RecordingSwitch = {
  readonly isOn: () => boolean;
  readonly set: (isOn: boolean, at: EpochMs) => void;
  /** Whether a request that ended at `endedAt` is to be recorded, reported at `at`. */
  readonly takes: (endedAt: EpochMs, at: EpochMs) => boolean;
};

/**
 * Switched on. A request counts as paused by its end time, not by when it is reported: Firefox
 * reports it about 150 ms later.
 */
export function createRecordingSwitch(): RecordingSwitch {
  let isOn = true;
  let pausedAt: EpochMs = 0;
  let resumedAt: EpochMs = 0;
  return {
    isOn: () => isOn,
    set: (next, at) => {
      if (isOn && !next) pausedAt = at;
      if (!isOn && next) resumedAt = at;
      isOn = next;
    },
    takes: (endedAt, at) => {
      const switchedAt = isOn ? resumedAt : pausedAt;
      const isOfBefore = endedAt < switchedAt && isShortlyAfter(switchedAt, at);
      return isOn !== isOfBefore;
    },
  };
}

/** Also false if the clock was set back since: then no two instants can be compared. */
function isShortlyAfter(switchedAt: EpochMs, at: EpochMs): boolean {
  return at >= switchedAt && at - switchedAt < LATE_MS;
}
