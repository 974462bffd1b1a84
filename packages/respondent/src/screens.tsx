import type { PublicWave } from "@tiltas/contract/waves";
import type { Tools } from "./app.tsx";
import type { Draft, Keeping, KeepingState } from "./device/index.ts";
import { OfficeScreen, ReceiptScreen, SendingScreen } from "./end/index.ts";
import { InterviewRoom, Loading } from "./interview-room.tsx";
import type { Place } from "./journey.ts";
import { type FinalDecision, seal, type Waiting } from "./outbox/index.ts";
import {
  ConsentScreen,
  consentRecord,
  DeclinedScreen,
  ElsewhereScreen,
  LanguageScreen,
  type Link,
  NoticeScreen,
  UnavailableScreen,
} from "./start/index.ts";
import type { Words } from "./words/index.ts";

interface ScreensProps {
  readonly wave: PublicWave | undefined;
  readonly place: Place;
  readonly words: Words;
  readonly language: string;
  readonly link: Link;
  readonly tools: Tools;
  readonly keeper: Keeping;
  readonly keepingState: KeepingState;
  readonly onPlace: (place: Place) => void;
  readonly onLanguage: (language: string) => void;
  readonly onTakeOver: () => void;
}

/** The screen of the moment, and what leads from one to the next. */
export function Screens(props: ScreensProps) {
  const { wave, place, words, language, tools, onPlace } = props;
  if (place.screen === "unavailable") return <Unavailable {...props} trouble={place} />;
  if (wave === undefined || place.screen === "loading") return <Loading words={words} />;
  const { consent } = wave.notice;
  const goTo = (screen: "notice" | "consent" | "declined") => () => onPlace({ screen });
  switch (place.screen) {
    case "language":
      return <Language {...props} wave={wave} />;
    case "notice":
      return <NoticeScreen {...{ wave, words, language }} onNext={goTo("consent")} />;
    case "consent": {
      const answer = (agrees: boolean) =>
        onPlace(agrees ? beginInterview(wave, props) : { screen: "declined" });
      return (
        <ConsentScreen
          {...{ words, language }}
          notice={wave.notice}
          onBack={goTo("notice")}
          onAnswer={answer}
        />
      );
    }
    case "declined":
      return <DeclinedScreen {...{ consent, words, language }} onReconsider={goTo("consent")} />;
    case "interview":
      return (
        <InterviewRoom
          {...props}
          key={place.draft.responseId}
          draft={place.draft}
          fetchNow={tools.fetchNow}
          onTrouble={(trouble) => onPlace({ screen: "unavailable", trouble })}
          onFinished={async (draft) => onPlace(await handOver(draft, props))}
          onStartOver={async () => {
            await forget(tools, wave.id);
            onPlace({ screen: "notice" });
          }}
        />
      );
    case "elsewhere":
      return <ElsewhereScreen words={words} onContinueHere={props.onTakeOver} />;
    case "sending": {
      const decided = async (decision: FinalDecision) =>
        onPlace(await carryOut(decision, place.waiting, tools));
      return (
        <SendingScreen
          {...place}
          words={words}
          collector={tools.collector}
          random={tools.random}
          onDecision={decided}
          onRemove={async () => {
            await forget(tools, wave.id);
            onPlace({ screen: "unavailable", trouble: "closed" });
          }}
        />
      );
    }
    case "office":
      return <OfficeScreen {...place} words={words} />;
    case "receipt":
      return <ReceiptScreen {...place} {...{ words, language }} notice={wave.notice} />;
  }
}

function Language({ wave, onLanguage, onPlace }: ScreensProps & { readonly wave: PublicWave }) {
  const choose = (language: string) => {
    onLanguage(language);
    onPlace({ screen: "notice" });
  };
  return <LanguageScreen languages={wave.languages} onChoose={choose} />;
}

type Unavailability = Extract<Place, { screen: "unavailable" }>;

function Unavailable({
  trouble,
  wave,
  words,
  tools,
  onPlace,
}: ScreensProps & { readonly trouble: Unavailability }) {
  const removeDraft = async () => {
    if (wave !== undefined) await forget(tools, wave.id);
    onPlace({ screen: "unavailable", trouble: trouble.trouble });
  };
  return (
    <UnavailableScreen
      trouble={trouble.trouble}
      hasDraft={trouble.hasDraft ?? false}
      words={words}
      onTryAgain={() => window.location.reload()}
      onRemoveDraft={removeDraft}
    />
  );
}

function beginInterview(wave: PublicWave, { language, link, tools, keeper }: ScreensProps): Place {
  const draft: Draft = {
    wave: wave.id,
    responseId: tools.newId(),
    instrument: wave.instrument,
    consent: consentRecord(wave, language, tools.now()),
    language,
    channel: link.channel,
    answers: {},
    page: null,
  };
  keeper.keep(draft);
  return { screen: "interview", draft };
}

/** The interview is over: into the outbox. Where the device refuses, the answers stay in this page and are sent from it. */
async function handOver(draft: Draft, { keeper, tools }: ScreensProps): Promise<Place> {
  const waiting: Waiting = { upload: seal(draft) };
  await keeper.settled();
  const isOnDisk = await succeeds(tools.device.handOver(waiting));
  return { screen: "sending", waiting, isOnDisk };
}

async function carryOut(decision: FinalDecision, { upload }: Waiting, tools: Tools): Promise<Place> {
  switch (decision.kind) {
    case "delivered":
      return { screen: "receipt", code: decision.code, nothingLeft: await forget(tools, upload.wave) };
    case "with-the-office":
      return { screen: "office", number: upload.responseId, nothingLeft: await forget(tools, upload.wave) };
    case "set-aside": {
      const waiting: Waiting = { upload, setAside: decision.problem };
      return { screen: "sending", waiting, isOnDisk: await succeeds(tools.device.put(waiting)) };
    }
  }
}

async function forget({ device }: Tools, wave: string): Promise<boolean> {
  return succeeds(device.forget(wave));
}

function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
