import { type Code, channelKindWords, givenWords, type Localized } from "../definition/index.ts";

/** A variable that every response carries beside its answers: how it came about, never what was answered. */
export interface CollectedVariable {
  readonly name: CollectedName;
  readonly labels: Localized;
  /** Empty where codes follow from what was collected: the channels that were used, the places they name. */
  readonly codes: readonly { readonly code: Code; readonly labels: Localized }[];
}

export type CollectedName =
  | "interview_mode"
  | "interview_language"
  | "mode_changed"
  | "language_changed"
  | "channel"
  | "channel_kind"
  | "channel_place"
  | "channel_language";

const say = (en: string, lt: string): Localized => ({ default: en, en, lt });

const modeWords: Readonly<Record<(typeof givenWords.mode)[number], Localized>> = {
  web: say("on one's own device", "savo įrenginyje"),
  interviewer: say("with an interviewer", "su apklausėju"),
  kiosk: say("alone, on a tablet in an office", "vienas, įstaigos planšetėje"),
  telephone: say("by telephone", "telefonu"),
};

const yesOrNo = [
  { code: 1, labels: say("yes", "taip") },
  { code: 0, labels: say("no", "ne") },
];

/** The variables that the application and the link fill in for every response. `languages`: those of the instrument. */
export function collectedVariables(languages: readonly string[]): CollectedVariable[] {
  const spoken = languages.map((tag) => ({ code: tag, labels: say(nameIn("en", tag), nameIn("lt", tag)) }));
  return [
    {
      name: "interview_mode",
      labels: say("How the interview ended", "Kaip baigtas pokalbis"),
      codes: givenWords.mode.map((code) => ({ code, labels: modeWords[code] })),
    },
    {
      name: "interview_language",
      labels: say("Language in which the interview ended", "Kalba, kuria baigtas pokalbis"),
      codes: spoken,
    },
    {
      name: "mode_changed",
      labels: say("The mode changed on the way", "Būdas pakeliui keitėsi"),
      codes: yesOrNo,
    },
    {
      name: "language_changed",
      labels: say("The language changed on the way", "Kalba pakeliui keitėsi"),
      codes: yesOrNo,
    },
    {
      name: "channel",
      labels: say("Recruitment channel of the link", "Nuorodos kvietimo kanalas"),
      codes: [],
    },
    {
      name: "channel_kind",
      labels: say("How the person was reached", "Kaip žmogus pakviestas"),
      codes: Object.entries(channelKindWords).map(([code, labels]) => ({ code, labels })),
    },
    {
      name: "channel_place",
      labels: say(
        "Municipality that the link names (00: the whole country)",
        "Nuorodoje nurodyta savivaldybė (00 – visa šalis)",
      ),
      codes: [],
    },
    {
      name: "channel_language",
      labels: say("Language of the link", "Nuorodos kalba"),
      codes: [...spoken, { code: "any", labels: say("left to the person", "pasirinko pats žmogus") }],
    },
  ];
}

function nameIn(language: string, tag: string): string {
  return new Intl.DisplayNames(language, { type: "language" }).of(tag) ?? tag;
}
