import type { Correlations } from "../comparison/index.ts";
import type { Policy } from "../disclosure/policies.ts";
import type { ReleasedComparison, ReleasedCrossing } from "../disclosure/released-tables.ts";
import type { Crossing, Lattice, TableMeasure } from "../lattice/index.ts";
import type { SampleWords, WeightingSheet } from "../weighting/index.ts";

export type { WeightingSheet } from "../weighting/index.ts";

type Text = Readonly<Record<string, string>>;

/** What every output reads, and nothing else: `release/<policy>.json`. Canonical JSON; its SHA-256 is its name in the manifest. */
export interface ReleaseFile {
  readonly format: "tiltas-release/1";
  readonly policy: "ministry" | "public";
  readonly study: { readonly id: string; readonly title: Text; readonly synthetic: boolean };
  readonly wave: {
    readonly id: string;
    readonly title: Text;
    readonly opens: string;
    readonly closes: string;
    readonly sample: "register" | "open" | "network" | "venue" | "clients";
    /** Interviews that entered. */
    readonly respondents: number;
    readonly universe: Text;
  };
  readonly previous: { readonly id: string; readonly title: Text } | null;
  /** Labels and order of everything that is shown. */
  readonly lattice: Lattice;
  readonly indicators: readonly ReleasedIndicator[];
  /** The questions behind the indicators, in the order of the questionnaire. */
  readonly questions: readonly ReleasedQuestion[];
  readonly measures: readonly (TableMeasure & { readonly label: Text })[];
  readonly crossings: readonly ReleasedCrossing[];
  readonly comparisons: readonly ReleasedComparison[];
  /** How far shown figures of places hang together: what comparing any two of them needs. */
  readonly correlations: readonly Correlations[];
  /**
   * Groups of domains within which nothing can be told apart, by their codes, of each measure in each dimension; a domain
   * may stand in several. Empty where nobody knows the chances of the sample.
   */
  readonly alike: readonly {
    readonly measure: number;
    readonly crossing: Crossing;
    readonly groups: readonly (readonly string[])[];
  }[];
  /** From where on the policy shows figures, and how: the legend says it. */
  readonly thresholds: Thresholds;
  /** What this kind of sample allows to be said: what intervals are called and mean, who could not be reached. */
  readonly sampling: SampleWords;
  /** Municipalities that speak through their group, or through two waves together. */
  readonly ladder: readonly {
    readonly municipality: string;
    readonly group: string | null;
    readonly stands: "single" | "pooled" | "group";
  }[];
  readonly weighting: WeightingSheet | null;
  readonly sensitivity: readonly {
    readonly name: Text;
    readonly shifts: readonly { readonly measure: number; readonly shift: number }[];
  }[];
  readonly quality: QualitySheet;
  /** Published figures of others beside ours. */
  readonly others: readonly OtherFigure[];
  readonly notes: readonly Text[];
}

export interface Thresholds
  extends Pick<Policy["precision"], "showFrom" | "effectiveFrom" | "fewBelow" | "withholdAboveNonresponse"> {
  /** Respondents are told in multiples of this; null: as they are. */
  readonly countsIn: number | null;
}

export interface ReleasedIndicator {
  readonly id: string;
  readonly label: Text;
  readonly domain: string;
  readonly domainLabel: Text;
  readonly unit: "percent" | "score-0-10" | "index-0-1" | "index-0-100" | "points" | "number" | "days";
  readonly direction: "higher-is-better" | "lower-is-better" | "none";
  readonly universe: Text;
  readonly headline: boolean;
  /** Between this wave and the one before: as the mapping says. */
  readonly comparability: "same" | "limited" | "not-comparable" | "no-wave-before";
  /** How it is made, for the codebook sheet and the open data; from the indicator's definition. */
  readonly definition?: {
    /** `estimand.type`. */
    readonly type: string;
    readonly missingRule: string;
    readonly source: string;
    /** Why it is shown down to its lowest rung and not below. */
    readonly why?: Text;
    /** Questions it rests on. */
    readonly items: readonly { readonly name: string; readonly label: Text }[];
  };
}

/** A question with the answers that can be chosen; none where people answer in numbers or words of their own. */
export interface ReleasedQuestion {
  readonly item: string;
  readonly label: Text;
  readonly answers: readonly {
    readonly code: string;
    readonly label: Text;
    /** Choosing it says why there is no answer. */
    readonly missing?: "refused" | "dont-know";
  }[];
}

export interface QualitySheet {
  readonly exclusions: Readonly<Record<string, number>>;
  /** Respondents by language, mode and channel; only categories with as many as the policy asks. */
  readonly counts: readonly {
    readonly dimension: string;
    readonly code: string;
    readonly respondents: number;
  }[];
  readonly items: readonly { readonly item: string; readonly label: Text; readonly nonresponse: number }[];
  readonly breakOff: readonly { readonly page: string; readonly label: Text; readonly share: number }[];
}

export interface OtherFigure {
  readonly indicator: string;
  /** In the unit: shares from 0 to 1. */
  readonly value: number;
  readonly unit: string;
  /** Who was asked, and out of whom the figure is a share. */
  readonly universe: Text;
  readonly denominator: Text;
  readonly date: string;
  readonly source: Text;
  readonly confidence: string;
}

/** Why a release says what it says: everything it was made from, by digest. Frozen; a correction is a new number. */
export interface Manifest {
  readonly format: "tiltas-manifest/1";
  readonly number: number;
  /** The release that this one corrects, and what changed: cells by policy. */
  readonly corrects: number | null;
  readonly changed: readonly string[];
  /** ISO time, given by who releases; never a clock. */
  readonly releasedAt: string;
  readonly signedBy: readonly string[];
  readonly notes: Text;
  readonly software: string;
  /** Responses of each wave: how many were read up to which place in server order, and how many entered. A rebuild that finds fewer refuses. */
  readonly records: readonly {
    readonly wave: string;
    readonly read: number;
    readonly entered: number;
    readonly through: number;
  }[];
  /** SHA-256 by name: "export", "instruments/…", "mapping", "dataset", "exclusions", "margins", "weighting", "indicators", "lattice", "policies/ministry", "release/ministry", … */
  readonly digests: Readonly<Record<string, string>>;
}
