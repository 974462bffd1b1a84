import type { Commit } from "../operations/index.ts";
import * as operations from "../operations/index.ts";
import type { Cases, Codes, Devices, Resumes } from "../port/index.ts";
import type { Read } from "./store.ts";

/** Tablets, cases, personal codes and drafts on the move. */
export function makeFieldwork(read: Read, commit: Commit): Cases & Codes & Devices & Resumes {
  return {
    orderDevice: (device) => commit("orderDevice", device),
    pairDevice: (claim) => commit("pairDevice", claim),
    findDeviceByToken: (token) => read((context) => operations.findDeviceByToken(context, token)),
    findDevice: (id) => read((context) => operations.findDevice(context, id)),
    listDevices: () => read((context) => operations.listDevices(context)),
    reportDevice: (news) => commit("reportDevice", news),
    setRevoked: (id, revokedAt) => commit("setRevoked", { id, revokedAt }),
    async addCases(cases) {
      const [first] = cases;
      return first === undefined ? [] : commit("addCases", { wave: first.wave, cases });
    },
    listCases: (wave) => read((context) => operations.listCases(context, wave)),
    casesOfDevice: (device) => read((context) => operations.casesOfDevice(context, device)),
    assignCases: (order) => commit("assignCases", order),
    issueCodes: (codes) => commit("issueCodes", codes),
    findCode: (code) => read((context) => operations.findCode(context, code)),
    countCodes: (wave) => read((context) => operations.countCodes(context, wave)),
    keepDraft: (draft, terms) => commit("keepDraft", { draft, terms }),
    takeDraft: (claim) => commit("takeDraft", claim),
    sweepDrafts: (now) => commit("sweepDrafts", now),
  };
}
