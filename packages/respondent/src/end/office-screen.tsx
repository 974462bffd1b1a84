import { Screen } from "../frame/index.ts";
import type { Words } from "../words/index.ts";
import { WhatIsLeft } from "./what-is-left.tsx";

interface OfficeScreenProps {
  readonly number: string;
  readonly nothingLeft: boolean;
  readonly words: Words;
}

/** The response was objected to but kept: the office has it, this device need not. */
export function OfficeScreen({ number, nothingLeft, words }: OfficeScreenProps) {
  return (
    <Screen name="office" heading={words.officeTitle}>
      <p>{words.office}</p>
      <p className="response-number" dir="ltr" translate="no">
        {number}
      </p>
      <WhatIsLeft nothingLeft={nothingLeft} words={words} />
    </Screen>
  );
}
