import { ComparedTwo, ExploreFrame, ExploreTable, ExploreTrend } from "@tiltas/contract/explore";
import { MarginsCheck, type MarginsFile, MarginsShown } from "@tiltas/contract/margins";
import { MicrodataExport, type MicrodataRequest } from "@tiltas/contract/microdata";
import { ResponseQuality } from "@tiltas/contract/quality";
import { Candidate, CandidatePreview, Release, Releases, type Signature } from "@tiltas/contract/releases";
import { type PlanAsked, PlanCheck, PlanShown, type PlanWritten, Weighing } from "@tiltas/contract/weighing";
import { ask, send } from "./request.ts";

const at = (id: string | number) => encodeURIComponent(id);
const ofWave = (wave: string) => `/api/staff/waves/${at(wave)}`;
const released = (wave: string, number: number) => `${ofWave(wave)}/releases/${at(number)}`;

/** One measure over one cut; the cut's dimensions joined by ",", "" is the country. */
export interface Cut {
  readonly measure: string;
  readonly crossing: string;
}

/** From margins to released figures: what analysts read and write. */
export const figures = {
  margins: (wave: string) => ask(MarginsShown, "GET", `${ofWave(wave)}/margins`),
  checkMargins: (wave: string, file: MarginsFile) =>
    ask(MarginsCheck, "POST", `${ofWave(wave)}/margins/check`, file),
  keepMargins: (wave: string, file: MarginsFile) =>
    ask(MarginsShown, "POST", `${ofWave(wave)}/margins`, file),
  weighing: (wave: string) => ask(Weighing, "GET", `${ofWave(wave)}/weighing`),
  plan: (wave: string) => ask(PlanShown, "GET", `${ofWave(wave)}/plan`),
  checkPlan: (wave: string, plan: PlanAsked) => ask(PlanCheck, "POST", `${ofWave(wave)}/plan/check`, plan),
  writePlan: (wave: string, plan: PlanWritten) => ask(PlanShown, "POST", `${ofWave(wave)}/plan`, plan),
  quality: (wave: string) => ask(ResponseQuality, "GET", `${ofWave(wave)}/quality`),

  candidates: (wave: string) => ask(Candidate.array(), "GET", `${ofWave(wave)}/candidates`),
  prepareRelease: (wave: string) => ask(Candidate, "POST", `${ofWave(wave)}/candidates`),
  dropCandidate: (candidate: string) => send("DELETE", `/api/staff/candidates/${at(candidate)}`),
  preview: (candidate: string) =>
    ask(CandidatePreview, "GET", `/api/staff/candidates/${at(candidate)}/preview`),
  sign: (candidate: string, signature: Signature) =>
    ask(Candidate, "POST", `/api/staff/candidates/${at(candidate)}/signatures`, signature),

  newestReleases: () => ask(Releases, "GET", "/api/staff/releases"),
  releases: (wave: string) => ask(Release.array(), "GET", `${ofWave(wave)}/releases`),
  releasedWorkbook: (wave: string, number: number, language: string) =>
    `${released(wave, number)}/workbook?language=${language}`,
  sheet: (wave: string, number: number, municipality: string, language: string) =>
    `${released(wave, number)}/sheets/${at(municipality)}?language=${language}`,
  openData: (wave: string, number: number) => `${released(wave, number)}/open-data`,
  manifest: (wave: string, number: number) => `${released(wave, number)}/manifest`,

  frame: (wave: string, number: number) => ask(ExploreFrame, "GET", `${released(wave, number)}/explore`),
  cells: (wave: string, number: number, cut: Cut) =>
    ask(ExploreTable, "GET", `${released(wave, number)}/explore/cells?${searchOf({ ...cut })}`),
  trend: (wave: string, number: number, cut: Cut) =>
    ask(ExploreTrend, "GET", `${released(wave, number)}/explore/trend?${searchOf({ ...cut })}`),
  compare: (wave: string, number: number, two: Cut & { readonly one: string; readonly other: string }) =>
    ask(ComparedTwo, "GET", `${released(wave, number)}/explore/compare?${searchOf({ ...two })}`),

  microdata: (wave: string) => ask(MicrodataExport.array(), "GET", `${ofWave(wave)}/microdata`),
  exportMicrodata: (wave: string, request: MicrodataRequest) =>
    ask(MicrodataExport, "POST", `${ofWave(wave)}/microdata`, request),
  removeMicrodata: (id: string) => send("DELETE", `/api/staff/microdata/${at(id)}`),
  microdataFile: (id: string) => `/api/staff/microdata/${at(id)}/file`,
};

const searchOf = (query: Readonly<Record<string, string>>) => new URLSearchParams(query).toString();
