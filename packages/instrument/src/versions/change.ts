/**
 * What differs between two definitions. Every change names the item it concerns by its address and where it stands in
 * both files. Addresses: `item`; `matrix.row`; `composite.part`; `roster[].part` and `grid[].column` where entries are
 * added; `grid.row` and `grid.*.column` where rows are given. "" is the questionnaire itself.
 */
interface Place {
  readonly item: string;
  /** Place in the earlier definition; absent where it has none. */
  readonly before?: string | undefined;
  /** Place in the later definition; absent where it has none. */
  readonly after?: string | undefined;
}

/**
 * How the codes of a list relate to each other.
 * named: codes name categories · ordered: codes stand on a scale · several: each code is a yes or no of its own ·
 * unknown: nobody has said (no level in measures.json).
 */
export type Scale = "named" | "ordered" | "several" | "unknown";

/** Whether those who are asked, or what may be answered, became fewer, more, or others. */
export type Effect = "narrowed" | "widened" | "changed";

/** An item of the later version that may be a removed one under another name. */
export interface Likeness {
  readonly item: string;
  /** 0 to 1: type, texts, choices, place. */
  readonly likeness: number;
}

export type ItemChange = Place &
  (
    | { readonly kind: "item-added"; readonly type: string }
    | { readonly kind: "item-removed"; readonly type: string; readonly likely: readonly Likeness[] }
    /** Only where the mapping says so: nobody else can know. */
    | {
        readonly kind: "item-renamed";
        readonly from: string;
        /** Another item bore the new name before, or bears the old one now. */
        readonly reuses?: true;
      }
    | { readonly kind: "item-moved"; readonly fromPage: string; readonly toPage: string }
    | {
        readonly kind: "type-changed";
        readonly from: string;
        readonly to: string;
        /** What an answer still says: the same, the same codes under another task, or nothing. */
        readonly keeps: "meaning" | "codes" | "nothing";
      }
  );

interface InList {
  /** survey-core's property that holds the list: "choices", "columns", "rateValues" … */
  readonly list: string;
  readonly scale: Scale;
}

export type ChoiceChange = Place &
  InList &
  (
    | {
        readonly kind: "choice-added";
        readonly code: unknown;
        readonly text: string;
        readonly at: "end" | "middle";
        /** The new choice says why there is no answer: don't know, refused, none of these. */
        readonly missing: boolean;
        /** A choice of the earlier list that had taken in whatever the list did not name. */
        readonly residual?: unknown;
      }
    | {
        readonly kind: "choice-removed";
        readonly code: unknown;
        readonly text: string;
        readonly missing: boolean;
      }
    | { readonly kind: "choice-recoded"; readonly from: unknown; readonly to: unknown; readonly text: string }
    | {
        readonly kind: "code-reused";
        readonly code: unknown;
        readonly from: string;
        readonly to: string;
        /** certain: the earlier text stands under another code, or the new text stood under one · likely: the texts have little in common. */
        readonly sure: "certain" | "likely";
      }
    | { readonly kind: "choices-reordered"; readonly randomised: boolean }
  );

export type TextChange = Place &
  (
    | {
        /** Words by which a question is understood. */
        readonly kind: "wording-changed";
        readonly property: string;
        readonly code?: unknown;
        readonly language: string;
        readonly from: string | undefined;
        readonly to: string | undefined;
      }
    /** Words around the questions (buttons, objections, thanks), or a question's with other spaces only. */
    | {
        readonly kind: "words-around-changed";
        readonly property: string;
        readonly language: string;
        readonly from: string | undefined;
        readonly to: string | undefined;
      }
    | { readonly kind: "language-added"; readonly language: string; readonly texts: number }
    | { readonly kind: "language-removed"; readonly language: string; readonly texts: number }
  );

interface FromTo {
  readonly property: string;
  readonly from: unknown;
  readonly to: unknown;
}

export type RuleChange = Place &
  /** Who is asked: conditions of page, panel and item together. */
  (
    | {
        readonly kind: "routing-changed";
        readonly from: readonly string[];
        readonly to: readonly string[];
        readonly effect: Effect;
      }
    /** To whom which choice, row or column is offered. */
    | ({ readonly kind: "offer-changed"; readonly code?: unknown; readonly effect: Effect } & FromTo)
    | ({ readonly kind: "condition-respelled" } & FromTo)
    | ({ readonly kind: "requirement-changed"; readonly effect: Effect } & FromTo)
    | ({ readonly kind: "limit-changed"; readonly effect: Effect } & FromTo)
    | ({ readonly kind: "validator-changed"; readonly effect: Effect } & FromTo)
    | ({ readonly kind: "scale-changed" } & FromTo)
    | ({ readonly kind: "task-changed"; readonly code?: unknown } & FromTo)
    | ({ readonly kind: "default-changed" } & FromTo)
    /** With the scale where the order of choices is concerned: points that stand in no order are no scale. */
    | ({ readonly kind: "randomisation-changed"; readonly scale?: Scale } & FromTo)
    | ({ readonly kind: "calculation-changed"; readonly name: string } & FromTo)
    | ({ readonly kind: "trigger-changed" } & FromTo)
    | ({ readonly kind: "storage-changed" } & FromTo)
    | ({ readonly kind: "source-changed" } & FromTo)
  );

export type FrameChange = Place &
  (
    | ({ readonly kind: "measure-changed" } & FromTo)
    | ({ readonly kind: "universe-changed" } & FromTo)
    | ({ readonly kind: "structure-changed" } & FromTo)
    | ({ readonly kind: "look-changed" } & FromTo)
    /** A property that survey-core 3.0.0 does not have: other tools may read it. */
    | ({ readonly kind: "foreign-changed" } & FromTo)
    /** A part that could not be taken apart and is not the same in both. */
    | { readonly kind: "not-compared"; readonly message: string }
  );

export type Change = ItemChange | ChoiceChange | TextChange | RuleChange | FrameChange;
export type ChangeKind = Change["kind"];
