import type { Disposition } from "@tiltas/contract/devices";
import type { PublicWave } from "@tiltas/contract/waves";
import { wordsIn } from "@tiltas/instrument/words";
import { useState } from "react";
import type { Draft } from "./device/index.ts";
import { useDocument } from "./document.ts";
import { SafetyNet, TopBar } from "./frame/index.ts";
import type { Place } from "./journey.ts";
import { ParadataPlace, recordingOn } from "./paradata/index.ts";
import { Screens } from "./screens.tsx";
import type { Link } from "./start/index.ts";
import { beginInterview } from "./steps.ts";
import { StorageStrip } from "./storage-strip.tsx";
import { Beginning } from "./tablet/index.ts";
import type { Tools } from "./tools.ts";
import { useKeeper } from "./use-keeper.ts";

export interface VisitProps {
  readonly wave: PublicWave;
  readonly tools: Tools;
  /** An interview that was begun earlier, or how a new one begins. */
  readonly from: Draft | NewVisit;
  /** undefined: left before its end, and the outcome stays as it was. */
  readonly onEnd: (outcome: Disposition | undefined) => void;
}

export interface NewVisit {
  readonly language: string;
  readonly mode: "interviewer" | "telephone";
  readonly case: string | undefined;
}

/** One interview on a paired tablet, from the notice to the receipt; leaving it leads back to the list. */
export function Visit({ wave, tools, from, onEnd }: VisitProps) {
  const [language, speak] = useState(from.language);
  const [place, goTo] = useState<Place | "beginning">(
    "responseId" in from ? { screen: "interview", draft: from, opened: "resumed" } : "beginning",
  );
  const { keeper, state: keepingState } = useKeeper(tools.device, tools.now);
  const [recording] = useState(() => recordingOn(tools.device));
  const words = wordsIn(language);
  useDocument(language, wave);
  const link: Link = { wave: wave.id, language, channel: null, mode: from.mode, hasCode: false };
  const leave = async () => {
    await keeper.settled();
    onEnd(outcomeAt(place));
  };
  return (
    <>
      <TopBar
        {...{ words, language }}
        isDemonstration={wave.synthetic}
        languages={wave.languages}
        onLanguage={speak}
        onExit={leave}
      />
      <StorageStrip news={tools.storage} words={words} />
      <SafetyNet words={words}>
        {place === "beginning" ? (
          <Beginning
            {...{ wave, words, language }}
            onRefusal={() => onEnd("refusal")}
            onConsent={(given) =>
              goTo(beginInterview(wave, language, { ...link, case: from.case }, keeper, tools, given))
            }
          />
        ) : (
          <ParadataPlace value={recording}>
            <Screens
              {...{ wave, place, words, language, link, tools, keeper, keepingState }}
              onPlace={goTo}
              onBeginAnew={() => goTo("beginning")}
              onLanguage={speak}
              onTakeOver={leave}
              onNotMine={() => undefined}
              onNextPerson={leave}
            />
          </ParadataPlace>
        )}
      </SafetyNet>
    </>
  );
}

/** What an interview that ends at this place means for its case. */
function outcomeAt(place: Place | "beginning"): Disposition | undefined {
  if (place === "beginning") return undefined;
  switch (place.screen) {
    case "sending":
    case "receipt":
    case "office":
      return "complete";
    case "for-others":
      return "not-eligible";
    default:
      return undefined;
  }
}
