import type { PublicWave } from "@tiltas/contract/waves";
import { inLanguage, type Words } from "@tiltas/instrument/words";
import { Screen } from "../frame/index.ts";
import { NoticePoints } from "./notice-points.tsx";

interface ConsentScreenProps {
  readonly notice: PublicWave["notice"];
  readonly words: Words;
  readonly language: string;
  readonly onBack: () => void;
  readonly onAnswer: (agrees: boolean) => void;
}

/** Asks for consent in words; both answers look the same, and what was read is still at hand. */
export function ConsentScreen({ notice, words, language, onBack, onAnswer }: ConsentScreenProps) {
  const { consent } = notice;
  const back = (
    <button type="button" className="secondary" onClick={onBack}>
      {words.back}
    </button>
  );
  return (
    <Screen name="consent" heading={inLanguage(consent.question, language)} bottom={back}>
      <div className="equal-buttons">
        <button type="button" className="row-button" data-testid="agree" onClick={() => onAnswer(true)}>
          {inLanguage(consent.agree, language)}
        </button>
        <button type="button" className="row-button" data-testid="decline" onClick={() => onAnswer(false)}>
          {inLanguage(consent.decline, language)}
        </button>
      </div>
      <details className="notice-again">
        <summary>{words.noticeAgain}</summary>
        <NoticePoints notice={notice} language={language} />
      </details>
    </Screen>
  );
}

interface DeclinedScreenProps {
  readonly consent: PublicWave["notice"]["consent"];
  readonly words: Words;
  readonly language: string;
  readonly onReconsider: () => void;
}

/** Nothing was stored; the way back stays open. */
export function DeclinedScreen({ consent, words, language, onReconsider }: DeclinedScreenProps) {
  const reconsider = (
    <button type="button" className="secondary" onClick={onReconsider}>
      {words.reconsider}
    </button>
  );
  return (
    <Screen name="declined" heading={words.declinedTitle} bottom={reconsider}>
      <p>{inLanguage(consent.declined, language)}</p>
    </Screen>
  );
}
