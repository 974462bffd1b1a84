import type { PublicWave } from "@tiltas/contract/waves";
import type { ConsentId } from "@tiltas/instrument/definition";
import { inLanguage, type Words } from "@tiltas/instrument/words";
import { useState } from "react";
import { ChoiceRow, Screen } from "../frame/index.ts";
import { NoticePoints } from "../start/index.ts";

interface BeginningProps {
  readonly wave: PublicWave;
  readonly words: Words;
  readonly language: string;
  readonly onConsent: (given: readonly ConsentId[]) => void;
  /** The person does not want to take part: nothing was stored. */
  readonly onRefusal: () => void;
}

/** Read out, or shown, by the interviewer in the person's language: what a person is told, and the consents. */
export function Beginning(props: BeginningProps) {
  const [step, setStep] = useState<"notice" | "consent" | "consents" | "declined">("notice");
  const { notice } = props.wave;
  const agree = () => (notice.consents ? setStep("consents") : props.onConsent([]));
  switch (step) {
    case "notice":
      return <Notice {...props} onNext={() => setStep("consent")} />;
    case "consent":
      return (
        <Consent
          {...props}
          onBack={() => setStep("notice")}
          onAgree={agree}
          onDecline={() => setStep("declined")}
        />
      );
    case "consents":
      return <Consents {...props} onBack={() => setStep("consent")} />;
    case "declined":
      return <Declined {...props} onBack={() => setStep("consent")} />;
  }
}

function Notice({ wave, words, language, onNext }: BeginningProps & { readonly onNext: () => void }) {
  const next = (
    <button type="button" className="primary" onClick={onNext}>
      {words.next}
    </button>
  );
  return (
    <Screen
      name="notice"
      above={<p className="eyebrow">{inLanguage(wave.title, language)}</p>}
      heading={inLanguage(wave.notice.title, language)}
      bottom={next}
    >
      <p className="quiet">{words.opensInPlace}</p>
      <NoticePoints notice={wave.notice} language={language} />
    </Screen>
  );
}

interface ConsentProps extends BeginningProps {
  readonly onBack: () => void;
  readonly onAgree: () => void;
  readonly onDecline: () => void;
}

/** Both answers look the same. */
function Consent({ wave, words, language, onBack, onAgree, onDecline }: ConsentProps) {
  const { consent } = wave.notice;
  return (
    <Screen
      name="consent"
      heading={inLanguage(consent.question, language)}
      bottom={<Back words={words} onBack={onBack} />}
    >
      <div className="equal-buttons">
        <button type="button" className="row-button" data-testid="agree" onClick={onAgree}>
          {inLanguage(consent.agree, language)}
        </button>
        <button type="button" className="row-button" data-testid="decline" onClick={onDecline}>
          {inLanguage(consent.decline, language)}
        </button>
      </div>
    </Screen>
  );
}

/** Each on its own, none ticked beforehand, all may stay open. */
function Consents({
  wave,
  words,
  language,
  onBack,
  onConsent,
}: BeginningProps & Pick<ConsentProps, "onBack">) {
  const [given, setGiven] = useState<readonly ConsentId[]>([]);
  const turn = (id: ConsentId) =>
    setGiven(given.includes(id) ? given.filter((other) => other !== id) : [...given, id]);
  const buttons = (
    <>
      <Back words={words} onBack={onBack} />
      <button type="button" className="primary" onClick={() => onConsent(given)}>
        {words.next}
      </button>
    </>
  );
  return (
    <Screen name="consents" heading={words.consentsTitle} bottom={buttons}>
      <p className="quiet">{words.consentsDetail}</p>
      <div className="consents">
        {(wave.notice.consents ?? []).map(({ id, question, detail }) => (
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

function Declined({
  wave,
  words,
  language,
  onBack,
  onRefusal,
}: BeginningProps & Pick<ConsentProps, "onBack">) {
  const buttons = (
    <>
      <Back words={words} onBack={onBack} />
      <button type="button" className="primary" onClick={onRefusal}>
        {words.finish}
      </button>
    </>
  );
  return (
    <Screen name="declined" heading={words.declinedTitle} bottom={buttons}>
      <p>{inLanguage(wave.notice.consent.declined, language)}</p>
    </Screen>
  );
}

function Back({ words, onBack }: { readonly words: Words; readonly onBack: () => void }) {
  return (
    <button type="button" className="secondary" onClick={onBack}>
      {words.back}
    </button>
  );
}
