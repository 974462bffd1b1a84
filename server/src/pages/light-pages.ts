import type { PublicWave } from "@tiltas/contract/waves";
import { type LightFiles, languagePage, lightPage, troublePage } from "@tiltas/instrument/page";
import { acceptedLanguages, languageToBeginWith, written } from "@tiltas/instrument/words";
import type { Progress } from "../fieldwork/progress.ts";
import type { Instruments } from "../instruments/instruments.ts";
import { type Rendered, rendered } from "./rendered.ts";

/** What a link says, as far as the page depends on it. */
export interface Asked {
  readonly language: string | null;
  readonly mode: string | null;
  readonly channel: string | null;
  /** Whether the link asks for a personal code. */
  readonly code: boolean;
  readonly acceptLanguage: string;
}

export interface LightPages {
  /** The page of a wave that there is. */
  of(wave: string, asked: Asked): Promise<Rendered>;
  unknown(asked: Asked): Rendered;
}

interface Known {
  readonly wave: PublicWave;
  /** The wave as it was when the pages were made. */
  readonly state: string;
  readonly pages: Map<string, Rendered>;
}

/** Pages by wave, language and mode: made once for a state of the wave, then kept. */
export function createLightPages(needs: {
  progress: Pick<Progress, "publicWave">;
  instruments: Instruments;
  files: LightFiles;
}): LightPages {
  const { progress, instruments, files } = needs;
  const known = new Map<string, Known>();

  /** The pages that were made for the wave as it is now. */
  function pagesOf(wave: PublicWave): Map<string, Rendered> {
    const kept = known.get(wave.id);
    if (kept?.wave === wave) return kept.pages;
    const state = JSON.stringify(wave);
    const pages = kept?.state === state ? kept.pages : new Map<string, Rendered>();
    known.set(wave.id, { wave, state, pages });
    return pages;
  }

  return {
    async of(id, asked) {
      const wave = await progress.publicWave(id);
      const language = languageOf(wave.languages, asked);
      if (language === undefined) return rendered(languagePage({ wave, files }, addressOf(asked)));
      const mode = modeOf(wave, asked.mode);
      const key = `${language} ${mode}`;
      const pages = pagesOf(wave);
      const kept = pages.get(key);
      if (kept) return kept;
      const instrument = (await instruments.find(wave.instrument))?.instrument;
      if (instrument === undefined) throw new Error("A wave asks with an instrument that is not there.");
      const made = rendered(lightPage({ wave, instrument, language, mode, files }));
      pages.set(key, made);
      return made;
    },
    unknown: (asked) => rendered(troublePage("unknown", languageOf(written, asked) ?? "lt", files)),
  };
}

/** On a kiosk's tablet the browser's language is nobody's: whoever comes next is asked. */
function languageOf(
  offered: readonly string[],
  { language, mode, acceptLanguage }: Asked,
): string | undefined {
  const spoken = mode === "kiosk" ? [] : acceptedLanguages(acceptLanguage);
  return languageToBeginWith(offered, language, spoken);
}

/** The link's way of asking counts where the wave offers it. */
function modeOf({ modes }: PublicWave, wanted: string | null): string {
  const offered: readonly string[] = modes;
  if (wanted !== null && offered.includes(wanted)) return wanted;
  return offered.includes("web") ? "web" : (offered[0] ?? "web");
}

/** The same link in one language; only what has a known shape is carried on. */
function addressOf({ mode, channel, code }: Asked): (language: string) => string {
  const carried = new URLSearchParams();
  if (mode !== null && /^[a-z]{1,20}$/.test(mode)) carried.set("mode", mode);
  if (channel !== null && /^[a-z0-9-]{1,40}$/.test(channel)) carried.set("channel", channel);
  if (code) carried.set("code", "");
  return (language) => `?${new URLSearchParams([["lang", language], ...carried])}`;
}
