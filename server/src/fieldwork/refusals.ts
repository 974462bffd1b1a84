import { particulars, type StudyParticulars } from "@tiltas/instrument/definition";
import { readTranslations, readyFor, statusIn, translationStatus } from "@tiltas/instrument/translation";
import { canonicalJson } from "@tiltas/instrument/versions";
import type { NewStudy } from "@tiltas/store/port";
import type { PublishedInstrument } from "../instruments/instruments.ts";
import { type WaveFile, WaveFileError } from "./wave-file.ts";

type Wave = Omit<WaveFile, "study">;

/** A study that leaves somebody untold cannot open: every particular speaks every language of the wave. */
export function refuseUntold(file: string, languages: readonly string[], told: StudyParticulars): void {
  for (const name of particulars)
    for (const language of languages)
      if (!told[name][language]?.trim())
        throw new WaveFileError(
          file,
          `study.${name}: says nothing in "${language}", which the wave speaks. Everybody who is asked must read it; add it.`,
        );
}

/** Waves of one study tell the same about it. */
export function refuseOtherwise(waves: readonly { readonly file: string; readonly study: NewStudy }[]): void {
  const known = new Map<string, { file: string; text: string }>();
  for (const { file, study } of waves) {
    const text = canonicalJson(study);
    const other = known.get(study.id);
    if (other && other.text !== text)
      throw new WaveFileError(
        file,
        `study: ${study.id} is described otherwise in ${other.file}. Write the same in both.`,
      );
    known.set(study.id, { file, text });
  }
}

/** The instrument speaks the wave's languages and holds its notice and indicators; for the field it is pretested. */
export function refuseWhatItLacks(file: string, wave: Wave, published: PublishedInstrument): void {
  const { instrument, notices, indicatorSets } = published;
  const { languages } = instrument.manifest;
  const foreign = wave.languages.find((language) => !languages.includes(language));
  if (foreign !== undefined)
    throw new WaveFileError(
      file,
      `languages: the instrument does not speak "${foreign}", only ${languages.join(", ")}.`,
    );
  const untitled = wave.languages.find((language) => !wave.title[language]);
  if (untitled !== undefined)
    throw new WaveFileError(
      file,
      `title: there is none in "${untitled}", which the wave speaks. Respondents read it first; add it.`,
    );
  if (!notices.some(({ number }) => number === wave.notice))
    throw new WaveFileError(file, `notice: the instrument has no notice ${wave.notice}.`);
  if (!indicatorSets.some(({ number }) => number === wave.indicators))
    throw new WaveFileError(file, `indicators: the instrument has no indicators ${wave.indicators}.`);
  if (wave.stage === "field") refuseUntested(file, wave, published);
}

/** Only words that were tried out on people go to the field. */
function refuseUntested(file: string, wave: Wave, published: PublishedInstrument): void {
  const { instrument, questionnaire, notices, translations } = published;
  const { languages } = instrument.manifest;
  const status = translationStatus(
    {
      questionnaire: JSON.parse(questionnaire),
      notice: notices.find(({ number }) => number === wave.notice)?.notice,
      sourceLanguage: languages[0] ?? "lt",
    },
    readTranslations(translations).translations,
    languages,
  );
  for (const language of wave.languages) {
    const { ready, reasons } = readyFor("field", statusIn(status, language));
    if (!ready)
      throw new WaveFileError(
        file,
        `stage: "field" needs every language pretested. ${reasons.join(" ")} Open it as "pilot", or record the pretest.`,
      );
  }
}
