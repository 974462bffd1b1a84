import type { DisclosurePolicy, ReleasedCell, ReleasedTable } from "../disclosure/index.ts";
import type { IndicatorDefinition } from "../indicators/index.ts";
import type { Margin, RakeDiagnostics } from "../weighting/index.ts";
import type { Texts } from "./texts.ts";
import type { Sample } from "./wave-report.ts";

/** All that a workbook says, in one language. Estimates come as a released table or not at all. */
export interface WorkbookContent {
  readonly texts: Texts;
  readonly study: string;
  readonly wave: string;
  readonly opens: string;
  readonly closes: string;
  readonly synthetic: boolean;
  readonly sample: Sample;
  readonly policy: DisclosurePolicy;
  /** ISO time; also the workbook's own date. */
  readonly asOf: string;
  /** null: too few responses for any estimate. */
  readonly results: Results | null;
  readonly provenance: Provenance;
}

export interface Results {
  readonly table: ReleasedTable;
  /** In the order of the table's columns. */
  readonly indicators: readonly IndicatorDefinition[];
  /** Sub-scores of indices, needs of a priority, channels chosen: `column` of the table, for the country alone. */
  readonly parts: readonly { readonly indicator: string; readonly label: string; readonly column: number }[];
  readonly domains: readonly { readonly id: string; readonly label: string }[];
  /** In print order; codes are those of the table's rows. */
  readonly places: readonly {
    readonly code: string;
    readonly label: string;
    /** False for no fixed place, and for a place that was not stated. */
    readonly isMunicipality: boolean;
  }[];
  /** Groups outside the population, such as asylum applicants; cells in the order of the indicators. */
  readonly outside: readonly {
    readonly label: string;
    readonly respondents: number;
    readonly cells: readonly ReleasedCell[];
  }[];
  /** Those of the population; groups outside it have their own. */
  readonly respondents: number;
  /** Who may answer, in words. */
  readonly universe: string;
}

export interface Provenance {
  readonly waveId: string;
  readonly instruments: readonly { readonly name: string; readonly digest: string }[];
  readonly indicators: { readonly number: number; readonly digest: string };
  readonly dataDigest: string;
  readonly exclusions: Readonly<Record<string, number>>;
  readonly software: string;
  readonly weighting: WeightingFacts | null;
}

export interface WeightingFacts {
  readonly digest: string;
  readonly total: number;
  readonly margins: readonly Margin[];
  readonly diagnostics: RakeDiagnostics;
}
