import type { Words } from "@tiltas/instrument/words";

interface WhyProps {
  /** Who asks and why, as the notice says it. */
  readonly purpose: string;
  readonly words: Words;
}

/** "Why do you ask this?" opens in place: what the answers are for, and that none is owed. */
export function Why({ purpose, words }: WhyProps) {
  return (
    <details className="why">
      <summary>{words.why}</summary>
      <p>{purpose}</p>
      <p>{words.skip}</p>
    </details>
  );
}
