import { sha256 } from "@tiltas/instrument/versions";
import type { Store, WaveRecord } from "@tiltas/store/port";
import type { Instruments, PublishedInstrument } from "../instruments/instruments.ts";
import { readMargins } from "./files.ts";
import { inventedParticulars } from "./particulars.ts";
import type { PlannedWave } from "./waves.ts";

interface Needs {
  readonly store: Pick<Store, "listInstruments" | "saveStudy" | "saveWave" | "findWave">;
  readonly instruments: Instruments;
  readonly instrumentsFolder: string;
}

/** A wave that takes answers while its people are being made, whenever it closed. */
const stillOpen = "2036-08-31";

/** Creates a wave of the demonstration with its study, unless it is there; it stays open until `closeWave`. */
export async function prepareWave(needs: Needs, planned: PlannedWave): Promise<WaveRecord> {
  const { store, instruments, instrumentsFolder } = needs;
  const there = await store.findWave(planned.id);
  if (there) return there;
  const digest = versionOf(planned, await store.listInstruments());
  const published = digest === undefined ? undefined : await instruments.find(digest);
  if (!published) {
    const { instrument, version } = planned;
    throw new Error(
      `The demonstration needs the instrument ${version ? `${instrument}@${version}` : instrument}, which is not published here.`,
    );
  }
  const wave = waveOf(planned, published, await readMargins(instrumentsFolder, planned));
  await store.saveStudy({ ...planned.study, synthetic: true, particulars: inventedParticulars });
  await store.saveWave({ ...wave, closes: stillOpen });
  return { ...wave, closes: stillOpen };
}

/** Gives a wave its last day, once everybody in it has answered. */
export async function closeWave(store: Pick<Store, "saveWave">, planned: PlannedWave, wave: WaveRecord) {
  if (wave.closes !== planned.closes) await store.saveWave({ ...wave, closes: planned.closes });
}

function waveOf(planned: PlannedWave, published: PublishedInstrument, csv: string | null): WaveRecord {
  const { id, study, season, sample, opens, closes } = planned;
  const { manifest, digest } = published.instrument;
  return {
    id,
    study: study.id,
    title: Object.fromEntries(
      Object.entries(manifest.title).map(([language, title]) => [
        language,
        season[language] ? `${title} – ${season[language]}` : title,
      ]),
    ),
    instrument: digest,
    earlierInstruments: [],
    notice: published.notices.at(-1)?.number ?? 1,
    indicators: published.indicatorSets.at(-1)?.number ?? 1,
    languages: manifest.languages,
    modes: ["web", "interviewer", "kiosk", "telephone"],
    form: "short",
    sample,
    stage: "pilot",
    opens,
    closes,
    margins: csv === null ? null : { csv, digest: sha256(csv) },
  };
}

function versionOf(
  { instrument, version }: PlannedWave,
  published: readonly { id: string; version: string; digest: string }[],
): string | undefined {
  const byVersion = new Intl.Collator("en", { numeric: true });
  return published
    .filter((each) => each.id === instrument && (version === undefined || each.version === version))
    .toSorted((a, b) => byVersion.compare(a.version, b.version))
    .at(-1)?.digest;
}
