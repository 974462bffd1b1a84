import type {
  CaseList,
  DeviceOrder,
  DeviceReport,
  DeviceSummary,
  Paired,
  PairingOffer,
} from "@tiltas/contract/devices";
import { DeviceReport as Report } from "@tiltas/contract/devices";
import { Refusal } from "@tiltas/contract/problems";
import type { DeviceRecord, PersonRecord, Store } from "@tiltas/store/port";
import type { z } from "zod";
import { worksIn } from "../access/scope.ts";
import type { KeyedHash } from "../codes/keyed-hash.ts";
import { newCode, newDeviceToken } from "../codes/new-codes.ts";
import { refusePlace } from "../codes/places.ts";
import type { Waves } from "../fieldwork/waves.ts";
import { shownCase } from "./cases.ts";

/** How long a pairing code works, milliseconds. */
export const pairingLife = 60 * 60_000;

export interface DevicesNeeds {
  readonly store: Pick<
    Store,
    | "orderDevice"
    | "pairDevice"
    | "findDeviceByToken"
    | "findDevice"
    | "listDevices"
    | "reportDevice"
    | "setRevoked"
    | "casesOfDevice"
  >;
  readonly waves: Pick<Waves, "existing">;
  readonly hash: KeyedHash;
  /** Two-digit codes that exist. */
  readonly places: ReadonlySet<string>;
  readonly clock: () => Date;
  readonly newId: () => string;
}

export interface Devices {
  order(person: PersonRecord, order: z.infer<typeof DeviceOrder>): Promise<z.infer<typeof PairingOffer>>;
  /** A code that was used, is too old or never was: undefined. */
  pair(code: string): Promise<Paired | undefined>;
  /** The paired tablet that holds this token. @throws device-unknown, for a revoked one too */
  known(token: string): Promise<DeviceRecord>;
  cases(device: DeviceRecord): Promise<z.infer<typeof CaseList>>;
  report(device: DeviceRecord, report: DeviceReport): Promise<z.infer<typeof CaseList>>;
  list(person: PersonRecord): Promise<DeviceSummary[]>;
  setRevoked(person: PersonRecord, id: string, revoked: boolean): Promise<DeviceSummary>;
}

export function createDevices(needs: DevicesNeeds): Devices {
  const { store, waves, hash, places, clock, newId } = needs;
  const cases = async (device: DeviceRecord) => ({
    wave: device.wave,
    cases: (await store.casesOfDevice(device)).map(shownCase),
  });
  return {
    async order(person, { label, purpose, wave, municipality }) {
      await waves.existing(wave);
      refusePlace(person, municipality, places);
      const code = newCode();
      const pairingUntil = new Date(clock().getTime() + pairingLife);
      const pairing = hash("pairing", code);
      const ordered = { id: newId(), wave, label, purpose, municipality, orderedBy: person.id };
      await store.orderDevice({ ...ordered, pairing, pairingUntil });
      return { code, expiresAt: pairingUntil.toISOString() };
    },
    async pair(code) {
      const token = newDeviceToken();
      const claim = { pairing: hash("pairing", code), token: hash("token", token), now: clock() };
      const device = await store.pairDevice(claim);
      if (!device) return undefined;
      const { id, label, purpose, wave, municipality } = device;
      return { device: id, token, label, purpose, wave, municipality };
    },
    async known(token) {
      const device = await store.findDeviceByToken(hash("token", token));
      if (!device || device.revokedAt) throw unknownDevice();
      return device;
    },
    cases,
    async report(device, { dispositions, ...stand }) {
      const lastSeen = hourOf(clock());
      await store.reportDevice({ id: device.id, lastSeen, report: JSON.stringify(stand), dispositions });
      return cases(device);
    },
    list: async (person) =>
      (await store.listDevices()).filter(({ municipality }) => worksIn(person, municipality)).map(summary),
    async setRevoked(person, id, revoked) {
      const device = await store.findDevice(id);
      if (!device || !worksIn(person, device.municipality)) throw noDevice();
      const revokedAt = revoked ? clock() : null;
      await store.setRevoked(id, revokedAt);
      return summary({ ...device, revokedAt });
    },
  };
}

/** Kept no finer: the minutes of tablets would tell when each person sat beside one. */
function hourOf(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 3_600_000) * 3_600_000);
}

function summary(device: DeviceRecord): DeviceSummary {
  const { id, label, purpose, wave, municipality, pairedAt, pairingUntil, lastSeen, revokedAt } = device;
  return {
    id,
    label,
    purpose,
    wave,
    municipality,
    pairedAt: pairedAt?.toISOString() ?? null,
    pairingUntil: pairingUntil.toISOString(),
    lastSeen: lastSeen?.toISOString() ?? null,
    revoked: revokedAt !== null,
    report:
      device.report === null ? null : Report.omit({ dispositions: true }).parse(JSON.parse(device.report)),
  };
}

export const unknownDevice = () =>
  new Refusal(
    "device-unknown",
    "This tablet is not paired with this server, or its pairing was revoked. What it holds stays on it; ask the office.",
  );
const noDevice = () => new Refusal("not-found", "There is no tablet with this identity.");
