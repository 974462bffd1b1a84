import type { PublicWave } from "@tiltas/contract/waves";
import { inLanguage, type Words } from "@tiltas/instrument/words";
import { type ReactElement, useEffect } from "react";
import type { Draft, KeepingState } from "./device/index.ts";
import { ForOthersScreen, nextPerson, OfficeScreen, ReceiptScreen, SendingScreen } from "./end/index.ts";
import { Screen } from "./frame/index.ts";
import { InterviewRoom, Loading } from "./interview-room.tsx";
import type { Place } from "./journey.ts";
import { CodeScreen, Elsewhere, MovedScreen, MoveScreen } from "./moving/index.ts";
import { ElsewhereScreen, type Link, UnavailableScreen } from "./start/index.ts";
import { carryOut, goOnHere, handOver, letGo, moveAway, remove, removeDraft } from "./steps.ts";
import type { Tools } from "./tools.ts";
import type { Keeper } from "./use-keeper.ts";

interface ScreensProps {
  readonly wave: PublicWave | undefined;
  readonly place: Place;
  readonly words: Words;
  readonly language: string;
  readonly link: Link;
  readonly tools: Tools;
  readonly keeper: Keeper;
  readonly keepingState: KeepingState;
  readonly onPlace: (place: Place) => void;
  readonly onLanguage: (language: string) => void;
  readonly onTakeOver: () => void;
  /** There is nothing to go on with: somebody else asks for language and consent. */
  readonly onBeginAnew: () => void;
  /** The person says that this device is not theirs. */
  readonly onNotMine: (draft: Draft) => void;
  /** Makes room for whoever comes next; undefined where a device is one person's. */
  readonly onNextPerson: (() => void) | undefined;
}

type At<Screen extends Place["screen"]> = Extract<Place, { readonly screen: Screen }>;
type Here<P extends Place> = Omit<ScreensProps, "place" | "wave"> & {
  readonly place: P;
  readonly wave: PublicWave;
};

/** The screen of the moment, and what leads from one to the next. */
export function Screens(props: ScreensProps): ReactElement {
  const { wave, place, words, language } = props;
  if (place.screen === "unavailable") return <Unavailable {...props} place={place} />;
  if (wave === undefined) return <Loading words={words} />;
  const { notice } = wave;
  const end = { onNextPerson: props.onNextPerson, removeEverything: props.tools.removeEverything };
  switch (place.screen) {
    case "loading":
      return <Loading words={words} />;
    case "begin-anew":
      return <BeginAnew onBeginAnew={props.onBeginAnew} />;
    case "withdrawn":
      return <Screen name="withdrawn" heading={words.withdrawn} bottom={nextPerson(props)} />;
    case "interview":
      return <Interview {...props} wave={wave} place={place} />;
    case "move":
      return <Move {...props} wave={wave} place={place} />;
    case "moved":
      return <Moved {...props} wave={wave} place={place} />;
    case "code":
      return <Code {...props} wave={wave} place={place} />;
    case "for-others":
      return <ForOthersScreen {...place} {...{ help: wave.help, words, language }} {...end} />;
    case "elsewhere":
      return <ElsewhereScreen words={words} onContinueHere={props.onTakeOver} />;
    case "sending":
      return <Sending {...props} wave={wave} place={place} />;
    case "office":
      return <OfficeScreen {...place} {...{ help: wave.help, words, language }} {...end} />;
    case "receipt":
      return <ReceiptScreen {...place} {...{ notice, help: wave.help, words, language }} {...end} />;
  }
}

/** Nothing of it is shown: the light page takes over. */
function BeginAnew({ onBeginAnew }: Pick<ScreensProps, "onBeginAnew">): null {
  useEffect(onBeginAnew, [onBeginAnew]);
  return null;
}

function Interview(props: Here<At<"interview">>) {
  const { wave, place, tools, keeper, words, language, onPlace } = props;
  const newest = () => keeper.newest() ?? place.draft;
  const { ownership } = tools.device;
  return (
    <InterviewRoom
      {...props}
      key={place.draft.responseId}
      draft={place.draft}
      opened={place.opened ?? "returned"}
      purpose={inLanguage(wave.notice.points[0]?.detail ?? {}, language)}
      isKept={ownership !== "kiosk"}
      fetchNow={tools.fetchNow}
      onTrouble={(trouble) => onPlace({ screen: "unavailable", trouble })}
      onFinished={async (draft) => onPlace(await handOver(draft, wave, keeper, tools))}
      onForOthers={async () => onPlace(await letGo(newest(), wave, keeper, tools))}
      onStartOver={async () => {
        await removeDraft(newest(), keeper, tools);
        onPlace({ screen: "begin-anew" });
      }}
      aside={
        ownership !== "paired" && (
          <Elsewhere
            words={words}
            onMove={() => onPlace({ screen: "move", draft: newest() })}
            onNotMine={ownership === "personal" ? () => props.onNotMine(newest()) : undefined}
          />
        )
      }
    />
  );
}

function Move({ place, words, tools, keeper, onPlace }: Here<At<"move">>) {
  const { draft } = place;
  return (
    <MoveScreen
      {...{ draft, words }}
      mover={tools.mover}
      onBack={() => onPlace({ screen: "interview", draft })}
      onMoved={async (code) => onPlace(await moveAway(code, draft, keeper, tools))}
    />
  );
}

function Moved({ wave, place, words, onNextPerson }: Here<At<"moved">>) {
  const address = `${window.location.origin}/w/${encodeURIComponent(wave.id)}?resume`;
  return <MovedScreen {...place} {...{ address, words, onNextPerson }} />;
}

function Code({ wave, link, words, tools, keeper, onPlace, onLanguage }: Here<Place>) {
  const goOn = async (draft: Draft) => {
    onLanguage(draft.language);
    onPlace(
      draft.wave === wave.id
        ? await goOnHere(draft, wave, link, keeper, tools)
        : { screen: "unavailable", trouble: "unknown" },
    );
  };
  return <CodeScreen words={words} mover={tools.mover} onTaken={goOn} />;
}

function Sending({
  wave,
  place,
  words,
  language,
  tools,
  keeper,
  onPlace,
  onNextPerson,
}: Here<At<"sending">>) {
  const closed: Place = { screen: "unavailable", trouble: "closed" };
  return (
    <SendingScreen
      {...place}
      {...{ words, language, onNextPerson }}
      outbox={tools.device}
      collector={tools.collector}
      random={tools.random}
      onDecision={async (decision) => onPlace(await carryOut(decision, place.waiting, tools))}
      onRemove={async () => onPlace(await remove(wave.id, closed, keeper, tools))}
    />
  );
}

function Unavailable(props: Omit<ScreensProps, "place"> & { readonly place: At<"unavailable"> }) {
  const { wave, place, words, tools, keeper, onPlace } = props;
  const { trouble, hasDraft = false } = place;
  const removeDraft = async () => {
    if (wave !== undefined) onPlace(await remove(wave.id, { screen: "unavailable", trouble }, keeper, tools));
  };
  return (
    <UnavailableScreen
      {...{ trouble, hasDraft, words }}
      onTryAgain={() => window.location.reload()}
      onRemoveDraft={removeDraft}
    />
  );
}
