import type { Localized } from "./item.ts";

/** Ways in which people are found, with their words; each is a code of the variable `channel_kind`. */
export const channelKindWords = {
  office: { default: "at an office", en: "at an office", lt: "įstaigoje" },
  poster: { default: "poster", en: "poster", lt: "plakatas" },
  letter: { default: "letter", en: "letter", lt: "laiškas" },
  message: { default: "text message or e-mail", en: "text message or e-mail", lt: "SMS arba el. laiškas" },
  social: { default: "social media", en: "social media", lt: "socialiniai tinklai" },
  partner: {
    default: "through a partner organisation",
    en: "through a partner organisation",
    lt: "per partnerių organizaciją",
  },
  event: { default: "at an event", en: "at an event", lt: "renginyje" },
  interviewer: { default: "by an interviewer", en: "by an interviewer", lt: "pakvietė apklausėjas" },
} as const satisfies Readonly<Record<string, Localized>>;

export type ChannelKind = keyof typeof channelKindWords;

/** A recruitment channel: where, how and in which language people were invited. */
export interface RecruitmentChannel {
  readonly kind: ChannelKind;
  /** Two-digit municipality code, or null for the whole country. */
  readonly place: string | null;
  /** null where the link leaves the language to the person. */
  readonly language: string | null;
}

/** As it stands in links, QR codes and beside the response: `poster-57-uk`, `social-00-any`. */
export function channelName({ kind, place, language }: RecruitmentChannel): string {
  return `${kind}-${place ?? "00"}-${language ?? "any"}`;
}

/** The channel a name stands for; undefined for a name that was not made by `channelName`. */
export function channelOf(name: string): RecruitmentChannel | undefined {
  const [, kind = "", place = "", language = ""] = /^([a-z]+)-(\d{2})-([a-z]{2,3})$/.exec(name) ?? [];
  if (!isChannelKind(kind)) return undefined;
  return { kind, place: place === "00" ? null : place, language: language === "any" ? null : language };
}

function isChannelKind(word: string): word is ChannelKind {
  return Object.hasOwn(channelKindWords, word);
}
