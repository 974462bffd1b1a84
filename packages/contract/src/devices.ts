import { z } from "zod";
import { PersonalCode } from "./codes.ts";
import { Language } from "./responses.ts";

const Municipality = z.string().regex(/^\d{2}$/);

/** What a paired tablet is for: an interviewer's hands, or a desk in an office where people answer alone. */
export const DevicePurpose = z.enum(["interviewer", "kiosk"]);

/** `POST /api/staff/devices`: a tablet to be paired; the code is shown once and works once, within an hour. */
export const DeviceOrder = z.strictObject({
  label: z.string().trim().min(1).max(80),
  purpose: DevicePurpose,
  wave: z.string(),
  municipality: Municipality.nullable(),
});
export const PairingOffer = z.strictObject({ code: PersonalCode, expiresAt: z.iso.datetime() });

/** `POST /api/devices`: the tablet shows its code and is given its token (130 bits), which it keeps sealed. */
export const Pairing = z.strictObject({ code: PersonalCode });
export const Paired = z.strictObject({
  device: z.uuid(),
  token: z.string().regex(/^[A-Z2-7]{26}$/),
  label: z.string(),
  purpose: DevicePurpose,
  wave: z.string(),
  municipality: Municipality.nullable(),
});
export type Paired = z.infer<typeof Paired>;

/** Final dispositions of a case on a tablet (AAPOR Standard Definitions, in-person). */
export const Disposition = z.enum([
  "open",
  "complete",
  "partial",
  "refusal",
  "non-contact",
  "other-language",
  "unable",
  "not-eligible",
]);
export type Disposition = z.infer<typeof Disposition>;

/** One person or address to be interviewed; no name ever. */
export const Case = z.strictObject({
  id: z.uuid(),
  /** Number on the interviewer's list, such as "J-014". */
  number: z.string().regex(/^[\p{L}\d-]{1,20}$/u),
  municipality: Municipality.nullable(),
  language: Language.nullable(),
  disposition: Disposition,
});
export type Case = z.infer<typeof Case>;

/** `GET /api/device/cases`, with `Authorization: Bearer <token>`. */
export const CaseList = z.strictObject({ wave: z.string(), cases: z.array(Case) });

/** `POST /api/device/report`: how the tablet stands; answered with the cases as the office has them. */
export const DeviceReport = z.strictObject({
  /** Interviews begun and not finished, finished and not delivered, delivered and still kept sealed. */
  open: z.int().min(0),
  waiting: z.int().min(0),
  kept: z.int().min(0),
  /** Languages that can be asked without network, and digests of the instruments that are on the device. */
  languages: z.array(Language),
  instruments: z.array(z.string()),
  application: z.string().max(64),
  freeMegabytes: z.int().min(0).nullable(),
  /** Changes since the last report. */
  dispositions: z.array(z.strictObject({ case: z.uuid(), disposition: Disposition })).max(500),
});
export type DeviceReport = z.infer<typeof DeviceReport>;

/** A row of `GET /api/staff/devices`. */
export const DeviceSummary = z.strictObject({
  id: z.uuid(),
  label: z.string(),
  purpose: DevicePurpose,
  wave: z.string(),
  municipality: Municipality.nullable(),
  /** null while the code waits to be typed on the tablet. */
  pairedAt: z.iso.datetime().nullable(),
  pairingUntil: z.iso.datetime(),
  /** Hour of the last contact; null when the tablet was never heard of again. */
  lastSeen: z.iso.datetime().nullable(),
  revoked: z.boolean(),
  report: DeviceReport.omit({ dispositions: true }).nullable(),
});
export type DeviceSummary = z.infer<typeof DeviceSummary>;

/** `POST /api/staff/waves/:wave/cases`: new cases, for one tablet or for all of the municipality. */
export const CaseOrder = z.strictObject({
  device: z.uuid().nullable(),
  cases: z
    .array(Case.pick({ number: true, municipality: true, language: true }))
    .min(1)
    .max(2_000),
});

/** A case as the office sees it: with the tablet that works on it. */
export const StaffCase = Case.extend({ device: z.uuid().nullable() });
export type StaffCase = z.infer<typeof StaffCase>;

/** `POST /api/staff/waves/:wave/cases/assign`: who works on these; null gives them to every tablet of their place. */
export const CaseAssignment = z.strictObject({
  cases: z.array(z.uuid()).min(1).max(2_000),
  device: z.uuid().nullable(),
});
