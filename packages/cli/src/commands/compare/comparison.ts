import {
  type Change,
  checkMapping,
  compareVersions,
  type DamageReport,
  damage,
  difference,
  type Mapping,
  type MappingFinding,
  proposeMapping,
  type RequiredVersion,
  renamesIn,
  requiredVersion,
  type StoredResponses,
  type WordLanguage,
} from "@tiltas/instrument/versions";
import { CommandError } from "../../terminal/index.ts";
import type { ComparedSide } from "./files.ts";

/** Everything that is known about the way from one version to the next. */
export interface VersionComparison {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly required: RequiredVersion;
  /** Whether the later version's own number is high enough; undefined where one has none. */
  readonly isEnough?: boolean;
  readonly mapping: Mapping | undefined;
  readonly findings: readonly MappingFinding[];
  /** The next mapping: what is decided already, and a careful answer for what is still open. */
  readonly proposed: Mapping | undefined;
  readonly damage: DamageReport;
}

/** A version with no number is compared as if it were this one. */
const unnumbered = "1.0.0";

export function compareSides(
  before: ComparedSide,
  after: ComparedSide,
  { responses, language }: { responses?: ReadonlyMap<string, StoredResponses>; language: WordLanguage },
): VersionComparison {
  const mapping = mappingBetween(before, after);
  const from = before.version ?? unnumbered;
  const changes = difference(before, after, renamesIn(mapping));
  const required = requiredVersion(changes, mapping, from);
  const open = required.unanswered.map(({ change }) => change);
  const declared = before.version === undefined ? undefined : after.version;
  return {
    before,
    after,
    required,
    ...(declared === undefined ? {} : { isEnough: isEnough(declared, required, from) }),
    mapping,
    findings: checkMapping(mapping, changes, { before, after }),
    proposed: open.length === 0 ? undefined : proposed({ before, after, mapping, from }, open, language),
    damage: damage(changes, mapping, {
      indicatorSets: before.indicatorSets.length > 0 ? before.indicatorSets : after.indicatorSets,
      measures: [before.measures, after.measures],
      languages: after.languages,
      ...(responses ? { responses } : {}),
    }),
  };
}

interface Between {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly mapping: Mapping | undefined;
  readonly from: string;
}

/** Conditions that only follow a proposed rename need no answer of their own. */
function proposed(
  { before, after, mapping, from }: Between,
  open: readonly Change[],
  language: WordLanguage,
) {
  const first = proposeMapping(open, from, language);
  const decided = mapping?.entries ?? [];
  const renamed = first.entries.filter(({ kind }) => kind === "renamed");
  const next = { ...first, number: (mapping?.number ?? 0) + 1 };
  if (renamed.length === 0) return { ...next, entries: [...decided, ...first.entries] };
  const draft = { ...next, entries: [...decided, ...renamed] };
  const changes = difference(before, after, renamesIn(draft));
  const left = requiredVersion(changes, draft, from).unanswered.map(({ change }) => change);
  return { ...draft, entries: [...draft.entries, ...proposeMapping(left, from, language).entries] };
}

function isEnough(declared: string, { bump, version }: RequiredVersion, from: string): boolean {
  return bump === "none" ? compareVersions(declared, from) >= 0 : compareVersions(declared, version) >= 0;
}

/** The later version's mapping, if it speaks of the earlier one. */
function mappingBetween(before: ComparedSide, { mapping, path }: ComparedSide): Mapping | undefined {
  if (mapping === undefined || before.version === undefined || mapping.from === before.version)
    return mapping;
  throw new CommandError(
    `${path}/mapping/${mapping.number}.json speaks of version ${mapping.from}, not of ${before.version}. Compare with ${mapping.from}, or correct "from".`,
  );
}
