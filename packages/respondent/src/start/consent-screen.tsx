import type { PublicWave } from "@tiltas/contract/waves";
import { Heading } from "../frame/index.ts";
import { inLanguage, type Words } from "../words/index.ts";

interface ConsentScreenProps {
  readonly consent: PublicWave["notice"]["consent"];
  readonly words: Words;
  readonly language: string;
  readonly onBack: () => void;
  readonly onAnswer: (agrees: boolean) => void;
}

/** Asks for consent in words; both answers look the same. */
export function ConsentScreen({ consent, words, language, onBack, onAnswer }: ConsentScreenProps) {
  return (
    <main data-screen="consent">
      <Heading page="consent">{inLanguage(consent.question, language)}</Heading>
      <div className="equal-buttons">
        <button type="button" className="row-button" data-testid="agree" onClick={() => onAnswer(true)}>
          {inLanguage(consent.agree, language)}
        </button>
        <button type="button" className="row-button" data-testid="decline" onClick={() => onAnswer(false)}>
          {inLanguage(consent.decline, language)}
        </button>
      </div>
      <div className="bottom-bar">
        <button type="button" className="secondary" onClick={onBack}>
          {words.back}
        </button>
      </div>
    </main>
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
  return (
    <main data-screen="declined">
      <Heading page="declined">{words.declinedTitle}</Heading>
      <p>{inLanguage(consent.declined, language)}</p>
      <div className="bottom-bar">
        <button type="button" className="secondary" onClick={onReconsider}>
          {words.reconsider}
        </button>
      </div>
    </main>
  );
}
