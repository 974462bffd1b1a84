import { isKindOf } from "../../definition/index.ts";
import type { Change, ChoiceChange, FrameChange, ItemChange, RuleChange, TextChange } from "../change.ts";
import type { Reason } from "./reasons.ts";

/**
 * How far a version number must rise.
 * patch: nothing that is asked or answered changes meaning · minor: something is added, what was answered keeps its
 * meaning · major: old answers may mean something else, or a series ends.
 */
export type Bump = "patch" | "minor" | "major";

/** What a change means for answers, as long as nobody has said otherwise. */
export interface Verdict {
  readonly bump: Bump;
  readonly reason: Reason;
}

/** A major change is a break: the mapping must answer it. */
export function judge(change: Change): Verdict {
  switch (change.kind) {
    case "item-added":
    case "item-removed":
    case "item-renamed":
    case "item-moved":
    case "type-changed":
      return judgeItem(change);
    case "choice-added":
    case "choice-removed":
    case "choice-recoded":
    case "code-reused":
    case "choices-reordered":
      return judgeChoice(change);
    case "wording-changed":
    case "words-around-changed":
    case "language-added":
    case "language-removed":
      return judgeText(change);
    case "measure-changed":
    case "universe-changed":
    case "structure-changed":
    case "look-changed":
    case "foreign-changed":
    case "not-compared":
      return judgeFrame(change);
    default:
      return judgeRule(change);
  }
}

const patch = (reason: Reason): Verdict => ({ bump: "patch", reason });
const minor = (reason: Reason): Verdict => ({ bump: "minor", reason });
const major = (reason: Reason): Verdict => ({ bump: "major", reason });

function judgeItem(change: ItemChange): Verdict {
  switch (change.kind) {
    case "item-added":
      return isShownOnly(change.type) ? patch("shown-only") : minor("item-new");
    case "item-removed":
      return isShownOnly(change.type) ? patch("shown-only") : major("series-ends");
    case "item-renamed":
      return change.reuses ? major("name-reused") : minor("renamed");
    case "item-moved":
      return patch("context");
    case "type-changed":
      if (change.keeps === "meaning") return patch("same-choice-other-dress");
      return major(change.keeps === "codes" ? "task-looks-different" : "other-kind-of-answer");
    default:
      return change satisfies never;
  }
}

/** Words and pictures between the questions take no answer. */
function isShownOnly(type: string): boolean {
  return isKindOf(type, "nonvalue");
}

function judgeChoice(change: ChoiceChange): Verdict {
  switch (change.kind) {
    case "choice-added":
      return judgeAddition(change);
    case "choice-removed":
      if (change.missing) return major("missing-no-longer-offered");
      return major(change.scale === "several" ? "series-ends" : "choice-went");
    case "choice-recoded":
      return major("recoded");
    case "code-reused":
      return major("code-reused");
    case "choices-reordered":
      if (change.randomised) return patch("order-is-random");
      return change.scale === "ordered" ? major("scale-turned") : patch("order-of-names");
    default:
      return change satisfies never;
  }
}

function judgeAddition(change: Extract<ChoiceChange, { kind: "choice-added" }>): Verdict {
  if (change.missing) return major("missing-newly-offered");
  if (change.scale === "several") return minor("one-more-to-tick");
  if (change.scale === "ordered") return major("scale-has-other-points");
  if (change.residual !== undefined) return major("came-out-of-the-rest");
  if (change.scale === "named") return minor("one-more-name");
  return change.at === "middle" ? major("level-unknown-middle") : minor("level-unknown-end");
}

function judgeText(change: TextChange): Verdict {
  switch (change.kind) {
    case "wording-changed":
      return major(change.from === undefined || change.to === undefined ? "text-came-or-went" : "wording");
    case "words-around-changed":
      return patch("words-around");
    case "language-added":
      return minor("language-new");
    case "language-removed":
      return minor("language-gone");
    default:
      return change satisfies never;
  }
}

function judgeRule(change: RuleChange): Verdict {
  switch (change.kind) {
    case "routing-changed":
      return major(`base-${change.effect}`);
    case "offer-changed":
      return major("offered-to-others");
    case "condition-respelled":
      return patch("same-condition");
    case "requirement-changed":
      return change.effect === "widened" ? patch("demand-dropped") : minor("answer-demanded");
    case "limit-changed":
    case "validator-changed":
      return minor(`limit-${change.effect}`);
    case "scale-changed":
      return major("scale-has-other-points");
    case "task-changed":
      return major("task");
    case "default-changed":
      return major("default");
    case "randomisation-changed":
      return change.scale === "ordered" ? major("scale-shuffled") : minor("randomisation");
    case "calculation-changed":
      return change.from === undefined ? minor("calculation-new") : major("calculation");
    case "trigger-changed":
      return major("trigger");
    case "storage-changed":
      return major("storage");
    case "source-changed":
      return major("source");
    default:
      return change satisfies never;
  }
}

/** Metadata by which numbers are computed; the others describe. */
const computing = new Set([
  "level",
  "reversed",
  "role",
  "concept",
  "explains",
  "missing",
  "given",
  "sameAs",
  "outsidePopulation",
]);

/** Metadata that keep the meaning of answers while weights or the interview differ. */
const noted: ReadonlyMap<string, Reason> = new Map([
  ["outsideMargins", "margins-differ"],
  ["draw", "drawn-differently"],
  ["selfOnly", "answered-alone"],
]);

function judgeFrame(change: FrameChange): Verdict {
  switch (change.kind) {
    case "measure-changed": {
      if (change.from === undefined && ["level", "concept"].includes(change.property))
        return patch("described");
      if (computing.has(change.property)) return major("computed-differently");
      const reason = noted.get(change.property);
      return reason === undefined ? patch("described") : minor(reason);
    }
    case "universe-changed":
      return major("universe");
    case "structure-changed":
      return patch("structure");
    case "look-changed":
      return patch("look");
    case "foreign-changed":
      return patch("foreign");
    case "not-compared":
      return major("not-compared");
    default:
      return change satisfies never;
  }
}
