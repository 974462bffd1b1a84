import type { PublicWave } from "@tiltas/contract/waves";
import { languageToBeginWith, written } from "@tiltas/instrument/words";
import { useCallback, useEffect, useState } from "react";
import { type Device, holdAlone } from "./device/index.ts";
import type { HandOver } from "./first/hand-over.ts";
import { loadInterviewScreen } from "./interview/index.ts";
import { languageRemembered, type Place, placeToBegin, type Remembered } from "./journey.ts";
import { findWave, type Link } from "./start/index.ts";
import type { Tools } from "./tools.ts";

export interface Journey {
  readonly wave: PublicWave | undefined;
  readonly place: Place;
  readonly language: string;
  readonly goTo: (place: Place) => void;
  readonly speak: (language: string) => void;
  /** Takes the interview over from another tab. */
  readonly takeOver: () => void;
}

/** Finds the wave of the link and what this device remembers of it, and begins where that leads. */
export function useJourney(
  link: Link,
  browserLanguages: readonly string[],
  tools: Tools,
  handOver: HandOver | undefined,
): Journey {
  const [wave, setWave] = useState<PublicWave>();
  const [place, goTo] = useState<Place>({ screen: "loading" });
  const [chosen, speak] = useState(() => languageToBeginWith(written, link.language, browserLanguages));

  const begin = useCallback(
    async (isTakingOver: boolean) => {
      const found = await waveOf(link, tools);
      if (found.kind !== "found") return goTo({ screen: "unavailable", trouble: found.kind });
      const { id, languages } = found.wave;
      const lost = () => goTo({ screen: "elsewhere" });
      const isOurs =
        (!isTakingOver && held(handOver, lost)) || (await hold(id, isTakingOver, handOver, lost));
      const begun = isTakingOver ? undefined : handOver?.draft;
      const remembered = begun
        ? { ownership: tools.device.ownership, draft: begun, goesOn: handOver?.goesOn ?? false }
        : await rememberedOn(tools.device, id);
      const offered = languageToBeginWith(
        languages,
        link.language,
        link.mode === "kiosk" ? [] : browserLanguages,
      );
      const language = languageRemembered(remembered) ?? offered;
      setWave(found.wave);
      speak(language);
      if (!isOurs) goTo({ screen: "elsewhere" });
      else if (link.hasCode && found.wave.open) goTo({ screen: "code" });
      else goTo(placeToBegin(found.wave, remembered));
      if (language !== undefined) loadInterviewScreen(language).catch(() => undefined);
    },
    [link, browserLanguages, tools, handOver],
  );
  useEffect(() => void begin(false), [begin]);
  const language = chosen ?? wave?.languages[0] ?? "lt";
  return { wave, place, language, goTo, speak, takeOver: () => void begin(true) };
}

/** The light page holds the interview for this tab already; from now on the application hears when it loses it. */
function held(handOver: HandOver | undefined, onLost: () => void): boolean {
  if (!handOver?.isHeld) return false;
  handOver.onLost = onLost;
  return true;
}

/** Holds it from now on, also for the light page, should it get the interview back. */
function hold(
  wave: string,
  isTakingOver: boolean,
  handOver: HandOver | undefined,
  onLost: () => void,
): Promise<boolean> {
  if (handOver === undefined) return holdAlone(wave, isTakingOver, onLost);
  handOver.onLost = onLost;
  return holdAlone(wave, isTakingOver, () => handOver.onLost());
}

function waveOf({ wave }: Link, { fetchNow }: Tools): ReturnType<typeof findWave> {
  return wave === undefined ? Promise.resolve({ kind: "unknown" }) : findWave(wave, fetchNow);
}

/** Nothing remembered and nothing readable are the same here: the interview then begins anew. */
async function rememberedOn(device: Device, wave: string): Promise<Remembered> {
  try {
    return {
      ownership: device.ownership,
      draft: await device.draft(wave),
      waiting: await device.waiting(wave),
    };
  } catch {
    return { ownership: device.ownership };
  }
}
