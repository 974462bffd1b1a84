import { fitName, type Item } from "../../definition/index.ts";
import type { Objection, Rule } from "../rule.ts";

/** Variable names that a statistics package does not take, once options and rows have become variables. */
export const statisticsNames: Rule = {
  id: "statistics-names",
  severity: "warning",
  reason: {
    en: "Stata takes at most 32 characters, SPSS and Stata keep some words for themselves, and neither tells cases apart everywhere: such variables are renamed on export, each time in another way.",
    lt: "Stata priima iki 32 ženklų, SPSS ir Stata kai kuriuos žodžius pasilieka sau, raidžių dydį skiria ne visur: tokie kintamieji eksportuojant pervadinami, kaskart kitaip.",
  },
  *check({ items }) {
    const taken = new Map<string, Item>();
    for (const item of items) {
      if (!fitName.test(item.name)) continue;
      if (reserved.has(item.name.toLowerCase())) yield isReserved(item);
      const [long] = variablesOf(item).filter((variable) => variable.length > longest);
      if (long !== undefined) yield isLong(item, long);
      for (const variable of variablesOf(item)) {
        const key = variable.toLowerCase();
        const other = taken.get(key);
        if (other !== undefined && other.name.toLowerCase() !== item.name.toLowerCase())
          yield fallsTogether(item, other, variable);
        taken.set(key, item);
      }
    }
  },
};

const longest = 32;

/**
 * Words that SPSS or Stata keep for themselves.
 *
 * @source  IBM SPSS Statistics, Variable names: reserved keywords; Stata User's Guide 11.3, Naming conventions
 */
const reserved = new Set(
  [
    ..."all and by eq ge gt le lt ne not or to with".split(" "),
    ..."byte double float if in int long using with _all _b _coef _cons _n _pi _pred _rc _skip strl".split(
      " ",
    ),
  ].concat(Array.from({ length: 2045 }, (_, i) => `str${i + 1}`)),
);

/** Names as datasets spell them: one variable for each option of several, row and part. */
function variablesOf({ name, kind, choices, rows, parts = [] }: Item): string[] {
  const spelled = (ending: string | number) => `${name}_${String(ending).replace(/[^A-Za-z0-9]+/g, "_")}`;
  if (kind === "multiple" || kind === "ranking") return choices.map(({ code }) => spelled(code));
  if (kind === "matrix") return rows.map(({ code }) => spelled(code));
  if (kind === "grid") return rows.flatMap((row) => parts.map((part) => spelled(`${row.code}_${part.name}`)));
  if (kind === "composite") return parts.map((part) => spelled(part.name));
  return kind === "roster" ? parts.map((part) => spelled(`10_${part.name}`)) : [name];
}

function isReserved({ name, path }: Item): Objection {
  return {
    path: `${path}.name`,
    says: {
      en: [
        `${name} is a word that SPSS or Stata keep for themselves.`,
        "Choose another name before the first version is published.",
      ],
      lt: [
        `${name} – žodis, kurį SPSS ar Stata pasilieka sau.`,
        "Kol pirmoji versija nepaskelbta, pasirinkite kitą vardą.",
      ],
    },
  };
}

function isLong({ path }: Item, variable: string): Objection {
  return {
    path: `${path}.name`,
    severity: "advice",
    says: {
      en: [
        `The variable ${variable} has ${variable.length} characters; Stata cuts names at ${longest}.`,
        "Shorten the item's name or the codes.",
      ],
      lt: [
        `Kintamojo ${variable} varde ${variable.length} ženklų; Stata vardus nukerta ties ${longest}.`,
        "Sutrumpinkite klausimo vardą arba kodus.",
      ],
    },
  };
}

function fallsTogether({ name, path }: Item, other: Item, variable: string): Objection {
  return {
    path: `${path}.name`,
    says: {
      en: [
        `${name} and ${other.name} would both give a variable ${variable}.`,
        "Rename one of the items or codes.",
      ],
      lt: [
        `Ir ${name}, ir ${other.name} duotų kintamąjį ${variable}.`,
        "Vieną iš klausimų ar kodų pervadinkite.",
      ],
    },
  };
}
