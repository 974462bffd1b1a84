import type { CodebookVariable, EmptyReason, VariableKind } from "./codebook.ts";

type Fact = readonly [name: string, value: string];

/** The words a codebook is written in; Lithuanian, or English for every other language. */
export interface CodebookWords {
  readonly codebook: string;
  readonly responses: string;
  readonly table: string;
  readonly version: string;
  readonly digest: string;
  readonly languages: string;
  readonly universe: string;
  readonly code: string;
  readonly label: string;
  readonly missingReason: string;
  readonly missing: Readonly<Record<"refused" | "dont-know", string>>;
  readonly empty: Readonly<Record<EmptyReason, string>>;
  readonly kinds: Readonly<Record<VariableKind, string>>;
  readonly levels: Readonly<Record<CodebookVariable["level"], string>>;
  facts(variable: CodebookVariable, language: string): Fact[];
}

export function codebookWords(language: string): CodebookWords {
  return language === "lt" ? lithuanian : english;
}

const english: CodebookWords = {
  codebook: "Codebook",
  responses: "Responses",
  table: "Table",
  version: "Version",
  digest: "Digest (SHA-256)",
  languages: "Languages",
  universe: "Who may answer",
  code: "Code",
  label: "Label",
  missingReason: "Missing reason",
  missing: { refused: "refused", "dont-know": "don't know" },
  empty: {
    "no-answer": "shown and left empty",
    "not-asked": "not asked (routing)",
    "not-reached": "interview ended before it",
    "not-in-version": "version did not ask it",
  },
  kinds: {
    code: "code",
    order: "place in an order",
    number: "number",
    text: "text",
    date: "date",
    file: "file",
    calculated: "calculated",
  },
  levels: { nominal: "nominal", ordinal: "ordinal", interval: "interval", ratio: "ratio", text: "text" },
  facts: (variable) =>
    factsOf(
      variable,
      english,
      {
        kind: "Type",
        level: "Level",
        width: "Width",
        asked: "Asked of",
        empty: "Empty cells mean",
        explained: "Why it is empty says",
        range: "Range",
        concept: "Concept",
        domain: "Domain",
        role: "Role",
        purpose: "Purpose",
        dataClass: "Data class",
        versions: "Versions",
        reversed: "Direction",
        isReversed: "reversed: a high code means little of the concept",
        order: "Order",
        isRandom: "drawn for each respondent",
        characters: "characters",
        bytes: "bytes",
      },
      variable.universe.en,
    ),
};

const lithuanian: CodebookWords = {
  codebook: "Kodų knyga",
  responses: "Atsakymai",
  table: "Lentelė",
  version: "Versija",
  digest: "Kontrolinė suma (SHA-256)",
  languages: "Kalbos",
  universe: "Kas gali atsakyti",
  code: "Kodas",
  label: "Reikšmė",
  missingReason: "Kodėl nėra atsakymo",
  missing: { refused: "atsisakė", "dont-know": "nežino" },
  empty: {
    "no-answer": "parodyta, bet neatsakyta",
    "not-asked": "neklausta (peršokta)",
    "not-reached": "apklausa baigta anksčiau",
    "not-in-version": "versijoje nebuvo",
  },
  kinds: {
    code: "kodas",
    order: "vieta eilėje",
    number: "skaičius",
    text: "tekstas",
    date: "data",
    file: "failas",
    calculated: "apskaičiuojama",
  },
  levels: {
    nominal: "nominalinė",
    ordinal: "ranginė",
    interval: "intervalinė",
    ratio: "santykių",
    text: "tekstas",
  },
  facts: (variable) =>
    factsOf(
      variable,
      lithuanian,
      {
        kind: "Tipas",
        level: "Skalė",
        width: "Plotis",
        asked: "Ko klausiama",
        empty: "Tuščias langelis reiškia",
        explained: "Kodėl tuščia, sako",
        range: "Ribos",
        concept: "Sąvoka",
        domain: "Sritis",
        role: "Vaidmuo",
        purpose: "Paskirtis",
        dataClass: "Duomenų klasė",
        versions: "Versijos",
        reversed: "Kryptis",
        isReversed: "apversta: didelis kodas reiškia mažai",
        order: "Tvarka",
        isRandom: "kiekvienam respondentui atsitiktinė",
        characters: "ženklai",
        bytes: "baitai",
      },
      variable.universe.lt,
    ),
};

type FactNames = Readonly<
  Record<
    | "kind"
    | "level"
    | "width"
    | "asked"
    | "empty"
    | "explained"
    | "range"
    | "concept"
    | "domain"
    | "role"
    | "purpose"
    | "dataClass"
    | "versions"
    | "reversed"
    | "isReversed"
    | "order"
    | "isRandom"
    | "characters"
    | "bytes",
    string
  >
>;

function factsOf(
  variable: CodebookVariable,
  words: CodebookWords,
  names: FactNames,
  universe: string,
): Fact[] {
  const { width, minimum, maximum, asked } = variable;
  const facts: [string, string | undefined][] = [
    [names.kind, words.kinds[variable.kind]],
    [names.level, words.levels[variable.level]],
    [
      names.width,
      width.characters === undefined
        ? undefined
        : `${width.characters} ${names.characters}, ${width.bytes} ${names.bytes}`,
    ],
    [
      names.range,
      minimum === undefined && maximum === undefined ? undefined : `${minimum ?? "…"}–${maximum ?? "…"}`,
    ],
    [names.asked, universe],
    [names.empty, variable.empty.map((reason) => words.empty[reason]).join("; ")],
    [names.explained, variable.explainedBy],
    [names.concept, variable.concept],
    [names.domain, variable.domain],
    [names.role, variable.role],
    [names.reversed, variable.reversed ? names.isReversed : undefined],
    [names.order, variable.randomOrder ? names.isRandom : undefined],
    [names.purpose, variable.purpose],
    [names.dataClass, variable.dataClass],
    [names.versions, asked.map(({ version, notes }) => [version, ...notes].join(": ")).join("; ")],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined && fact[1] !== "");
}
