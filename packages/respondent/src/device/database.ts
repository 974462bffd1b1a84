import { ResponseUpload } from "@tiltas/contract/responses";
import { Dexie, type Table } from "dexie";
import { isProblemCode, type Waiting } from "../outbox/index.ts";
import type { Device } from "./device.ts";
import { Draft } from "./draft.ts";

interface WaitingRow {
  readonly wave: string;
  readonly upload: unknown;
  readonly setAside?: string;
}
const name = "tiltas";
const patienceMilliseconds = 2000;

class Database extends Dexie {
  readonly drafts: Table<Draft, string>;
  readonly outbox: Table<WaitingRow, string>;
  constructor() {
    super(name, { chromeTransactionDurability: "strict" });
    this.version(1).stores({ drafts: "wave", outbox: "wave" });
    this.drafts = this.table("drafts");
    this.outbox = this.table("outbox");
  }
}

/** Keeps drafts and the outbox in IndexedDB. Writing resolves on the transaction's `complete`, with strict durability. */
export function indexedDevice(): Device {
  let opened: Database | undefined;
  const database = () => {
    opened ??= new Database();
    return opened;
  };
  /** Looking must not create anything: before consent nothing is stored. */
  const exists = async () => opened !== undefined || (await Dexie.exists(name));
  /** Another tab may still have the empty shell open: it lets go of it soon, and nobody waits for that. */
  async function deleteDatabase(): Promise<void> {
    const deleted = database().delete();
    opened = undefined;
    await Promise.race([deleted, new Promise((resolve) => setTimeout(resolve, patienceMilliseconds))]);
  }
  return {
    async draft(wave) {
      if (!(await exists())) return undefined;
      return Draft.safeParse(await database().drafts.get(wave)).data;
    },
    async saveDraft(draft) {
      const { drafts } = database();
      await database().transaction("rw", drafts, () => drafts.put(draft));
    },
    async waiting(wave) {
      if (!(await exists())) return undefined;
      return readWaiting(await database().outbox.get(wave));
    },
    async put(waiting) {
      const { outbox } = database();
      await database().transaction("rw", outbox, () => outbox.put(rowOf(waiting)));
    },
    async handOver(waiting) {
      const { drafts, outbox } = database();
      await database().transaction("rw", drafts, outbox, async () => {
        await outbox.put(rowOf(waiting));
        await drafts.delete(waiting.upload.wave);
      });
    },
    async forget(wave) {
      await forgetWave(database(), wave);
      if (await isEmpty(database())) await deleteDatabase();
    },
  };
}

async function forgetWave(database: Database, wave: string): Promise<void> {
  const { drafts, outbox } = database;
  await database.transaction("rw", drafts, outbox, async () => {
    await drafts.delete(wave);
    await outbox.delete(wave);
  });
}

async function isEmpty({ drafts, outbox }: Database): Promise<boolean> {
  return (await drafts.count()) + (await outbox.count()) === 0;
}

function rowOf({ upload, setAside }: Waiting): WaitingRow {
  return { wave: upload.wave, upload, ...(setAside === undefined ? {} : { setAside }) };
}

function readWaiting(row: WaitingRow | undefined): Waiting | undefined {
  const upload = ResponseUpload.safeParse(row?.upload).data;
  if (row === undefined || upload === undefined) return undefined;
  const { setAside } = row;
  return setAside !== undefined && isProblemCode(setAside) ? { upload, setAside } : { upload };
}
