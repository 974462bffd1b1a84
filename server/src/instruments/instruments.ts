import { IndicatorSet } from "@tiltas/analysis/indicators";
import { type Conduct, conductOf } from "@tiltas/instrument/conduct";
import { type Help, type Instrument, type Notice, readInstrument } from "@tiltas/instrument/definition";
import { type Drawing, type DrawingRules, drawingOf, drawingRulesOf } from "@tiltas/instrument/drawing";
import { parseInstrumentFiles } from "@tiltas/store/folders";
import type { InstrumentRecord, Store } from "@tiltas/store/port";

interface Numbered {
  readonly number: number;
  readonly digest: string;
}

/** One published version, read once and kept: everything that requests and reports ask of it. */
export interface PublishedInstrument {
  readonly instrument: Instrument;
  /** The questionnaire's file as text; its canonical form has the digest. */
  readonly questionnaire: string;
  /** Names of the items that ask for the municipality: the actual place before the declared one. */
  readonly municipalityItems: readonly string[];
  readonly notices: readonly (Numbered & { readonly notice: Notice })[];
  readonly indicatorSets: readonly (Numbered & { readonly set: IndicatorSet })[];
  /** What chance and the application fill in. */
  readonly drawing: DrawingRules;
  /** The same, compiled: once a version, not once a response. */
  readonly draws: Drawing;
  /** Who is asked what alone, and whom the questions are not for. */
  readonly conduct: Conduct;
  /** Records of the translations, as they lie in the folder. */
  readonly translations: readonly unknown[];
  /** Where people find help; the newest list. */
  readonly help: Help | undefined;
}

export interface Instruments {
  find(digest: string): Promise<PublishedInstrument | undefined>;
}

/** Versions are frozen, so each is read from the store at most once. */
export function createInstruments(store: Pick<Store, "findInstrument">): Instruments {
  const known = new Map<string, PublishedInstrument>();
  return {
    async find(wanted) {
      const kept = known.get(wanted);
      if (kept) return kept;
      const record = await store.findInstrument(wanted);
      if (record === undefined) return undefined;
      const published = readPublished(record);
      known.set(wanted, published);
      return published;
    },
  };
}

export function readPublished({
  id,
  version,
  files,
}: Pick<InstrumentRecord, "id" | "version" | "files">): PublishedInstrument {
  const folder = parseInstrumentFiles(`instruments/${id}/${version}`, files);
  const instrument = readInstrument(folder);
  const drawing = drawingRulesOf(instrument);
  return {
    instrument,
    questionnaire: files["questionnaire.json"] ?? "",
    municipalityItems: municipalityItems(instrument),
    notices: folder.notices,
    indicatorSets: folder.indicatorSets.map(({ set, ...rest }) => ({
      ...rest,
      set: IndicatorSet.parse(set),
    })),
    drawing,
    draws: drawingOf(drawing),
    conduct: conductOf(instrument, {
      reasons: folder.reasons.at(-1),
      recordings: folder.recordings.at(-1),
    }),
    translations: folder.translations.map(({ set }) => set),
    help: folder.helps.at(-1),
  };
}

function municipalityItems({ items }: Instrument): string[] {
  const roles: readonly string[] = ["actual-municipality", "municipality"];
  return roles.flatMap((role) =>
    items.filter(({ measure }) => measure.role === role).map(({ name }) => name),
  );
}
