import { canonicalJson, digest, sha256 } from "@tiltas/instrument/digest";
import type { Manifest, ReleaseFile } from "../release/index.ts";
import type { Both, ChainInput, ChainWave, DatasetRead } from "./input.ts";

type Digests = Manifest["digests"];

/** The bytes of a release file: canonical JSON, so that whoever writes it writes the same. */
export const releaseText = (release: ReleaseFile): string => canonicalJson(asJson(release));

/** SHA-256 of what a release was made from, by name; of a wave before with "previous/" in front. */
export function digestsOf(input: ChainInput, read: Both<DatasetRead>): Digests {
  const { plan, indicators, wave, previous } = input;
  return {
    ...digestsOfWave(wave, read.wave),
    ...(previous && read.previous
      ? Object.fromEntries(
          Object.entries(digestsOfWave(previous, read.previous)).map(([name, value]) => [
            `previous/${name}`,
            value,
          ]),
        )
      : {}),
    indicators: indicators.digest,
    lattice: digest(asJson(plan.lattice)),
    weighting: digest(asJson(plan.weighting)),
    others: digest(asJson(plan.others)),
    ...Object.fromEntries(
      Object.entries(plan.otherMargins).map(([name, { rows }]) => [`margins/${name}`, digest(asJson(rows))]),
    ),
    ...Object.fromEntries(
      [...plan.policies].map(([id, policy]) => [`policies/${id}`, digest(asJson(policy))]),
    ),
  };
}

function digestsOfWave({ instruments, mappings, margins }: ChainWave, { dataset }: DatasetRead): Digests {
  return {
    ...Object.fromEntries(
      instruments.flatMap(({ manifest, digest: questionnaire, items }) => {
        const name = `${manifest.id}@${manifest.version}`;
        const measures = items.map((item) => ({ name: item.name, measure: item.measure }));
        const mapping = mappings.get(questionnaire);
        return [
          [`instruments/${name}`, questionnaire],
          [`measures/${name}`, digest(asJson(measures))],
          ...(mapping ? [[`mapping/${name}`, digest(asJson(mapping))]] : []),
        ];
      }),
    ),
    dataset: dataset.digest,
    exclusions: digest(asJson(dataset.exclusions)),
    ...(margins ? { margins: margins.digest } : {}),
  };
}

/** SHA-256 of the files of a release. */
export function digestsOfReleases(releases: ReadonlyMap<ReleaseFile["policy"], ReleaseFile>): Digests {
  return Object.fromEntries(
    [...releases].map(([policy, release]) => [`release/${policy}`, sha256(releaseText(release))]),
  );
}

/** As JSON has it: without what is undefined, and without minus zero. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
