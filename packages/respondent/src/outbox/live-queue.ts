import { restlessPause } from "./pause.ts";
import { drain, type QueueTools } from "./queue.ts";

/** A queue that delivers whenever it can, as long as the page is open. */
export interface LiveQueue {
  /** Ends the current wait: the person pressed "Send now", the network is back, or something new waits. */
  sendNow(): void;
  stop(): void;
}

const lookAgainMilliseconds = 5 * 60_000;

/**
 * Delivers now, when the network returns, when told to, and every five minutes.
 *
 * @param network  where the browser says "online": the window
 */
export function keepDelivering(
  tools: Omit<QueueTools, "pause" | "stopped">,
  network: Pick<EventTarget, "addEventListener" | "removeEventListener">,
): LiveQueue {
  const pause = restlessPause();
  const page = { isLeft: false };
  network.addEventListener("online", pause.end);

  async function run(): Promise<void> {
    while (!page.isLeft) {
      await drainQuietly();
      if (!page.isLeft) await pause.begin(lookAgainMilliseconds);
    }
  }
  /** A device that cannot read its own queue says so elsewhere; here it only means: look again later. */
  async function drainQuietly(): Promise<void> {
    await drain({ ...tools, pause: pause.begin, stopped: () => page.isLeft }).catch(() => undefined);
  }
  void run();
  return {
    sendNow: pause.end,
    stop() {
      page.isLeft = true;
      pause.end();
      network.removeEventListener("online", pause.end);
    },
  };
}
