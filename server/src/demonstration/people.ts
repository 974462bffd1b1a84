import { type Instrument, itemWithRole } from "@tiltas/instrument/definition";
import {
  type Random,
  type SimulatedResponse,
  seeded,
  simulate,
  type Tendency,
} from "@tiltas/instrument/simulation";
import type { Making } from "./files.ts";
import type { PlannedWave } from "./waves.ts";

/** The invented respondents of a wave: the same for the same plan, files and instrument. */
export function* inventPeople(
  { respondents, seed, circumstances }: Pick<PlannedWave, "respondents" | "seed" | "circumstances">,
  { people: margins, places: small, tendencies, entries }: Making,
  instrument: Instrument,
): Generator<SimulatedResponse> {
  const citizenship = itemWithRole(instrument, "citizenship")?.name ?? "";
  const people = simulate({ instrument, margins, respondents, seed, circumstances, tendencies, small });
  for (const person of people) yield { ...person, answers: bent(person, citizenship, entries) };
}

/** Parts of lists lean to wanted shares too. Nothing is asked or drawn because of them, so it is done afterwards. */
function bent(
  { responseId, answers }: SimulatedResponse,
  citizenship: string,
  entries: Making["entries"],
): SimulatedResponse["answers"] {
  const random = seeded(
    Number.parseInt(responseId.slice(0, 8), 16),
    Number.parseInt(responseId.slice(9, 13), 16),
  );
  const group = String(answers[citizenship]);
  const changed: Record<string, unknown> = { ...answers };
  for (const [name, { shares = {}, byGroup = {} }] of Object.entries(entries)) {
    const [list = "", part = ""] = name.split(".");
    const answer = changed[list];
    const wanted = byGroup[group] ?? shares;
    if (Array.isArray(answer)) changed[list] = answer.map((entry) => redrawn(entry, part, wanted, random));
  }
  return changed;
}

function redrawn(entry: unknown, part: string, wanted: Tendency["shares"] & object, random: Random): unknown {
  if (typeof entry !== "object" || entry === null || !(String(Reflect.get(entry, part)) in wanted))
    return entry;
  const codes = Object.keys(wanted);
  return { ...entry, [part]: codes[random.weighted(Object.values(wanted))] };
}
