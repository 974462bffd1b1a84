import type { PublicWave } from "@tiltas/contract/waves";
import type { Words } from "@tiltas/instrument/words";
import { Screen } from "../frame/index.ts";
import { NoticePoints } from "../start/index.ts";
import { HelpList } from "./help-list.tsx";
import { saveAsText } from "./save-as-text.ts";
import { WhatIsLeft } from "./what-is-left.tsx";

interface ReceiptScreenProps {
  readonly code: string;
  /** Public address of the server that keeps the answers. */
  readonly origin: string;
  readonly municipality: string | undefined;
  readonly help: PublicWave["help"];
  readonly nothingLeft: boolean;
  readonly notice: PublicWave["notice"];
  readonly words: Words;
  readonly language: string;
}

/** The code breaks in its middle where one line is too short for it. */
const pairOfGroups = /.{4}-.{4}-?/g;

/** Thanks, the code, what happens next, and how to withdraw. */
export function ReceiptScreen(props: ReceiptScreenProps) {
  const { code, origin, nothingLeft, notice, words, language } = props;
  return (
    <Screen name="receipt" heading={words.receiptTitle}>
      <section className="receipt" aria-labelledby="receipt-label">
        <h2 id="receipt-label">{words.receiptCode}</h2>
        <p className="receipt-code" data-testid="receipt-code" dir="ltr" translate="no">
          {code.match(pairOfGroups)?.map((pair) => (
            <span key={pair}>{pair}</span>
          ))}
        </p>
        <p>{words.receiptKeep}</p>
        <p className="quiet">
          {words.receiptOrigin} <bdi translate="no">{origin}</bdi>
        </p>
        <button type="button" className="secondary" onClick={() => saveAsText(words.textFile(code))}>
          {words.saveAsText}
        </button>
      </section>
      <HelpList {...props} />
      <h2>{words.nextTitle}</h2>
      <p>{words.nextDetail}</p>
      <h2>{words.withdrawTitle}</h2>
      <p>{words.withdrawDetail}</p>
      <details className="notice-again">
        <summary>{words.noticeAgain}</summary>
        <NoticePoints notice={notice} language={language} />
      </details>
      <WhatIsLeft nothingLeft={nothingLeft} words={words} />
    </Screen>
  );
}
