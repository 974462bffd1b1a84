import type { PublicWave } from "@tiltas/contract/waves";
import { directionOf, inLanguage, wordsIn } from "@tiltas/instrument/words";
import { useEffect, useState } from "react";
import { type KeepingState, keeping } from "./device/index.ts";
import { leave, SafetyNet, TopBar } from "./frame/index.ts";
import { Screens } from "./screens.tsx";
import type { Link } from "./start/index.ts";
import type { Tools } from "./tools.ts";
import { useJourney } from "./use-journey.ts";

interface AppProps {
  readonly link: Link;
  readonly browserLanguages: readonly string[];
  readonly tools: Tools;
}

/** The whole way from the link to the receipt: the frame that stays, and the screen of the moment. */
export function App({ link, browserLanguages, tools }: AppProps) {
  const { wave, place, language, goTo, speak, takeOver } = useJourney(link, browserLanguages, tools);
  const [keepingState, setKeepingState] = useState<KeepingState>({ kind: "nothing-yet" });
  const [keeper] = useState(() => keeping(tools.device.saveDraft, tools.now, setKeepingState));
  const words = wordsIn(language);
  useDocument(language, wave);
  return (
    <>
      <TopBar
        words={words}
        language={language}
        isDemonstration={wave?.synthetic ?? false}
        languages={place.screen === "language" ? [] : (wave?.languages ?? [])}
        onLanguage={speak}
        onExit={() => void leave(keeper.settled())}
      />
      <SafetyNet words={words}>
        <Screens
          {...{ wave, place, words, language, link, tools, keeper, keepingState }}
          onPlace={goTo}
          onLanguage={speak}
          onTakeOver={takeOver}
        />
      </SafetyNet>
    </>
  );
}

/** Tells the browser, and through it a screen reader, which language is spoken and what the page is about. */
function useDocument(language: string, wave: PublicWave | undefined): void {
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    document.title = wave === undefined ? "Tiltas" : `${inLanguage(wave.title, language)} – Tiltas`;
  }, [language, wave]);
}
