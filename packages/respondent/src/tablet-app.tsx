import type { Case, Disposition } from "@tiltas/contract/devices";
import { useEffect, useMemo, useState } from "react";
import type { Draft } from "./device/index.ts";
import { dayAndHour, withinHour } from "./frame/index.ts";
import {
  BeginScreen,
  HomeScreen,
  type Office,
  PairingScreen,
  placesIn,
  staffLanguage,
  stringsIn,
  TabletBar,
  useDrafts,
  useOffice,
  useQueue,
  useReadiness,
} from "./tablet/index.ts";
import type { Tools } from "./tools.ts";
import { type NewVisit, Visit } from "./visit.tsx";
import "./tablet/tablet.css";

interface TabletAppProps {
  readonly tools: Tools;
  readonly office: Office;
  readonly browserLanguages: readonly string[];
  /** Told the token by which the office knows this tablet. */
  readonly onToken: (token: string) => void;
}

type Doing =
  | { readonly kind: "home" | "pair" }
  | { readonly kind: "begin"; readonly found: Case | undefined }
  | { readonly kind: "visit"; readonly from: Draft | NewVisit };

/** A paired tablet: pairing, the list, one interview after another, and the way to the office. */
export function TabletApp({ tools, office: reached, browserLanguages, onToken }: TabletAppProps) {
  const { device, now } = tools;
  const [speaks, speak] = useState(() => staffLanguage(browserLanguages));
  const strings = stringsIn(speaks);
  const [doing, setDoing] = useState<Doing>({ kind: "home" });
  const office = useOffice(reached, device, now);
  const { record, sync } = office;
  const keepsCopies = record === undefined ? undefined : record?.paired.purpose !== "kiosk";
  const queue = useQueue(device, tools.collector, tools.random, now, keepsCopies);
  const { ready, isChecking, check } = useReadiness(record?.paired, device, tools.fetchNow);
  const drafts = useDrafts(device, doing);
  const places = useMemo(
    () => placesIn(ready?.questionnaire ?? {}, ready?.wave?.municipalityItems[0], speaks),
    [ready, speaks],
  );
  const token = record?.paired.token;
  useEffect(() => {
    if (token === undefined) return;
    onToken(token);
    void sync(ready);
  }, [token, ready, sync, onToken]);
  useStaffPage(speaks, strings.title, doing);

  const home = () => {
    setDoing({ kind: "home" });
    queue.look();
    queue.sendNow();
  };
  const settle = async (id: string | undefined, outcome: Disposition | undefined) => {
    if (id !== undefined && outcome !== undefined) await office.settle(id, outcome);
    await sync(ready);
  };
  const wave = ready?.wave;
  if (doing.kind === "visit" && wave) {
    const { from } = doing;
    const end = (outcome: Disposition | undefined) => {
      home();
      void settle(from.case, outcome);
    };
    return <Visit {...{ wave, tools, from }} onEnd={end} />;
  }
  const isKiosk = record?.paired.purpose === "kiosk";
  const bar = <TabletBar {...{ isKiosk, strings }} onLanguage={() => speak(speaks === "lt" ? "en" : "lt")} />;
  if (record === undefined) return bar;
  if (record === null || doing.kind === "pair") {
    const pair = async (code: string) => {
      const contact = await office.pair(code);
      if (contact === "ok") home();
      return contact;
    };
    return (
      <>
        {bar}
        <PairingScreen strings={strings} onPair={pair} />
      </>
    );
  }
  if (doing.kind === "begin" && wave) {
    const { found } = doing;
    return (
      <>
        {bar}
        <BeginScreen
          {...{ wave, strings }}
          number={found?.number ?? strings.noNumber}
          wanted={found?.language ?? null}
          onBack={home}
          onBegin={(language, mode) => setDoing({ kind: "visit", from: { language, mode, case: found?.id } })}
        />
      </>
    );
  }
  return (
    <>
      {bar}
      <HomeScreen
        {...{ record, wave, drafts, queue, ready, isChecking, strings, places, now }}
        contact={office.contact}
        clock={(time) => dayAndHour(time, speaks)}
        within={(hour) => withinHour(hour, speaks)}
        onCheck={check}
        onPairAgain={() => setDoing({ kind: "pair" })}
        onBegin={(found) => setDoing({ kind: "begin", found })}
        onGoOn={(draft) => setDoing({ kind: "visit", from: draft })}
        onOutcome={settle}
      />
    </>
  );
}

/** Set anew after every interview, which spoke the person's language. */
function useStaffPage(language: string, title: string, doing: Doing): void {
  const isOurs = doing.kind !== "visit";
  useEffect(() => {
    if (!isOurs) return;
    document.documentElement.lang = language;
    document.documentElement.dir = "ltr";
    document.title = `${title} – Tiltas`;
  }, [language, title, isOurs]);
}
