import type { PublicWave } from "@tiltas/contract/waves";
import type { ConsentId } from "@tiltas/instrument/definition";
import { inLanguage, type Words } from "@tiltas/instrument/words";
import { useState } from "react";
import { ChoiceRow, Screen } from "../frame/index.ts";

type SeparateConsents = NonNullable<PublicWave["notice"]["consents"]>;

interface ConsentsScreenProps {
  readonly consents: SeparateConsents;
  readonly words: Words;
  readonly language: string;
  readonly onBack: () => void;
  readonly onDecided: (given: readonly ConsentId[]) => void;
}

/** Consents besides taking part: each on its own, none ticked beforehand, all may stay open. */
export function ConsentsScreen({ consents, words, language, onBack, onDecided }: ConsentsScreenProps) {
  const [given, setGiven] = useState<readonly ConsentId[]>([]);
  const turn = (id: ConsentId) =>
    setGiven(given.includes(id) ? given.filter((other) => other !== id) : [...given, id]);
  const buttons = (
    <>
      <button type="button" className="secondary" onClick={onBack}>
        {words.back}
      </button>
      <button type="button" className="primary" onClick={() => onDecided(given)}>
        {words.next}
      </button>
    </>
  );
  return (
    <Screen name="consents" heading={words.consentsTitle} bottom={buttons}>
      <p className="quiet">{words.consentsDetail}</p>
      <div className="consents">
        {consents.map(({ id, question, detail }) => (
          <div key={id}>
            <ChoiceRow
              type="checkbox"
              id={`consent-${id}`}
              name={id}
              isChosen={given.includes(id)}
              isInvalid={false}
              describedBy={detail && `consent-${id}-detail`}
              onChoose={() => turn(id)}
            >
              {inLanguage(question, language)}
            </ChoiceRow>
            {detail && (
              <p className="quiet" id={`consent-${id}-detail`}>
                {inLanguage(detail, language)}
              </p>
            )}
          </div>
        ))}
      </div>
    </Screen>
  );
}
