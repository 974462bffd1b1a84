import type { PublicWave } from "@tiltas/contract/waves";
import { type LightFiles, languagePage, lightPage, troublePage } from "@tiltas/instrument/page";
import { acceptedLanguages, languageToBeginWith, written } from "@tiltas/instrument/words";
import { type ReadyMade, readyMade } from "../door/ready-made.ts";
import type { Progress } from "../fieldwork/progress.ts";
import type { Instruments } from "../instruments/instruments.ts";

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
  of(wave: string, asked: Asked): Promise<ReadyMade>;
  unknown(asked: Asked): ReadyMade;
}

interface Known {
  readonly wave: PublicWave;
  /** The wave as it was when the pages were made. */
  readonly state: string;
  /** By language and way of asking. */
  readonly pages: Map<string, ReadyMade>;
  /** Lists of languages, by what the link carries on. */
  readonly links: Map<string, ReadyMade>;
}

/** Pages by wave, language and mode: made once for a state of the wave, then kept. */
export function createLightPages(needs: {
  progress: Pick<Progress, "publicWave">;
  instruments: Instruments;
  files: LightFiles;
}): LightPages {
  const { progress, instruments, files } = needs;
  const known = new Map<string, Known>();
  const unknown = new Map<string, ReadyMade>();

  /** The pages that were made for the wave as it is now. */
  function pagesOf(wave: PublicWave): Known {
    const last = known.get(wave.id);
    if (last?.wave === wave) return last;
    const state = JSON.stringify(wave);
    const { pages, links } = last?.state === state ? last : { pages: new Map(), links: new Map() };
    const now = { wave, state, pages, links };
    known.set(wave.id, now);
    return now;
  }

  return {
    async of(id, asked) {
      const wave = await progress.publicWave(id);
      const { pages, links } = pagesOf(wave);
      const language = languageOf(wave.languages, asked);
      const mode = modeOf(wave, asked.mode);
      if (language === undefined) {
        const address = addressOf(asked);
        if (links.size >= linksAtMost) links.clear();
        return kept(links, address(""), () => languagePage({ wave, mode, files }, address));
      }
      const published = await instruments.find(wave.instrument);
      if (published === undefined) throw new Error("A wave asks with an instrument that is not there.");
      const { instrument, conduct } = published;
      return kept(pages, `${language} ${mode}`, () =>
        lightPage({ wave, instrument, beside: conduct, language, mode, files }),
      );
    },
    unknown(asked) {
      const language = languageOf(written, asked) ?? "lt";
      return kept(unknown, language, () => troublePage("unknown", language, files));
    },
  };
}

/** Links without a language that are remembered of a wave: strangers may make up any number of them. */
const linksAtMost = 200;

function kept(pages: Map<string, ReadyMade>, name: string, make: () => string): ReadyMade {
  const page = pages.get(name) ?? readyMade(make());
  pages.set(name, page);
  return page;
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
