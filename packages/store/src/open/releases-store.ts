import type { Commit } from "../operations/index.ts";
import * as operations from "../operations/index.ts";
import type { Releases } from "../port/index.ts";
import type { Read } from "./store.ts";

/** What of the releases may be asked without writing. */
export type ReleasesRead = Pick<
  Releases,
  | "marginsUploads"
  | "analysisPlans"
  | "findCandidate"
  | "listCandidates"
  | "listReleases"
  | "changedSince"
  | "findMicrodata"
  | "listMicrodata"
>;

export function readReleases(read: Read): ReleasesRead {
  return {
    marginsUploads: (wave) => read((context) => operations.marginsUploads(context, wave)),
    analysisPlans: (wave) => read((context) => operations.analysisPlans(context, wave)),
    findCandidate: (id) => read((context) => operations.findCandidate(context, id)),
    listCandidates: (wave) => read((context) => operations.listCandidates(context, wave)),
    listReleases: (wave) => read((context) => operations.listReleases(context, wave)),
    changedSince: (release) => read((context) => operations.changedSince(context, release)),
    findMicrodata: (id) => read((context) => operations.findMicrodata(context, id)),
    listMicrodata: (wave) => read((context) => operations.listMicrodata(context, wave)),
  };
}

/** From margins to releases, and the register of microdata. */
export function makeReleases(commit: Commit): Omit<Releases, keyof ReleasesRead> {
  return {
    uploadMargins: (upload) => commit("uploadMargins", upload),
    planAnalysis: (plan) => commit("planAnalysis", plan),
    beginCandidate: (candidate) => commit("beginCandidate", candidate),
    endCandidate: (outcome) => commit("endCandidate", outcome),
    signCandidate: (signature) => commit("signCandidate", signature),
    keepRelease: (release) => commit("keepRelease", release),
    beginMicrodata: (record) => commit("beginMicrodata", record),
    endMicrodata: (outcome) => commit("endMicrodata", outcome),
  };
}
