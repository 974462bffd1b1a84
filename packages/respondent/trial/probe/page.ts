import { type Draft, indexedDevice, type StorageState } from "../../src/device/index.ts";
import { finish } from "../../src/outbox/index.ts";

/** What the tests do in a page: the device as the application uses it, without the application. */
export interface Probe {
  readonly states: StorageState[];
  /** Numbers of drafts that were called saved. */
  readonly saved: number[];
  save(number: number, length: number): Promise<string>;
  newest(): Promise<number | undefined>;
  queue(count: number): Promise<number>;
  waiting(): Promise<number>;
  /** Saves one draft after another, for ever; `isHasty`: says "saved" before the transaction is complete. */
  saveOn(isHasty: boolean): void;
  /** Says "saved" before the transaction is complete. @returns whether it then was */
  saveHastily(number: number, length: number): Promise<{ readonly said: string; readonly isTrue: boolean }>;
  /** Closes the database under the application, as browsers do. */
  closeUnderneath(): void;
  /** Writes on a connection that was closed, and opens no other. @returns the name of the error */
  writeOnClosed(): Promise<string>;
}

declare global {
  var probe: Probe;
  /** Hears, outside of the page, what was called saved. */
  var heard: ((number: number) => void) | undefined;
}

const opened: IDBDatabase[] = [];
const open = indexedDB.open.bind(indexedDB);
indexedDB.open = (...place) => {
  const request = open(...place);
  request.addEventListener("success", () => opened.push(request.result));
  return request;
};

const states: StorageState[] = [];
const saved: number[] = [];
const device = indexedDevice({ onState: (state) => void states.push(state) });

function draft(number: number, length = 200): Draft {
  return {
    wave: "autumn",
    responseId: "0193a1d2-7c1e-4f6a-9b3c-5d2e8f701a2b",
    instrument: "c".repeat(64),
    consent: { notice: 1, noticeDigest: "d".repeat(64), language: "uk", time: "2026-11-21T21:00:00Z" },
    ...{ language: "uk", mode: "web", form: "short", sample: "open", stage: "pilot", channel: null },
    answers: { number, remark: "x".repeat(length) },
    page: null,
  };
}

globalThis.probe = {
  states,
  saved,
  async save(number, length) {
    try {
      await device.saveDraft(draft(number, length));
      return "saved";
    } catch (error) {
      return error instanceof Error ? error.name : String(error);
    }
  },
  async newest() {
    const number = (await device.draft("autumn"))?.answers.number;
    return typeof number === "number" ? number : undefined;
  },
  async queue(count) {
    for (let number = 0; number < count; number++) {
      const responseId = crypto.randomUUID();
      const waiting = await finish({ ...draft(number), responseId }, null, "2026-11-21T21:00:00Z");
      await device.put(waiting);
    }
    return (await device.queue()).length;
  },
  waiting: async () => (await device.queue()).length,
  saveOn(isHasty) {
    void (async () => {
      const first = ((await probe.newest()) ?? 0) + 1;
      for (let number = first; ; number++) {
        const writing = device.saveDraft(draft(number, isHasty ? 3_000_000 : 20_000));
        if (!isHasty) await writing;
        globalThis.heard?.(number);
        await writing;
      }
    })();
  },
  saveHastily: async (number, length) => ({
    said: "saved",
    isTrue: await device.saveDraft(draft(number, length)).then(
      () => true,
      () => false,
    ),
  }),
  async writeOnClosed() {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = open("tiltas");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    database.close();
    try {
      database.transaction("drafts", "readwrite");
      return "none";
    } catch (error) {
      return error instanceof Error ? error.name : String(error);
    }
  },
  closeUnderneath() {
    for (const database of opened.splice(0)) database.close();
  },
};
