import { wordsIn } from "@tiltas/instrument/words";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useDocument } from "./document.ts";
import type { HandOver } from "./first/hand-over.ts";
import { Idle, leave, SafetyNet, TopBar } from "./frame/index.ts";
import { calmSeconds, forTheNextPerson } from "./kiosk.ts";
import { ParadataPlace, recordingOn } from "./paradata/index.ts";
import { Screens } from "./screens.tsx";
import type { Link } from "./start/index.ts";
import { disown } from "./steps.ts";
import { StorageStrip } from "./storage-strip.tsx";
import type { Tools } from "./tools.ts";
import { useJourney } from "./use-journey.ts";
import { useKeeper } from "./use-keeper.ts";

interface AppProps {
  readonly link: Link;
  readonly browserLanguages: readonly string[];
  readonly tools: Tools;
  /** What the light page leaves to the application; undefined where the application began by itself. */
  readonly handOver: HandOver | undefined;
}

/** The whole way from the link to the receipt: the frame that stays, and the screen of the moment. */
export function App({ link, browserLanguages, tools: given, handOver }: AppProps) {
  const journey = useJourney(link, browserLanguages, given, handOver);
  const { wave, place, language, goTo, speak, takeOver } = journey;
  const [device, setDevice] = useState(given.device);
  const tools = useMemo(() => ({ ...given, device }), [given, device]);
  const { keeper, state: keepingState } = useKeeper(device, tools.now);
  useEffect(() => {
    if (handOver?.isDisowned && handOver.draft && given.device.ownership === "personal")
      void disown(handOver.draft, keeper, given).then(setDevice);
  }, [handOver, keeper, given]);
  const recording = useMemo(() => recordingOn(device, handOver), [device, handOver]);
  const words = wordsIn(language);
  useDocument(language, wave);

  const beginAnew = useCallback(() => {
    if (document.getElementById("first") === null) window.location.reload();
    else handOver?.giveBack();
  }, [handOver]);
  const isKiosk = link.mode === "kiosk";
  const next = () => forTheNextPerson(link, keeper, tools);
  const exit = async () => {
    const destroyed = keeper.settled().then(() => destroyUnlessPersonal(keeper.newest()?.responseId));
    await leave(destroyed);
  };
  const destroyUnlessPersonal = async (responseId: string | undefined) => {
    if (device.ownership === "kiosk" && responseId !== undefined) await device.removeDraft(responseId);
  };
  return (
    <>
      <TopBar
        words={words}
        language={language}
        isDemonstration={wave?.synthetic ?? false}
        languages={wave?.languages ?? []}
        onLanguage={speak}
        onExit={() => void (isKiosk ? next() : exit())}
      />
      <StorageStrip news={tools.storage} words={words} />
      <SafetyNet words={words}>
        <ParadataPlace value={recording}>
          <Screens
            {...{ wave, place, words, language, link, tools, keeper, keepingState }}
            onPlace={goTo}
            onLanguage={speak}
            onTakeOver={takeOver}
            onBeginAnew={beginAnew}
            onNotMine={async (draft) => setDevice(await disown(draft, keeper, tools))}
            onNextPerson={isKiosk ? next : undefined}
          />
        </ParadataPlace>
      </SafetyNet>
      {isKiosk && <Idle calmSeconds={calmSeconds(place)} words={words} onGone={next} />}
    </>
  );
}
