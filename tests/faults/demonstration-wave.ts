import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ChainInput,
  type ChainWave,
  compareWaves,
  estimateWaves,
  readDataset,
  readPlanFiles,
  readWaves,
  weighWaves,
} from "@tiltas/analysis/chain";
import { IndicatorSet } from "@tiltas/analysis/indicators";
import { readCsv } from "@tiltas/formats/tables";
import { readInstrument } from "@tiltas/instrument/definition";
import { canonicalJson, Mapping, sha256 } from "@tiltas/instrument/versions";
import { readInstrumentFolder } from "@tiltas/store/folders";
import { readMaking, readMargins } from "../../server/src/demonstration/files.ts";
import { inventPeople } from "../../server/src/demonstration/people.ts";
import { openWave, plannedWaves } from "../../server/src/demonstration/waves.ts";
import { root } from "../structure/source-files.ts";

const instruments = join(root, "instruments");
const versionOf = (version: string) => readInstrumentFolder(join(instruments, "tcn-integration", version));

/** The two waves of the demonstration as the chain reads them, without a server: the same people, the same answers. */
export async function demonstrationInput(channelOf: ChannelOf = () => null): Promise<ChainInput> {
  const [old, current] = [versionOf("1.0.0"), versionOf("1.1.0")];
  const mapping = Mapping.parse(current.mappings.at(-1)?.set);
  const versions = [readInstrument(current), readInstrument(old)];
  const mappings = new Map([[current.digest, mapping]]);
  const indicators = current.indicatorSets[0]!;
  const [wave, previous] = await Promise.all(
    [openWave, "demo-1"].map((id) => waveOf(id, { versions, mappings, channelOf })),
  );
  return {
    study: { id: "demonstration", title: { lt: "Tyrimas", en: "Study" }, synthetic: true },
    indicators: { set: IndicatorSet.parse(indicators.set), digest: indicators.digest },
    wave: wave!,
    previous: previous!,
    plan: readPlanFiles(filesOf(join(root, "analysis/plan")), readCsv),
    software: "0.1.0",
  };
}

/** The channel by which somebody came, by the place among the responses; null: nobody knows. */
type ChannelOf = (place: number) => string | null;

const filesOf = (folder: string) =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));

/** What the last link of the chain is given: everything that is known of the demonstration before disclosure control. */
export async function demonstrationFound(input: ChainInput) {
  const read = await readWaves(input);
  const weighed = weighWaves(input, read);
  const worked = compareWaves(input, read, estimateWaves(input, read, weighed));
  return { read, weighed: weighed.wave, worked };
}

async function waveOf(
  id: string,
  {
    versions,
    mappings,
    channelOf,
  }: { versions: ChainWave["instruments"]; mappings: ChainWave["mappings"]; channelOf: ChannelOf },
): Promise<ChainWave> {
  const planned = plannedWaves.find((wave) => wave.id === id)!;
  const instrument = planned.version === undefined ? versions[0]! : versions[1]!;
  const making = await readMaking(instruments, planned);
  const margins = (await readMargins(instruments, planned)) ?? "";
  const responses = [...inventPeople(planned, making, instrument)]
    .sort((one, other) => one.consentHour - other.consentHour)
    .map(({ responseId, language, mode, answers }, at) => {
      const text = canonicalJson(answers);
      const pins = { revision: 1, hash: sha256(text), instrument: instrument.digest };
      const told = { language, mode, channel: channelOf(at) };
      return { responseId, ...told, ...pins, answers: text, leftOut: null, sequence: at + 1 };
    });
  return {
    wave: { id, title: planned.season, sample: planned.sample, opens: planned.opens, closes: planned.closes },
    instruments: versions,
    mappings,
    margins: { ...readCsv(margins), digest: sha256(margins) },
    data: () => readDataset({ instruments: versions, mappings, responses }),
  };
}
