import { fileURLToPath } from "node:url";
import { readInstrument } from "@tiltas/instrument/definition";
import { readInstrumentFolder } from "@tiltas/store/folders";
import { expect, test } from "vitest";
import { readMaking } from "./files.ts";
import { inventPeople } from "./people.ts";
import { openWave, plannedWaves } from "./waves.ts";

const instrumentsFolder = fileURLToPath(new URL("../../../instruments", import.meta.url));
const instrument = readInstrument(readInstrumentFolder(`${instrumentsFolder}/tcn-integration/1.0.0`));

async function invented(seed: number) {
  const planned = plannedWaves.find(({ id }) => id === openWave);
  if (!planned) throw new Error("The demonstration has no open wave.");
  const making = await readMaking(instrumentsFolder, planned);
  return [...inventPeople({ ...planned, respondents: 120, seed }, making, instrument)];
}

test("the same seed invents the same people, another one others", async () => {
  const [one, again, other] = [await invented(1), await invented(1), await invented(2)];
  expect(JSON.stringify(again)).toBe(JSON.stringify(one));
  expect(other.map(({ responseId }) => responseId)).not.toEqual(one.map(({ responseId }) => responseId));
});

test("figures of the demonstration speak of items that the questionnaire has, parts of lists among them", async () => {
  const planned = plannedWaves.filter((wave) => wave.instrument === instrument.manifest.id);
  for (const wave of planned) {
    const { entries } = await readMaking(instrumentsFolder, wave);
    for (const [name, { shares = {} }] of Object.entries(entries)) {
      const [list, part] = name.split(".");
      const parts = instrument.items.find((item) => item.name === list)?.parts ?? [];
      const codes = parts.find((each) => each.name === part)?.choices.map(({ code }) => String(code));
      expect(codes, name).toEqual(expect.arrayContaining(Object.keys(shares)));
    }
  }
});
