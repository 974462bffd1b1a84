import { basename, dirname, resolve } from "node:path";
import { DefinitionError, readInstrument } from "@tiltas/instrument/definition";
import { lint } from "@tiltas/instrument/lint";
import { compilePlan } from "@tiltas/instrument/plan";
import type { Said, WordLanguage } from "@tiltas/instrument/versions";
import type { InstrumentFolder } from "@tiltas/store/folders";
import { indicatorRefusals } from "./indicators.ts";
import { interviewRefusals } from "./interviews.ts";
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
