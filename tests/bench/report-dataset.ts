// node tests/bench/report-dataset.ts ROWS: responses into columns, beside a loop that only parses them; prints CPU seconds.
import { buildDataset } from "@tiltas/analysis/dataset";
import { readInstrument } from "@tiltas/instrument/definition";
import { flagshipFolder, simulatedUploads } from "./simulated-uploads.ts";

const distinct = 2_000;
const rows = Number(process.argv[2] ?? 100_000);
const instrument = readInstrument(flagshipFolder());
const texts = simulatedUploads(distinct).map(({ answers, language, mode, hash }) => ({
  ...{ language, mode, hash, answers: JSON.stringify(answers) },
}));

function* responses(count: number) {
  for (let i = 0; i < count; i++) {
    const one = texts[i % texts.length]!;
    yield { ...one, responseId: `r${i}`, revision: 1, instrument: instrument.digest, leftOut: null };
  }
}

async function timed(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

let keys = 0;
const parsing = await timed(() => {
  for (const { answers } of responses(rows)) keys += Object.keys(JSON.parse(answers)).length;
});
const building = await timed(() => buildDataset([instrument], responses(rows)));
console.log(JSON.stringify({ rows, parsing, building, keys: keys / rows }));
