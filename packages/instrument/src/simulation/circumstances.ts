import type { Given } from "../drawing/index.ts";
import type { Random } from "./random.ts";

export type Mode = "web" | "interviewer" | "kiosk" | "telephone";

type Odds<Word extends string> = Readonly<Partial<Record<Word, number>>>;

/** How simulated people are met and asked, as odds by word; what the given items of the instrument then hold. */
export interface Circumstances {
  /** By default all on the web. */
  readonly modes?: Odds<Mode>;
  /** By default all the short form. */
  readonly forms?: Odds<"short" | "long">;
  /** By default the pilot. */
  readonly stage?: "pilot" | "field";
  /** By default all from the register. */
  readonly samples?: Odds<"register" | "open" | "network" | "venue" | "clients">;
  /** Probability of each separate consent; by default most people give all. */
  readonly consents?: Odds<"sensitive" | "recontact" | "archive">;
}

/** One person's circumstances. */
export type Met = Given & { readonly mode: Mode };

const mostly = { sensitive: 0.94, recontact: 0.7, archive: 0.9 };

/** Meets one person, by the odds of the circumstances. */
export function meet(
  { modes = {}, forms = {}, stage = "pilot", samples = {}, consents = {} }: Circumstances,
  random: Random,
): Met {
  return {
    mode: oneOf(modes, "web", random),
    form: oneOf(forms, "short", random),
    stage,
    sample: oneOf(samples, "register", random),
    consents: entriesOf({ ...mostly, ...consents }).flatMap(([id, probability]) =>
      random.chance(probability) ? [id] : [],
    ),
  };
}

function oneOf<Word extends string>(odds: Odds<Word>, otherwise: Word, random: Random): Word {
  const words = entriesOf(odds);
  return words[random.weighted(words.map(([, weight]) => weight))]?.[0] ?? otherwise;
}

function entriesOf<Word extends string>(odds: Odds<Word>): [Word, number][] {
  const words: [Word, number][] = [];
  for (const word in odds) words.push([word, odds[word] ?? 0]);
  return words;
}
