import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Store, WaveRecord } from "@tiltas/store/port";
import type { Instruments } from "../instruments/instruments.ts";
import { inventedParticulars } from "./particulars.ts";

export const demonstrationWave = "demo";
const instrumentId = "tcn-integration";

/** Creates the demonstration's study and wave, on the newest version of the instrument, unless they are there. */
export async function prepareWave(
  needs: {
    store: Pick<Store, "listInstruments" | "saveStudy" | "saveWave" | "findWave">;
    instruments: Instruments;
  },
  marginsFile: string,
): Promise<WaveRecord> {
  const { store, instruments } = needs;
  const there = await store.findWave(demonstrationWave);
  if (there) return there;
  const digest = newest(await store.listInstruments());
  const published = await instruments.find(digest);
  if (!published)
    throw new Error(`The demonstration needs the instrument ${instrumentId}, which is not published here.`);
  const csv = await readFile(marginsFile, "utf8");
  const study = {
    id: "demonstration",
    title: {
      lt: "Demonstracinis tyrimas (duomenys išgalvoti)",
      en: "Demonstration study (all data are invented)",
    },
    synthetic: true,
    particulars: inventedParticulars,
  };
  const wave: WaveRecord = {
    id: demonstrationWave,
    study: study.id,
    title: published.instrument.manifest.title,
    instrument: digest,
    earlierInstruments: [],
    notice: published.notices.at(-1)?.number ?? 1,
    indicators: published.indicatorSets.at(-1)?.number ?? 1,
    languages: published.instrument.manifest.languages,
    modes: ["web", "interviewer", "kiosk"],
    form: "short",
    sample: "open",
    stage: "pilot",
    opens: "2026-09-01",
    closes: "2036-08-31",
    margins: { csv, digest: createHash("sha256").update(csv).digest("hex") },
  };
  await store.saveStudy(study);
  await store.saveWave(wave);
  return wave;
}

function newest(versions: readonly { id: string; version: string; digest: string }[]): string {
  const byVersion = new Intl.Collator("en", { numeric: true });
  const ours = versions
    .filter(({ id }) => id === instrumentId)
    .sort((a, b) => byVersion.compare(a.version, b.version));
  return ours.at(-1)?.digest ?? "";
}
