import type { Words } from "@tiltas/instrument/words";
import { useState } from "react";
import { whereKept } from "../frame/index.ts";

export interface WhatIsLeftProps {
  readonly nothingLeft: boolean;
  readonly words: Words;
  /** @returns whether nothing is left on the device, the application itself included */
  readonly removeEverything: () => Promise<boolean>;
  /** Where a device is not one person's: makes room for the next; nothing of it is theirs to remove. */
  readonly onNextPerson?: (() => void) | undefined;
}

/** Says truthfully whether a copy stayed on the device, and takes away what else the visit left there. */
export function WhatIsLeft({ nothingLeft, words, removeEverything, onNextPerson }: WhatIsLeftProps) {
  const [removed, setRemoved] = useState<boolean>();
  const where = whereKept(words);
  const remove = async () => setRemoved(await removeEverything().catch(() => false));
  if (onNextPerson !== undefined) return null;
  return (
    <section className="what-is-left">
      <div role="status">
        {removed === undefined && nothingLeft && <p className="quiet">{words.nothingLeft(where)}</p>}
        {removed === true && <p>{words.removedEverything(where)}</p>}
        {(removed === false || (removed === undefined && !nothingLeft)) && (
          <p className="attention">{words.somethingLeft(where)}</p>
        )}
      </div>
      {removed !== true && (
        <button type="button" className="secondary" onClick={remove}>
          {words.removeEverything(where)}
        </button>
      )}
    </section>
  );
}
