import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { DeviceNews, DeviceRecord, NewDevice } from "../port/index.ts";
import type { DataTables } from "../tables/index.ts";
import { worksOn } from "./cases.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";
import { studyOf } from "./studies.ts";

export function* orderDevice(context: DataContext, device: NewDevice): Operation<void> {
  const study = yield* studyOf(context, device.wave);
  yield* rowsOf(context.db.insert(context.tables.devices).values({ ...device, study }));
}

/** Claims the code by one update, so that of two at once one finds it used. */
export function* pairDevice(
  { db, tables: { devices } }: DataContext,
  { pairing, token, now }: { pairing: string; token: string; now: Date },
): Operation<DeviceRecord | undefined> {
  const [paired] = yield* rowsOf(
    db
      .update(devices)
      .set({ pairing: null, token, pairedAt: now })
      .where(and(eq(devices.pairing, pairing), gt(devices.pairingUntil, now), isNull(devices.revokedAt)))
      .returning(shown(devices)),
  );
  return paired;
}

export function* findDeviceByToken(
  { db, tables: { devices } }: DataContext,
  token: string,
): Operation<DeviceRecord | undefined> {
  const [device] = yield* rowsOf(db.select(shown(devices)).from(devices).where(eq(devices.token, token)));
  return device;
}

export function* findDevice(
  { db, tables: { devices } }: DataContext,
  id: string,
): Operation<DeviceRecord | undefined> {
  const [device] = yield* rowsOf(db.select(shown(devices)).from(devices).where(eq(devices.id, id)));
  return device;
}

export function* listDevices({ db, tables: { devices } }: DataContext): Operation<readonly DeviceRecord[]> {
  return yield* rowsOf(db.select(shown(devices)).from(devices).orderBy(asc(devices.label), asc(devices.id)));
}

export function* reportDevice(context: DataContext, news: DeviceNews): Operation<void> {
  const { db, tables } = context;
  const { devices, cases } = tables;
  const { id, lastSeen, report, dispositions } = news;
  const [device] = yield* rowsOf(
    db.update(devices).set({ lastSeen, report }).where(eq(devices.id, id)).returning(shown(devices)),
  );
  if (!device) return;
  for (const { case: reported, disposition } of dispositions)
    yield* rowsOf(
      db
        .update(cases)
        .set({ disposition })
        .where(and(eq(cases.id, reported), worksOn(cases, device))),
    );
}

export function* setRevoked(
  { db, tables: { devices } }: DataContext,
  { id, revokedAt }: { id: string; revokedAt: Date | null },
): Operation<void> {
  yield* rowsOf(db.update(devices).set({ revokedAt }).where(eq(devices.id, id)));
  if (revokedAt) yield* rowsOf(db.update(devices).set({ pairing: null }).where(eq(devices.id, id)));
}

function shown({ id, wave, label, purpose, municipality, orderedBy, ...rest }: DataTables["devices"]) {
  const { pairingUntil, pairedAt, lastSeen, revokedAt, report } = rest;
  const ordered = { id, wave, label, purpose, municipality, orderedBy, pairingUntil };
  return { ...ordered, pairedAt, lastSeen, revokedAt, report };
}
