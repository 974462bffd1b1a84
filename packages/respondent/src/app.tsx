import type { PublicWave } from "@tiltas/contract/waves";
import { useCallback, useEffect, useState } from "react";
import { type Device, holdAlone, type KeepingState, keeping } from "./device/index.ts";
import { leave, SafetyNet, TopBar } from "./frame/index.ts";
import { loadInterviewScreen } from "./interview/index.ts";
import { languageRemembered, type Place, placeToBegin, type Remembered } from "./journey.ts";
import type { Collector } from "./outbox/index.ts";
import { Screens } from "./screens.tsx";
import { findWave, type Link, languageToBeginWith } from "./start/index.ts";
import { directionOf, inLanguage, wordsIn, written } from "./words/index.ts";

/** What the application needs from the world; only main.tsx chooses. */
export interface Tools {
  readonly device: Device;
  readonly collector: Collector;
  readonly fetchNow: typeof fetch;
  readonly now: () => Date;
  readonly newId: () => string;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
}

interface AppProps {
  readonly link: Link;
  readonly browserLanguages: readonly string[];
  readonly tools: Tools;
}

/** The whole way from the link to the receipt: the frame that stays, and the screen of the moment. */
export function App({ link, browserLanguages, tools }: AppProps) {
  const [wave, setWave] = useState<PublicWave>();
  const [place, setPlace] = useState<Place>({ screen: "loading" });
  const [chosen, setChosen] = useState(() => languageToBeginWith(written, link.language, browserLanguages));
  const [keepingState, setKeepingState] = useState<KeepingState>({ kind: "nothing-yet" });
  const [keeper] = useState(() => keeping(tools.device.saveDraft, tools.now, setKeepingState));
  const language = chosen ?? wave?.languages[0] ?? "lt";
  const words = wordsIn(language);
  useDocument(language, wave);

  const begin = useCallback(
    async (takeOver: boolean) => {
      const found =
        link.wave === undefined ? { kind: "unknown" as const } : await findWave(link.wave, tools.fetchNow);
      if (found.kind !== "found") return setPlace({ screen: "unavailable", trouble: found.kind });
      const isOurs = await holdAlone(found.wave.id, takeOver, () => setPlace({ screen: "elsewhere" }));
      const remembered = await rememberedOn(tools.device, found.wave.id);
      const { languages } = found.wave;
      const first =
        languageRemembered(remembered) ?? languageToBeginWith(languages, link.language, browserLanguages);
      setWave(found.wave);
      setChosen(first);
      setPlace(isOurs ? placeToBegin(found.wave, first, remembered) : { screen: "elsewhere" });
      loadInterviewScreen().catch(() => undefined);
    },
    [link, browserLanguages, tools],
  );
  useEffect(() => void begin(false), [begin]);

  return (
    <>
      <TopBar
        words={words}
        language={language}
        isDemonstration={wave?.synthetic ?? false}
        languages={place.screen === "language" ? [] : (wave?.languages ?? [])}
        onLanguage={setChosen}
        onExit={() => void leave(keeper.settled())}
      />
      <SafetyNet words={words}>
        <Screens
          {...{ wave, place, words, language, link, tools, keeper, keepingState }}
          onPlace={setPlace}
          onLanguage={setChosen}
          onTakeOver={() => void begin(true)}
        />
      </SafetyNet>
    </>
  );
}

function useDocument(language: string, wave: PublicWave | undefined): void {
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    document.title = wave === undefined ? "Tiltas" : `${inLanguage(wave.title, language)} – Tiltas`;
  }, [language, wave]);
}

/** Nothing remembered and nothing readable are the same here: the interview then begins anew. */
async function rememberedOn(device: Device, wave: string): Promise<Remembered> {
  try {
    return { draft: await device.draft(wave), waiting: await device.waiting(wave) };
  } catch {
    return {};
  }
}
