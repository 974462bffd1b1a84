import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { ReleaseFile } from "@tiltas/analysis/release";
import type { ExploreCell, ExploreFrame } from "@tiltas/contract/explore";
import { cellsFileIn, frameFileIn } from "./release-folder.ts";

/** What is explored, before it has a number. */
export type FrameFile = Omit<ExploreFrame, "number" | "digest">;

/** Cells of one measure in every crossing, with what is said about them. */
export interface CellsFile {
  readonly crossings: readonly {
    readonly crossing: readonly string[];
    readonly rows: readonly {
      readonly domain: readonly string[];
      readonly cell: ExploreCell;
      readonly comparisons: readonly Compared[];
    }[];
    /** Places of two rows and how far their errors hang together, in thousandths; pairs that are not here do not. */
    readonly correlations: readonly (readonly [number, number, number])[];
    /** Groups of codes that cannot be told apart; files of earlier versions do not say it. */
    readonly alike?: readonly (readonly string[])[];
  }[];
}
type Compared = Omit<ReleaseFile["comparisons"][number], "measure" | "crossing" | "domain">;

/** Cuts a release into one small file for each measure, and a frame. */
export async function writeExploreFiles(folder: string, release: ReleaseFile): Promise<void> {
  const { policy } = release;
  await mkdir(dirname(frameFileIn(folder, policy)), { recursive: true, mode: 0o700 });
  await writeFile(frameFileIn(folder, policy), JSON.stringify(frameOf(release)));
  const about = Map.groupBy(release.comparisons, ({ measure, crossing, domain }) =>
    keyOf(measure, crossing, domain),
  );
  for (const [measure] of release.measures.entries()) {
    const cells: CellsFile = {
      crossings: release.crossings.map(({ crossing, domains, cells }) => ({
        crossing,
        rows: domains.map((domain, at) => ({
          domain,
          cell: cells[measure]?.[at] ?? { state: "not-shown-here" },
          comparisons: (about.get(keyOf(measure, crossing, domain)) ?? []).map(
            ({ measure: _measure, crossing: _crossing, domain: _domain, ...said }) => said,
          ),
        })),
        correlations: release.correlations.flatMap((one) =>
          one.measure === measure &&
          one.crossing.join() === crossing.join() &&
          one.other.join() === crossing.join()
            ? one.pairs
            : [],
        ),
        alike: release.alike.flatMap((one) =>
          one.measure === measure && one.crossing.join() === crossing.join() ? one.groups : [],
        ),
      })),
    };
    await writeFile(cellsFileIn(folder, policy, measure), JSON.stringify(cells));
  }
}

const keyOf = (measure: number, crossing: readonly string[], domain: readonly string[]) =>
  JSON.stringify([measure, crossing, domain]);

function frameOf({ policy, study, wave, previous, lattice, crossings, ...release }: ReleaseFile): FrameFile {
  return {
    wave: wave.id,
    waveTitle: wave.title,
    studyTitle: study.title,
    synthetic: study.synthetic,
    policy,
    respondents: wave.respondents,
    universe: wave.universe,
    testsOn: release.sampling.probability,
    sampling: {
      interval: { ...release.sampling.interval },
      meaning: { ...release.sampling.meaning },
      unreached: { ...release.sampling.unreached },
    },
    previous,
    indicators: release.indicators.map(({ definition: _definition, ...told }) => told),
    measures: release.measures.map(({ id, indicator, part, label }) => ({ id, indicator, part, label })),
    dimensions: lattice.dimensions.map(({ id, label, codes }) => ({
      id,
      label,
      codes: codes.map(({ code, label, group }) => ({
        code,
        label,
        ...(group === undefined ? {} : { group }),
      })),
    })),
    crossings: crossings.map(({ crossing }) => [...crossing]),
    ladder: release.ladder.map((rung) => ({ ...rung })),
  };
}
