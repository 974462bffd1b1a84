export { findCandidate, listCandidates } from "./candidates.ts";
export { casesOfDevice, listCases } from "./cases.ts";
export { countCodes, findCode, spendCode } from "./codes.ts";
export { findDailyCounts } from "./daily-counts.ts";
export { findDevice, findDeviceByToken, listDevices } from "./devices.ts";
export { listEnded, removeEnded } from "./ended.ts";
export { answersAt, headsPage } from "./heads.ts";
export { findInstrument, listInstruments } from "./instruments.ts";
export { acceptInvitation, findInvitation, invite } from "./invitations.ts";
export { forgetKeyMark, listKeyMarks } from "./key-marks.ts";
export { findLook } from "./last-looks.ts";
export {
  endedReleases,
  expireMicrodata,
  madeOfWave,
  removeCandidates,
  removeMicrodata,
} from "./made-of-answers.ts";
export { analysisPlans, marginsUploads } from "./margins.ts";
export { findMicrodata, listMicrodata } from "./microdata.ts";
export type {
  AccessContext,
  Context,
  Database,
  DataContext,
  Operation,
  ParadataContext,
} from "./operation.ts";
export {
  countParadata,
  forgetParadata,
  keepParadata,
  pageOfParadata,
  responsesWithParadata,
} from "./paradata.ts";
export { countPeople, findPerson, findPersonByEmail, listPeople, setDisabled } from "./people.ts";
export { findReceived } from "./receive.ts";
export { changedSince, listReleases } from "./releases.ts";
export {
  endedResumes,
  namesOfWave,
  newestArrival,
  removeEnvelopes,
  removeOfWave,
  removeReports,
  removeResponses,
  removeResumes,
  reportTimes,
  responseIdsOfWave,
} from "./removal.ts";
export {
  countResponses,
  type KeptResponse,
  keptAfter,
  keptHashes,
  lastSequence,
  pageOfWave,
} from "./responses.ts";
export { countStates, responsesToReview, reviewsOf } from "./reviews.ts";
export { keptContentHash, rowHashOf } from "./row-hash.ts";
export { endSession, extendSession, findSession, startSession } from "./sessions.ts";
export { setAsidesOf } from "./set-asides.ts";
export { findStudy, findWave, listWaves } from "./studies.ts";
export {
  countWithdrawn,
  quarantinedEnvelopes,
  rowAt,
  rowsAfter,
  type WholeRow,
  withdrawnAmong,
} from "./verification.ts";
export {
  findByReceipt,
  isWithdrawn,
  type LedgerWithdrawal,
  listWithdrawals,
  withdrawAgain,
  withoutReceipt,
} from "./withdrawals.ts";
export {
  type Argument,
  type Commit,
  operationOf,
  type Result,
  type Write,
  type WriteName,
} from "./writes.ts";
