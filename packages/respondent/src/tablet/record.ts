import { Case, Disposition, Paired } from "@tiltas/contract/devices";
import { z } from "zod";
import type { Device } from "../device/index.ts";

/** What a paired tablet knows between two visits, beside the interviews. */
const TabletRecord = z.strictObject({
  paired: Paired,
  cases: z.array(Case),
  /** Outcomes that the office has not heard of yet, by case. */
  outcomes: z.record(z.string(), Disposition),
  /** When the office was last reached. */
  lastSync: z.iso.datetime().nullable(),
});
export type TabletRecord = z.infer<typeof TabletRecord>;

const name = "tablet";

/** undefined where this tablet was never paired, or its record cannot be read. */
export async function readRecord(device: Device): Promise<TabletRecord | undefined> {
  return TabletRecord.safeParse(await device.setting(name).catch(() => undefined)).data;
}

export function keepRecord(device: Device, record: TabletRecord): Promise<void> {
  return device.keepSetting(name, record);
}

/** A tablet that has just been paired: its list comes with the first contact. */
export function newRecord(paired: Paired): TabletRecord {
  return { paired, cases: [], outcomes: {}, lastSync: null };
}

/** The outcome of a case as this tablet knows it: its own word is newer than the office's. */
export function outcomeOf({ outcomes }: TabletRecord, { id, disposition }: Case): Disposition {
  return outcomes[id] ?? disposition;
}

/** After the office has answered: its list, and what was said meanwhile still to be told. */
export function afterSync(
  record: TabletRecord,
  cases: readonly Case[],
  told: TabletRecord["outcomes"],
  now: Date,
): TabletRecord {
  const untold = Object.entries(record.outcomes).filter(([id, outcome]) => told[id] !== outcome);
  return {
    ...record,
    cases: [...cases],
    outcomes: Object.fromEntries(untold),
    lastSync: now.toISOString(),
  };
}
