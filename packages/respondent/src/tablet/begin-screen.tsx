import type { PublicWave } from "@tiltas/contract/waves";
import { directionOf, endonym } from "@tiltas/instrument/words";
import { useState } from "react";
import { ChoiceRow, Screen } from "../frame/index.ts";
import type { Strings } from "./strings/index.ts";

type Way = "interviewer" | "telephone";

interface BeginScreenProps {
  readonly wave: PublicWave;
  readonly number: string;
  /** The language that stands on the list; null where the list leaves it open. */
  readonly wanted: string | null;
  readonly strings: Strings;
  readonly onBegin: (language: string, mode: Way) => void;
  readonly onBack: () => void;
}

/** Before an interview: how it is held, and in which language. */
export function BeginScreen({ wave, number, wanted, strings, onBegin, onBack }: BeginScreenProps) {
  const ways = (["interviewer", "telephone"] as const).filter((way) => wave.modes.includes(way));
  const [mode, setMode] = useState<Way>(ways[0] ?? "interviewer");
  const languages = [...wave.languages].sort((a, b) => Number(b === wanted) - Number(a === wanted));
  const back = (
    <button type="button" className="secondary" onClick={onBack}>
      {strings.back}
    </button>
  );
  return (
    <Screen name="begin" heading={strings.beginTitle(number)} bottom={back}>
      {ways.length > 1 && (
        <div role="radiogroup" aria-labelledby="ways" className="choices">
          <h2 id="ways">{strings.howAsked}</h2>
          {ways.map((way) => (
            <ChoiceRow
              key={way}
              type="radio"
              id={`way-${way}`}
              name="way"
              isChosen={mode === way}
              isInvalid={false}
              onChoose={() => setMode(way)}
            >
              {way === "telephone" ? strings.byTelephone : strings.inPerson}
            </ChoiceRow>
          ))}
          {mode === "telephone" && <p className="quiet">{strings.telephoneDetail}</p>}
        </div>
      )}
      <h2 className="spaced">{strings.inWhichLanguage}</h2>
      <ul className="languages">
        {languages.map((language) => (
          <li key={language}>
            <button
              type="button"
              className="row-button"
              lang={language}
              dir={directionOf(language)}
              data-wanted={language === wanted || undefined}
              onClick={() => onBegin(language, mode)}
            >
              {endonym(language)}
            </button>
          </li>
        ))}
      </ul>
    </Screen>
  );
}
