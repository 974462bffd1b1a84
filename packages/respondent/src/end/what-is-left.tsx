import type { Words } from "@tiltas/instrument/words";
import { whereKept } from "../frame/index.ts";

interface WhatIsLeftProps {
  readonly nothingLeft: boolean;
  readonly words: Words;
}

/** Says truthfully whether a copy stayed on the device. */
export function WhatIsLeft({ nothingLeft, words }: WhatIsLeftProps) {
  const where = whereKept(words);
  if (nothingLeft) return <p className="quiet">{words.nothingLeft(where)}</p>;
  return <p className="attention">{words.somethingLeft(where)}</p>;
}
