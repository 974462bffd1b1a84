import type { Conduct } from "../conduct/index.ts";
import type { ConsentId, FilledNotice, Instrument } from "../definition/index.ts";
import { directionOf, inLanguage, type Words, wordsIn } from "../words/index.ts";
import { documentOf, type LightFiles } from "./document.ts";
import { type FirstPage, readFirstPage } from "./first-page.ts";
import { firstSection, momentSection, notLoadedSection } from "./first-section.ts";
import { screen, topBar, waiting } from "./frame.ts";
import type { Beforehand } from "./known.ts";
import { dataBlock, type Markup } from "./markup.ts";
import { ahead } from "./parts.ts";
import {
  type Beginning,
  codeSection,
  consentSection,
  consentsSection,
  declinedSection,
  languageSection,
  noticeSection,
} from "./start.ts";
import { type BuiltApplication, kioskBlock, type LightState, stateBlock } from "./state.ts";
import { type Trouble, unavailableSection } from "./unavailable.ts";

/** What everybody may know of a wave; the same shape as `PublicWave` of the contract, as far as the page needs it. */
export interface LightWave extends Omit<Beforehand, "mode"> {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  readonly synthetic: boolean;
  readonly open: boolean;
  readonly languages: readonly string[];
  readonly modes: readonly string[];
  readonly instrument: string;
  readonly notice: FilledNotice;
  readonly noticeDigest: string;
}

export interface LightPageProps {
  readonly wave: LightWave;
  readonly instrument: Instrument;
  /** What the instrument gives beside its items. */
  readonly beside?: Pick<Conduct, "reasons" | "recordings">;
  readonly language: string;
  readonly mode: string;
  readonly files: LightFiles;
}

/** The page a link opens: notice, consent and the first questions in one document that needs nothing else to begin. */
export function lightPage(props: LightPageProps): string {
  const { wave, instrument, language, files, beside } = props;
  const words = wordsIn(language);
  const source = instrument.manifest.languages[0] ?? language;
  const beginning: Beginning = { language, source, words, notice: wave.notice, title: wave.title };
  const { languages } = instrument.manifest;
  const first = firstPageOf(props);
  const toCome =
    first && ahead(instrument, beforehandOf(wave, props.mode), consentsOf(wave.notice), language);
  const waits =
    first === undefined
      ? []
      : [
          waiting(
            "first",
            firstSection(first, { ...beginning, languages, toCome, reasons: beside?.reasons ?? [] }),
          ),
        ];
  const sections = wave.open
    ? [
        screen(noticeSection(beginning)),
        waiting("code", codeSection(words)),
        waiting("consent", consentSection(beginning)),
        waiting("declined", declinedSection(beginning)),
        wave.notice.consents && waiting("consents", consentsSection(beginning)),
        ...waits,
      ]
    : [screen(unavailableSection("closed", words))];
  return documentOf({
    language,
    title: `${inLanguage(wave.title, language)} – Tiltas`,
    files,
    header: topBar({ words, language, languages: wave.languages, isDemonstration: wave.synthetic }),
    sections: [
      ...sections,
      waiting("loading", momentSection(words)),
      waiting("not-loaded", notLoadedSection(words)),
      dataBlock(stateBlock, stateOf(props, first, words)),
      sendingBehind(props.mode, files),
    ],
  });
}

/**
 * undefined where the application takes over at consent: where survey-core has to be there before the first question,
 * where a question of the first page can be heard, and on a kiosk, where it watches whether anybody is still there.
 */
function firstPageOf({ wave, instrument, mode, language, beside }: LightPageProps): FirstPage | undefined {
  if (mode === "kiosk") return undefined;
  const found = readFirstPage(instrument, beforehandOf(wave, mode), consentsOf(wave.notice));
  if (found.kind !== "found") return undefined;
  const canBeHeard = found.page.questions.some(
    ({ item }) => item && beside?.recordings[item.name]?.[language],
  );
  return canBeHeard ? undefined : found.page;
}

function beforehandOf({ form, sample, stage }: LightWave, mode: string): Beforehand {
  return { mode, form, sample, stage };
}

const consentsOf = ({ consents }: FilledNotice): ConsentId[] => (consents ?? []).map(({ id }) => id);

function stateOf(
  { wave, language, mode, files }: LightPageProps,
  first: FirstPage | undefined,
  words: Words,
): LightState {
  const { id, instrument, noticeDigest, notice, form, sample, stage } = wave;
  const { saved, saving, notSaved, notLoaded, borrowed, onThisPhone, onThisDevice } = words;
  return {
    ...{ wave: id, open: wave.open, instrument, noticeDigest, notice: notice.number, language, mode },
    ...{ form, sample, stage },
    consents: notice.consents === undefined ? null : consentsOf(notice),
    page: first?.name ?? null,
    application: applicationFor(language, wave, files.application),
    words: {
      saved: saved("{0}", "{1}"),
      notSaved: notSaved("{0}"),
      notLoaded: notLoaded("{0}"),
      ...{ saving, borrowed, onThisPhone, onThisDevice },
    },
  };
}

function applicationFor(
  language: string,
  { id, instrument }: LightWave,
  { script, styles, files, byLanguage, fonts }: BuiltApplication,
): LightState["application"] {
  const published = `/api/instruments/${instrument}`;
  const data = [
    `/api/waves/${encodeURIComponent(id)}`,
    published,
    `${published}/drawing`,
    `${published}/conduct`,
  ];
  const later = fonts.filter((font) => fontFiles(language).some((name) => font.includes(name)));
  return { script, styles, files: [...files, ...(byLanguage[language] ?? [])], data, later };
}

/** The fonts of a language by a part of their names; letters outside them come when they are met. */
function fontFiles(language: string): readonly string[] {
  const latin = ["noto-sans-latin-wght"];
  if (["uk", "ru", "be"].includes(language)) return [...latin, "cyrillic-wght"];
  if (language === "tg") return [...latin, "cyrillic-wght", "cyrillic-ext"];
  if (language === "lt") return [...latin, "latin-ext"];
  return directionOf(language) === "rtl" ? [...latin, "arabic"] : latin;
}

/** Where many people answer on one device, what one of them left is sent from every page. */
function sendingBehind(mode: string, { application }: LightFiles): Markup | undefined {
  return mode === "kiosk" ? dataBlock(kioskBlock, application.script) : undefined;
}

/** The same link before its language is known. @param addressIn  the link in one language, with all else it carries */
export function languagePage(
  { wave, mode, files }: Pick<LightPageProps, "wave" | "mode" | "files">,
  addressIn: (language: string) => string,
): string {
  const language = wave.languages[0] ?? "lt";
  const words = wordsIn(language);
  return documentOf({
    language,
    title: `${inLanguage(wave.title, language)} – Tiltas`,
    files,
    header: topBar({ words, language, languages: [], isDemonstration: wave.synthetic }),
    sections: [screen(languageSection(wave.languages, addressIn)), sendingBehind(mode, files)],
  });
}

/** A link that leads nowhere, or cannot be followed now. */
export function troublePage(trouble: Trouble, language: string, files: LightFiles): string {
  const words = wordsIn(language);
  return documentOf({
    language,
    title: "Tiltas",
    files,
    header: topBar({ words, language, languages: [], isDemonstration: false }),
    sections: [screen(unavailableSection(trouble, words))],
  });
}
