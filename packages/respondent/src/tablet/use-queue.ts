import { useCallback, useEffect, useRef, useState } from "react";
import type { Device } from "../device/index.ts";
import {
  type Collector,
  deliveringAlone,
  keepDelivering,
  type LiveQueue,
  type Outbox,
  type QueueState,
  sendParadata,
  type Waiting,
} from "../outbox/index.ts";

export interface TabletQueue {
  readonly queue: readonly Waiting[];
  readonly state: QueueState | undefined;
  readonly open: number;
  readonly kept: number;
  readonly sendNow: () => void;
  /** Counts again, as after an interview. */
  readonly look: () => void;
}

const lookForOutlivedMilliseconds = 3_600_000;

/**
 * Delivers whatever waits as long as the tablet's page is open, and counts what is here.
 *
 * @param keepsCopies  for seven days after the receipt; undefined as long as it is not known what the tablet is for
 */
export function useQueue(
  device: Device,
  collector: Collector,
  random: () => number,
  now: () => Date,
  keepsCopies: boolean | undefined,
): TabletQueue {
  const [state, setState] = useState<QueueState>();
  const [queue, setQueue] = useState<readonly Waiting[]>([]);
  const [counts, setCounts] = useState({ open: 0, kept: 0 });
  const live = useRef<LiveQueue>(undefined);
  const count = useCallback(() => void device.counts().then(setCounts, () => undefined), [device]);
  const look = useCallback(() => {
    device.queue().then(setQueue, () => undefined);
    count();
  }, [device, count]);
  useEffect(look, [look]);
  useLettingGo(device, count);
  useEffect(() => {
    if (keepsCopies === undefined) return;
    live.current = keepDelivering(
      {
        ...{ outbox: keepsCopies ? device : withoutCopies(device), collector, random, now },
        alone: deliveringAlone,
        onState(next) {
          setState(next);
          setQueue("waiting" in next ? next.waiting : []);
          if (next.kind === "empty") void sendParadata(device, (...request) => fetch(...request), false);
          count();
        },
        onDecision: count,
      },
      window,
    );
    return () => live.current?.stop();
  }, [device, collector, random, now, count, keepsCopies]);
  return { queue, state, ...counts, look, sendNow: () => live.current?.sendNow() };
}

/** What was kept for its seven days goes then, also from a page that stays open. */
function useLettingGo(device: Device, count: () => void): void {
  useEffect(() => {
    const letGo = () => void device.removeOutlived().then(count, () => undefined);
    letGo();
    const hourly = setInterval(letGo, lookForOutlivedMilliseconds);
    return () => clearInterval(hourly);
  }, [device, count]);
}

/** On a kiosk nothing stays after the receipt, whoever has opened the tablet's page there. */
function withoutCopies(device: Device): Outbox {
  return { ...device, release: (waiting) => device.release(waiting, false) };
}
