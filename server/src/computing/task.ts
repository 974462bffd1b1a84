import type { MarginsCheck } from "@tiltas/contract/margins";
import type { CandidatePreview, CandidateStep } from "@tiltas/contract/releases";
import type { PlanCheck } from "@tiltas/contract/weighing";
import type { Place } from "@tiltas/store/open";

/** Whether a margins file can be used for a wave. */
export interface CheckMargins {
  readonly kind: "check-margins";
  readonly place: Place;
  readonly wave: string;
  readonly csv: string;
}

/** Whether parts of an analysis plan can be used; null keeps the standard. */
export interface CheckPlan {
  readonly kind: "check-plan";
  readonly lattice: unknown;
  readonly weighting: unknown;
  readonly policies: unknown;
  /** Folder of the standard analysis plan. */
  readonly analysisFolder: string;
}

/** Figures of a wave, from its responses to what each policy lets out. */
export interface PrepareRelease {
  readonly kind: "prepare-release";
  readonly place: Place;
  readonly wave: string;
  /** Folder of the standard analysis plan. */
  readonly analysisFolder: string;
  /** A new folder that it fills. */
  readonly folder: string;
  readonly software: string;
}

/** What people add when they release. */
export interface FinishRelease {
  readonly kind: "finish-release";
  /** Of the candidate; the manifest is written into it. */
  readonly folder: string;
  readonly number: number;
  readonly releasedAt: string;
  readonly signedBy: readonly string[];
  readonly notes: { readonly lt: string; readonly en: string };
  /** The release that it corrects, and its folder. */
  readonly corrects: { readonly number: number; readonly folder: string } | null;
  /** The newest release of the wave before, which stands beside this one from now on. */
  readonly beside: { readonly wave: string; readonly number: number; readonly folder: string } | null;
}

export type OutputName = "workbook" | "sheet" | "open-data";

/** One output of a frozen release, written to a file. */
export interface MakeOutput {
  readonly kind: "make-output";
  readonly output: OutputName;
  /** Of the release, and of the one of the wave before that stands beside it. */
  readonly folder: string;
  readonly beside: string | null;
  readonly policy: "ministry" | "public";
  readonly language: "lt" | "en";
  /** Of a sheet. */
  readonly municipality: string | null;
  readonly file: string;
}

/** Answers of a wave under new numbers, with their codebook, as one file. */
export interface MakeMicrodata {
  readonly kind: "make-microdata";
  readonly place: Place;
  readonly wave: string;
  readonly id: string;
  readonly holder: string;
  readonly purpose: string;
  readonly expires: string;
  readonly file: string;
  readonly software: string;
}

export type Task = CheckMargins | CheckPlan | PrepareRelease | FinishRelease | MakeOutput | MakeMicrodata;

/** One sentence for the person who asked. */
export interface Failed {
  readonly state: "failed";
  readonly failure: string;
}

export interface Outcomes {
  "check-margins": MarginsCheck;
  "check-plan": PlanCheck;
  "prepare-release":
    | { readonly state: "ready"; readonly respondents: number; readonly preview: CandidatePreview }
    | Failed;
  "finish-release": {
    readonly changed: readonly string[];
    readonly digests: Readonly<Record<string, string>>;
    readonly sheets: readonly string[];
    readonly respondents: number;
  };
  /** "unknown": a municipality that the release does not know. */
  "make-output": { readonly state: "made" | "unknown" } | Failed;
  "make-microdata":
    | { readonly state: "ready"; readonly respondents: number; readonly digest: string }
    | Failed;
}

export interface ComputingProgress {
  readonly step: CandidateStep;
  /** 0 to 1. */
  readonly progress: number;
}

export interface Run {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ComputingProgress) => void;
}

/** Does a task elsewhere than on the thread that serves; rejects if that place breaks down or is stopped. */
export type Compute = <Asked extends Task>(task: Asked, run?: Run) => Promise<Outcomes[Asked["kind"]]>;
