import { type CollectedName, collectedVariables } from "@tiltas/instrument/codebook";
import { channelOf, type Instrument } from "@tiltas/instrument/definition";
import type { Column, ResponseHead } from "./dataset.ts";
import { GrowingColumn } from "./growing-column.ts";

/**
 * The columns that say how each response came about: mode, language, their changes, recruitment channel. An item of the
 * same name keeps its name; the collected variable is then left out.
 */
export class GrowingCollected {
  readonly #columns: readonly CollectedColumn[];

  constructor(instruments: readonly Pick<Instrument, "manifest">[], taken: ReadonlySet<string>) {
    const languages = [...new Set(instruments.flatMap(({ manifest }) => manifest.languages))];
    this.#columns = collectedVariables(languages)
      .filter(({ name }) => !taken.has(name))
      .map(({ name, labels, codes }) => new CollectedColumn(name, labels, codes));
  }

  append(response: ResponseHead): void {
    const collected = collectedIn(response);
    for (const column of this.#columns) column.append(collected[column.name]);
  }

  finished(): Column[] {
    return this.#columns.map((column) => column.finished());
  }
}

type Codes = Column["variable"]["codes"];

/** A column of codes to which codes are added as they come; those of the codebook come first. */
class CollectedColumn {
  readonly name: CollectedName;
  readonly #labels: Column["variable"]["labels"];
  readonly #column: GrowingColumn;
  readonly #indexOf: Map<string | number, number>;
  readonly #codes: Codes[number][];

  constructor(name: CollectedName, labels: Column["variable"]["labels"], codes: Codes) {
    this.name = name;
    this.#labels = labels;
    this.#codes = [...codes];
    this.#indexOf = new Map(codes.map(({ code }, index) => [code, index]));
    this.#column = new GrowingColumn({ name, item: name, labels, kind: "code", codes });
  }

  append(code: string | number | null): void {
    if (code === null) this.#column.appendMissing("not-asked");
    else this.#column.appendValue(this.#indexOf.get(code) ?? this.#added(code));
  }

  #added(code: string | number): number {
    const index = this.#codes.push({ code, labels: { default: String(code) } }) - 1;
    this.#indexOf.set(code, index);
    return index;
  }

  finished(): Column {
    const { name } = this;
    const variable = { name, item: name, labels: this.#labels, kind: "code", codes: this.#codes } as const;
    return { ...this.#column.finished(), variable };
  }
}

/** null: the link carried no channel, or one that this application did not make. */
function collectedIn(response: ResponseHead): Readonly<Record<CollectedName, string | number | null>> {
  const { mode, language, channel = null } = response;
  const changes = changesIn(response);
  const known = channel === null ? undefined : channelOf(channel);
  return {
    interview_mode: mode,
    interview_language: language,
    mode_changed: changes.some((change) => change.mode !== undefined) ? 1 : 0,
    language_changed: changes.some((change) => change.language !== undefined) ? 1 : 0,
    channel,
    channel_kind: known?.kind ?? null,
    channel_place: known ? (known.place ?? "00") : null,
    channel_language: known ? (known.language ?? "any") : null,
  };
}

interface Change {
  readonly mode?: string;
  readonly language?: string;
}

function changesIn({ changes }: ResponseHead): readonly Change[] {
  return changes === undefined || changes === null ? [] : (JSON.parse(changes) as readonly Change[]);
}
