import type { Device } from "./device/index.ts";
import { deliveringAlone, keepDelivering, type Outbox, type Waiting } from "./outbox/index.ts";
import type { Tools } from "./tools.ts";

/** What another person has left here to be sent, on a device that is not theirs: nothing about it is anybody's screen. */
export function isSomebodyElses({ message, afterwards }: Waiting): boolean {
  return "sealed" in message && afterwards === undefined;
}

/** Sends behind every screen what others have left on this device, as long as the page is open. */
export function deliverSilently({ device, collector, random, now }: Tools): void {
  keepDelivering({ outbox: ofOthers(device), collector, random, now, alone: deliveringAlone }, window);
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
