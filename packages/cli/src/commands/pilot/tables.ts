import { decisions, problemCodes } from "@tiltas/analysis/pilot";

/** A CSV file that a pilot may have: what its columns hold. */
export interface PilotTable {
  readonly file: string;
  readonly columns: readonly TableColumn[];
  /** Further columns are units of the questionnaire. */
  readonly further?: "units";
  /** Larger files are refused. */
  readonly mostBytes: number;
}

export interface TableColumn {
  readonly name: string;
  readonly optional?: true;
  readonly example: string;
  readonly says: { readonly lt: string; readonly en: string };
}

const item = {
  name: "item",
  example: "bel_community",
  says: {
    lt: "klausimo vardas, kaip anketoje; lentelės eilutė – klausimas.eilutė",
    en: "name of the item as in the questionnaire; a row of a grid is item.row",
  },
};
const response = {
  name: "response",
  example: "c4571178-906b-8ef0-b9ae-705936c2efbb",
  says: { lt: "atsakymo numeris (responseId)", en: "identifier of the response (responseId)" },
};
const megabyte = 1_000_000;

export const pilotTables = {
  notes: {
    file: "notes.csv",
    mostBytes: 5 * megabyte,
    columns: [
      item,
      { name: "language", example: "ru", says: { lt: "interviu kalba", en: "language of the interview" } },
      {
        name: "respondent_pseudonym",
        example: "P1",
        says: {
          lt: "pseudonimas be asmens duomenų, pvz., P1; kas yra P1, čia nerašoma",
          en: "a pseudonym without personal data, such as P1; who P1 is stands nowhere here",
        },
      },
      {
        name: "probe",
        example: "What does community mean to you here?",
        says: { lt: "tikslinamasis klausimas", en: "the probe" },
      },
      {
        name: "verbatim_summary",
        example: "Thinks of the stairwell, not of the town",
        says: {
          lt: "ką žmogus pasakė, trumpai ir taip, kad jo nebūtų galima atpažinti",
          en: "what was said, in short and so that nobody can be recognised",
        },
      },
      {
        name: "code",
        example: "term",
        says: {
          lt: `problemos rūšis: ${problemCodes.join(", ")}`,
          en: `kind of problem: ${problemCodes.join(", ")}`,
        },
      },
      {
        name: "second_code",
        optional: true,
        example: "term",
        says: { lt: "kito koduotojo kodas, jei kodavo du", en: "code of the second coder, where two coded" },
      },
      {
        name: "severity",
        example: "2",
        says: {
          lt: "sunkumas: 0 nėra, 1 smulku, 2 keičia atsakymą, 3 atsakyti negalima",
          en: "severity: 0 none, 1 slight, 2 changes the answer, 3 cannot be answered",
        },
      },
      { name: "fix", example: "Say: in your town", says: { lt: "siūloma pataisa", en: "proposed mending" } },
      {
        name: "decision",
        optional: true,
        example: "reword",
        says: { lt: `sprendimas: ${decisions.join(", ")}`, en: `decision: ${decisions.join(", ")}` },
      },
    ],
  },
  ratings: {
    file: "ratings.csv",
    mostBytes: 5 * megabyte,
    columns: [
      item,
      {
        name: "rater",
        example: "E1",
        says: { lt: "eksperto pseudonimas, pvz., E1", en: "pseudonym of the expert, such as E1" },
      },
      {
        name: "relevance",
        example: "4",
        says: {
          lt: "kiek klausimas svarbus: 1 nesvarbus, 2 mažai, 3 svarbus, 4 būtinas",
          en: "how relevant: 1 not, 2 somewhat, 3 quite, 4 essential",
        },
      },
    ],
  },
  paradata: {
    file: "paradata.csv",
    mostBytes: 60 * megabyte,
    columns: [
      response,
      { ...item, optional: true, says: { lt: "klausimas arba", en: "the item, or" } },
      {
        name: "page",
        optional: true,
        example: "",
        says: {
          lt: "visas puslapis, jei klausimai atskirai nematuoti",
          en: "the page as a whole, where items are not timed",
        },
      },
      { name: "milliseconds", example: "5400", says: { lt: "trukmė", en: "time spent" } },
      {
        name: "focused",
        example: "yes",
        says: {
          lt: "ar langas buvo priekyje: yes arba no",
          en: "whether the window was in front: yes or no",
        },
      },
    ],
  },
  retest: {
    file: "retest.csv",
    mostBytes: 20 * megabyte,
    further: "units",
    columns: [response],
  },
  interviewers: {
    file: "interviewers.csv",
    mostBytes: 20 * megabyte,
    columns: [
      response,
      {
        name: "interviewer",
        example: "I07",
        says: { lt: "apklausėjo pseudonimas, pvz., I07", en: "pseudonym of the interviewer, such as I07" },
      },
    ],
  },
} as const satisfies Readonly<Record<string, PilotTable>>;

/** Lines that begin so are examples, and nobody reads them as data. */
export const exampleMark = "EXAMPLE";
