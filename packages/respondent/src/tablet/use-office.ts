import type { Disposition } from "@tiltas/contract/devices";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Device, freeMegabytes } from "../device/index.ts";
import type { Office } from "./office.ts";
import { applicationVersion, type Readiness } from "./readiness.ts";
import { afterSync, keepRecord, newRecord, readRecord, type TabletRecord } from "./record.ts";

export type Contact = "ok" | "unreachable" | "unknown";

export interface OfficeState {
  /** null: looked for and not there, so that the tablet has to be paired; undefined: not looked yet. */
  readonly record: TabletRecord | null | undefined;
  readonly contact: Contact;
  readonly pair: (code: string) => Promise<Contact>;
  readonly settle: (id: string, outcome: Disposition) => Promise<void>;
  readonly sync: (ready: Readiness | undefined) => Promise<void>;
}

/** The tablet's list and what the office knows of it; kept on the tablet, so that it is there without network. */
export function useOffice(office: Office, device: Device, now: () => Date): OfficeState {
  const [record, setRecord] = useState<TabletRecord | null>();
  const [contact, setContact] = useState<Contact>("ok");
  const newest = useRef<TabletRecord>(undefined);
  const keep = useCallback(
    async (next: TabletRecord) => {
      newest.current = next;
      setRecord(next);
      await keepRecord(device, next);
    },
    [device],
  );
  useEffect(() => {
    void readRecord(device).then((found) => {
      newest.current ??= found;
      setRecord(newest.current ?? null);
    });
  }, [device]);

  const pair = async (code: string): Promise<Contact> => {
    const answer = await office.pair(code);
    if (answer.kind !== "ok") return answer.kind;
    const before = newest.current;
    const again = before?.paired.wave === answer.value.wave ? before : newRecord(answer.value);
    await keep({ ...again, paired: answer.value });
    setContact("ok");
    return "ok";
  };
  const settle = async (id: string, outcome: Disposition) => {
    const known = newest.current;
    if (known) await keep({ ...known, outcomes: { ...known.outcomes, [id]: outcome } });
  };
  const sync = useCallback(
    async (ready: Readiness | undefined) => {
      const known = newest.current;
      if (known === undefined) return;
      const told = known.outcomes;
      const report = await reportOf(device, told, ready);
      const answer = await office.report(known.paired.token, report);
      setContact(answer.kind);
      if (answer.kind !== "ok") return;
      await keep(afterSync(newest.current ?? known, answer.value.cases, told, now()));
    },
    [device, office, keep, now],
  );
  return { record, contact, pair, settle, sync };
}

async function reportOf(device: Device, told: TabletRecord["outcomes"], ready: Readiness | undefined) {
  return {
    ...(await device.counts()),
    languages: [...(ready?.languages ?? [])],
    instruments: [...(ready?.instruments ?? [])],
    application: applicationVersion(),
    freeMegabytes: await freeMegabytes(),
    dispositions: Object.entries(told).map(([id, disposition]) => ({ case: id, disposition })),
  };
}
