import { basename, dirname, join, resolve } from "node:path";
import { DefinitionError, type Item, readInstrument } from "@tiltas/instrument/definition";
import { Interviews, runInterview } from "@tiltas/instrument/interview";
import { lint } from "@tiltas/instrument/lint";
import { compilePlan } from "@tiltas/instrument/plan";
import {
  canonicalJson,
  indicatorReferences,
  itemOf,
  type Said,
  type WordLanguage,
} from "@tiltas/instrument/versions";
import type { InstrumentFolder } from "@tiltas/store/folders";
import { languageRefusals } from "./languages.ts";

/** Why a version cannot be published yet: what is wrong and what to do next, in one sentence. */
export interface Refusal {
  readonly gate:
    | "folder"
    | "definition"
    | "plan"
    | "interviews"
    | "indicators"
    | "languages"
    | "version"
    | "mapping";
  readonly message: Said;
}

/** What must hold of a version by itself, before it is held against the one before it. */
export function refusalsOf(folder: InstrumentFolder, before: InstrumentFolder | undefined): Refusal[] {
  const unreadable = [...placeRefusals(folder), ...definitionRefusals(folder)];
  if (unreadable.length > 0) return unreadable;
  return [
    ...lintRefusals(folder),
    ...planRefusals(folder),
    ...interviewRefusals(folder),
    ...indicatorRefusals(folder),
    ...languageRefusals(folder, before),
  ];
}

function placeRefusals({ path, manifest: { id, version } }: InstrumentFolder): Refusal[] {
  const place = resolve(path);
  if (basename(place) === version && basename(dirname(place)) === id) return [];
  return [
    {
      gate: "folder",
      message: {
        en: `The manifest says ${id} ${version}, but the folder is ${basename(dirname(place))}/${basename(place)}. Make them equal.`,
        lt: `Faile manifest.json nurodyta ${id} ${version}, o aplankas yra ${basename(dirname(place))}/${basename(place)}. Suvienodinkite.`,
      },
    },
  ];
}

function definitionRefusals(folder: InstrumentFolder): Refusal[] {
  try {
    readInstrument(folder);
    return [];
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    return error.findings.map(({ path, message }) => inBoth("definition", `${path}: ${message}`));
  }
}

function inBoth(gate: Refusal["gate"], sentence: string): Refusal {
  return { gate, message: { en: sentence, lt: sentence } };
}

/** Indicators in force are made of items that are asked. */
function indicatorRefusals(folder: InstrumentFolder): Refusal[] {
  const newest = folder.indicatorSets.at(-1);
  const items = new Map(readInstrument(folder).items.map((item) => [item.name, item]));
  const lost = indicatorReferences(newest?.set).filter(({ variable }) => !isAsked(variable, items));
  return [...Map.groupBy(lost, ({ indicator }) => indicator)].map(([indicator, references]) => {
    const names = [...new Set(references.map(({ variable }) => variable))].join(", ");
    const file = `indicators/${newest?.number}.json`;
    return {
      gate: "indicators",
      message: {
        en: `${file}: ${indicator} is made of ${names}, which this version does not ask. Correct the indicator, or take it out of the set.`,
        lt: `${file}: rodiklis ${indicator} sudarytas iš ${names}, bet šioje versijoje to neklausiama. Pataisykite rodiklį arba išimkite jį iš rinkinio.`,
      },
    };
  });
}

/** A box to tick and a row of a matrix are variables of their own. */
function isAsked(variable: string, items: ReadonlyMap<string, Item>): boolean {
  const name = itemOf(variable);
  const item = items.get(name);
  const part = variable.slice(name.length + 1);
  if (item === undefined || part === "") return item !== undefined;
  const parts = item.kind === "multiple" ? item.choices : item.rows;
  return parts.length === 0 || parts.some(({ code }) => String(code) === part);
}

/** Objections of the severity that must not be published. */
function lintRefusals({
  questionnaire,
  manifest,
  measures,
  translations,
  notices,
}: InstrumentFolder): Refusal[] {
  const notice = notices.at(-1)?.notice;
  const files = {
    questionnaire,
    manifest,
    measures,
    translations: translations.map(({ set }) => set),
    ...(notice === undefined ? {} : { notice }),
  };
  const [en, lt] = (["en", "lt"] as const satisfies readonly WordLanguage[]).map((language) =>
    lint(files, language).filter(({ severity }) => severity === "error"),
  );
  return (en ?? []).map(({ path, message, advice }, i) => {
    const other = lt?.[i];
    return {
      gate: "definition",
      message: {
        en: `${path}: ${message} ${advice}`,
        lt:
          other === undefined
            ? `${path}: ${message} ${advice}`
            : `${other.path}: ${other.message} ${other.advice}`,
      },
    };
  });
}

/** What has no plan, and what survey-core would pass over in silence. */
function planRefusals({ questionnaire }: InstrumentFolder): Refusal[] {
  const { refusals, notices } = compilePlan(questionnaire);
  return [...refusals, ...notices.filter(({ severe }) => severe)].map(({ path, construct, message }) =>
    inBoth("plan", `${path} (${construct}): ${message}`),
  );
}

function interviewRefusals({ questionnaire, interviews, path }: InstrumentFolder): Refusal[] {
  const { success, data, error } = Interviews.safeParse(interviews);
  const file = join(path, "interviews.json");
  if (!success) {
    const [issue] = error.issues;
    return [inBoth("interviews", `${file}: ${issue?.path.join(".")}: ${issue?.message}`)];
  }
  if (data.length === 0)
    return [
      {
        gate: "interviews",
        message: {
          en: `${file} holds no example interview. Write at least one that must keep passing.`,
          lt: `Faile ${file} nėra nė vieno pavyzdinio interviu. Parašykite bent vieną, kuris visada turi pavykti.`,
        },
      },
    ];
  return data.flatMap(({ name, steps, answers }) =>
    failuresOf(name, runInterview(questionnaire, steps), answers),
  );
}

function failuresOf(name: string, result: ReturnType<typeof runInterview>, expected: unknown): Refusal[] {
  const failures = result.findings.map(({ path, message }) => `${path}: ${message}`);
  if (expected !== undefined && canonicalJson(result.answers) !== canonicalJson(expected))
    failures.push("answers: The answers at the end are others.");
  return failures.map((failure) => ({
    gate: "interviews",
    message: {
      en: `The interview “${name}” fails at ${failure} Correct the questionnaire, or the interview.`,
      lt: `Interviu „${name}“ nepavyksta: ${failure} Pataisykite klausimyną arba interviu.`,
    },
  }));
}
