import type { QuestionSpec } from "../../specs.ts";
import { Unsettled } from "../look.ts";
import { oneCode, order, rating, severalCodes } from "./chosen.ts";
import { type Kind, type Offer, onlyUnanswered } from "./kind.ts";
import { rowsOf } from "./rows.ts";
import { typed, words, yesOrNo } from "./typed.ts";

export type { Kind, Offer } from "./kind.ts";

const kinds: Readonly<Record<string, (spec: QuestionSpec, offer: Offer) => Kind>> = {
  html: () => onlyUnanswered,
  image: () => onlyUnanswered,
  empty: () => onlyUnanswered,
  comment: words,
  text: typed,
  boolean: yesOrNo,
  rating,
  radiogroup: oneCode,
  dropdown: oneCode,
  buttongroup: oneCode,
  checkbox: severalCodes,
  tagbox: severalCodes,
  ranking: order,
};

/** @throws  Unsettled  where such a question makes or changes answers even if nobody gives one */
export function kindOf(spec: QuestionSpec, offer: Offer): Kind {
  if (spec.matrix) return rowsOf(spec.matrix, offer);
  const kind = kinds[spec.type];
  if (kind === undefined) throw new Unsettled(`questions of type ${spec.type} have a life of their own`);
  return kind(spec, offer);
}

const lists = new Set(["checkbox", "tagbox", "ranking"]);

/** What expressions read where nobody has answered. */
export function unansweredOf({ type }: QuestionSpec): unknown {
  return lists.has(type) ? [] : undefined;
}
