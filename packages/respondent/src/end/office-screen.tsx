import { Heading, whereKept } from "../frame/index.ts";
import type { Words } from "../words/index.ts";

interface OfficeScreenProps {
  readonly number: string;
  readonly nothingLeft: boolean;
  readonly words: Words;
}

/** The response was objected to but kept: the office has it, this device need not. */
export function OfficeScreen({ number, nothingLeft, words }: OfficeScreenProps) {
  const where = whereKept(words);
  return (
    <main data-screen="office">
      <Heading page="office">{words.officeTitle}</Heading>
      <p>{words.office}</p>
      <p className="response-number" dir="ltr" translate="no">
        {number}
      </p>
      <p className={nothingLeft ? "quiet" : "attention"}>
        {nothingLeft ? words.nothingLeft(where) : words.somethingLeft(where)}
      </p>
    </main>
  );
}
