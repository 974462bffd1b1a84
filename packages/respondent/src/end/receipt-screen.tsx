import type { PublicWave } from "@tiltas/contract/waves";
import { CodeInGroups, Screen, saveAsText } from "../frame/index.ts";
import { NoticePoints } from "../start/index.ts";
import { HelpList } from "./help-list.tsx";
import { nextPerson } from "./next-person.tsx";
import { WhatIsLeft, type WhatIsLeftProps } from "./what-is-left.tsx";

interface ReceiptScreenProps extends WhatIsLeftProps {
  readonly code: string;
  /** Public address of the server that keeps the answers. */
  readonly origin: string;
  readonly municipality: string | undefined;
  readonly help: PublicWave["help"];
  readonly notice: PublicWave["notice"];
  readonly language: string;
}

/** Thanks, the code, what happens next, and how to look and to withdraw. */
export function ReceiptScreen(props: ReceiptScreenProps) {
  const { code, origin, notice, words, language } = props;
  const address = `${origin}/receipt`;
  const isShared = props.onNextPerson !== undefined;
  return (
    <Screen name="receipt" heading={words.receiptTitle} bottom={nextPerson(props)}>
      <section className="receipt" aria-labelledby="receipt-label">
        <h2 id="receipt-label">{words.receiptCode}</h2>
        <CodeInGroups code={code} testId="receipt-code" />
        <p>{words.receiptKeep}</p>
        {!isShared && (
          <button
            type="button"
            className="secondary"
            onClick={() => saveAsText(`${words.textFile(code)}${address}\n`)}
          >
            {words.saveAsText}
          </button>
        )}
      </section>
      <h2>{words.nextTitle}</h2>
      <p>{words.nextDetail}</p>
      <h2>{words.withdrawTitle}</h2>
      <p>{words.lookDetail(address)}</p>
      <p className="quiet">{words.withdrawDetail}</p>
      <WhatIsLeft {...props} />
      <HelpList {...props} />
      <details className="notice-again">
        <summary>{words.noticeAgain}</summary>
        <NoticePoints notice={notice} language={language} />
      </details>
    </Screen>
  );
}
