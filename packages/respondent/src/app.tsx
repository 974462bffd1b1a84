import type { PublicWave } from "@tiltas/contract/waves";
import { useCallback, useEffect, useState } from "react";
import { type Device, type KeepingState, keeping } from "./device/index.ts";
import { leave, TopBar } from "./frame/index.ts";
import { languageRemembered, type Place, placeToBegin, type Remembered } from "./journey.ts";
import type { Collector } from "./outbox/index.ts";
import { Screens } from "./screens.tsx";
import { findWave, type Link, languageToBeginWith } from "./start/index.ts";
import { directionOf, wordsIn } from "./words/index.ts";

export interface Tools {
  readonly device: Device;
  readonly collector: Collector;
  readonly fetchNow: typeof fetch;
  readonly now: () => Date;
  readonly newId: () => string;
}

interface AppProps {
  readonly link: Link;
  readonly browserLanguages: readonly string[];
  readonly tools: Tools;
}

const ours = ["lt", "en", "uk", "ru"];

/** The whole way from the link to the receipt: the frame that stays, and the screen of the moment. */
export function App({ link, browserLanguages, tools }: AppProps) {
  const [wave, setWave] = useState<PublicWave>();
  const [place, setPlace] = useState<Place>({ screen: "loading" });
  const [chosen, setChosen] = useState(() => languageToBeginWith(ours, link.language, browserLanguages));
  const [keepingState, setKeepingState] = useState<KeepingState>({ kind: "nothing-yet" });
  const [keeper] = useState(() => keeping(tools.device.saveDraft, tools.now, setKeepingState));
  const language = chosen ?? wave?.languages[0] ?? "lt";
  const words = wordsIn(language);

  const begin = useCallback(async () => {
    setPlace({ screen: "loading" });
    const found =
      link.wave === undefined ? { kind: "unknown" as const } : await findWave(link.wave, tools.fetchNow);
    if (found.kind !== "found") return setPlace({ screen: "unavailable", trouble: found.kind });
    const remembered = await rememberedOn(tools.device, found.wave.id);
    const first =
      languageRemembered(remembered) ??
      languageToBeginWith(found.wave.languages, link.language, browserLanguages);
    setWave(found.wave);
    setChosen(first);
    setPlace(placeToBegin(found.wave, first, remembered));
  }, [link, browserLanguages, tools]);

  useEffect(() => void begin(), [begin]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);

  return (
    <>
      {wave?.synthetic && <p className="demonstration">{words.demonstration}</p>}
      <TopBar
        words={words}
        language={language}
        languages={place.screen === "language" ? [] : (wave?.languages ?? [])}
        onLanguage={setChosen}
        onExit={() => void leave(keeper.settled())}
      />
      <Screens
        {...{ wave, place, words, language, link, tools, keeper, keepingState }}
        onPlace={setPlace}
        onLanguage={setChosen}
        onBegin={begin}
      />
    </>
  );
}

/** Nothing remembered and nothing readable are the same here: the interview then begins anew. */
async function rememberedOn(device: Device, wave: string): Promise<Remembered> {
  try {
    return { draft: await device.draft(wave), waiting: await device.waiting(wave) };
  } catch {
    return {};
  }
}
