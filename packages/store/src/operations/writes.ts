import { beginCandidate, endCandidate, signCandidate } from "./candidates.ts";
import { addCases, assignCases } from "./cases.ts";
import { issueCodes } from "./codes.ts";
import { makeDailyCounts } from "./daily-counts.ts";
import { orderDevice, pairDevice, reportDevice, setRevoked } from "./devices.ts";
import { publishInstrument } from "./instruments.ts";
import { markKey } from "./key-marks.ts";
import { keepLook } from "./last-looks.ts";
import { planAnalysis, uploadMargins } from "./margins.ts";
import { beginMicrodata, endMicrodata } from "./microdata.ts";
import type { DataContext, Operation } from "./operation.ts";
import { receive } from "./receive.ts";
import { keepRelease } from "./releases.ts";
import { quarantine } from "./responses.ts";
import { keepDraft, sweepDrafts, takeDraft } from "./resumes.ts";
import { review } from "./reviews.ts";
import { liftSetAside, setAside } from "./set-asides.ts";
import { saveStudy, saveWave } from "./studies.ts";
import { fillReceipts, withdraw } from "./withdrawals.ts";

/** Everything that changes the data, by the name under which the writer is asked for it. */
const writes = {
  receive,
  withdraw,
  fillReceipts,
  quarantine,
  publishInstrument,
  saveStudy,
  saveWave,
  makeDailyCounts,
  addCases,
  assignCases,
  issueCodes,
  orderDevice,
  pairDevice,
  reportDevice,
  setRevoked,
  keepDraft,
  takeDraft,
  sweepDrafts,
  review,
  keepLook,
  markKey,
  setAside,
  liftSetAside,
  uploadMargins,
  planAnalysis,
  beginCandidate,
  endCandidate,
  signCandidate,
  keepRelease,
  beginMicrodata,
  endMicrodata,
};

type Writes = typeof writes;
export type WriteName = keyof Writes;
export type Argument<Name extends WriteName> = Parameters<Writes[Name]>[1];
export type Result<Name extends WriteName> = ReturnType<Writes[Name]> extends Operation<infer R> ? R : never;

/** One write as it is asked for. */
export type Write = {
  [Name in WriteName]: { readonly name: Name; readonly argument: Argument<Name> };
}[WriteName];

/** Resolves only when the write is on disk. */
export type Commit = <Name extends WriteName>(name: Name, argument: Argument<Name>) => Promise<Result<Name>>;

/** The operation a write asks for. */
export function operationOf(context: DataContext, { name, argument }: Write): Operation<unknown> {
  const operation = writes[name] as (context: DataContext, argument: unknown) => Operation<unknown>;
  return operation(context, argument);
}
