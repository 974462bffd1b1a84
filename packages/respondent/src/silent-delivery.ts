import { useEffect } from "react";
import type { Device } from "./device/index.ts";
import { deliveringAlone, keepDelivering, type Outbox, type Waiting } from "./outbox/index.ts";
import type { Tools } from "./tools.ts";

/** What another person has left here to be sent, on a device that is not theirs: nothing about it is anybody's screen. */
export function isSomebodyElses({ message, afterwards }: Waiting): boolean {
  return "sealed" in message && afterwards === undefined;
}

/** Sends behind the screen what others have left on this device. */
export function useSilentDelivery({ device, collector, random, now }: Tools): void {
  useEffect(() => {
    const tools = { outbox: ofOthers(device), collector, random, now, alone: deliveringAlone };
    const live = keepDelivering(tools, window);
    return live.stop;
  }, [device, collector, random, now]);
}

function ofOthers(device: Device): Outbox {
  return {
    waiting: (wave) => device.waiting(wave),
    queue: async () => (await device.queue()).filter(isSomebodyElses),
    holds: (waiting) => device.holds(waiting),
    put: (waiting) => device.put(waiting),
    release: (waiting, isDelivered) => device.release(waiting, isDelivered),
  };
}
