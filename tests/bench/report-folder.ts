// node tests/bench/report-folder.ts FOLDER WAVE FROM TO: a data folder with a wave of invented people, FROM … TO of them added.
import { fileURLToPath } from "node:url";
import { canonicalJson, sha256 } from "@tiltas/instrument/versions";
import { openStore } from "@tiltas/store/open";
import { readMaking } from "../../server/src/demonstration/files.ts";
import { inventPeople } from "../../server/src/demonstration/people.ts";
import { prepareWave } from "../../server/src/demonstration/wave.ts";
import { plannedWaves } from "../../server/src/demonstration/waves.ts";
import { createInstruments } from "../../server/src/instruments/instruments.ts";
import { publishFolders } from "../../server/src/instruments/publish.ts";

const instrumentsFolder = fileURLToPath(new URL("../../instruments", import.meta.url));
/** So many people are invented; a larger wave is answered by each of them several times, under other ids. */
const distinct = 5_000;
const atOnce = 500;

const [folder = "", from = "0", to = "0"] = process.argv.slice(2);
const planned = plannedWaves.find(({ id }) => id === "demo");
if (!planned) throw new Error("The bench needs the wave of the demonstration.");
const store = await openStore({ folder });
await publishFolders(store, instrumentsFolder);
const instruments = createInstruments(store);
const wave = await prepareWave({ store, instruments, instrumentsFolder }, planned);
const published = await instruments.find(wave.instrument);
if (!published) throw new Error("The instrument of the wave is not there.");
const making = await readMaking(instrumentsFolder, planned);
const invented = inventPeople({ ...planned, respondents: distinct }, making, published.instrument);
const people = [...invented].map(({ answers, language, mode }) => {
  const text = canonicalJson(answers);
  const place = answers[published.municipalityItems[0] ?? ""];
  return {
    language,
    mode,
    answers: text,
    hash: sha256(text),
    municipality: typeof place === "string" ? place : null,
  };
});

for (let sent = Number(from); sent < Number(to); sent += atOnce) {
  const some = Array.from({ length: Math.min(atOnce, Number(to) - sent) }, (_, i) => sent + i);
  await Promise.all(some.map((number) => store.receive(responseOf(number))));
}
await store.close();

function responseOf(number: number) {
  const person = people[number % people.length]!;
  return {
    ...person,
    responseId: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    ...{ revision: 1, parent: null, instrument: wave.instrument, wave: wave.id, channel: null },
    ...{ consent: '{"notice":1}', findings: "[]" },
    receivedAt: new Date(Date.UTC(2026, 8, 1) + number * 1000),
  };
}
