import type { FlagReport, SetAsidePreview, SetAsideQuestion } from "@tiltas/contract/reviews";
import type { Place } from "@tiltas/store/open";

/** What a worker looks into: signs of fabrication in a wave, or what setting something aside would change. */
export interface ReviewTask {
  readonly place: Place;
  readonly wave: string;
  /** Folder of the standard analysis plan. */
  readonly analysisFolder: string;
  /** Null: look for signs of fabrication. */
  readonly without: SetAsideQuestion | null;
}

export type Flags = Omit<FlagReport, "at">;

/** Looks into a wave elsewhere than on the thread that serves. */
export interface LookInto {
  flags(asked: Omit<ReviewTask, "without">): Promise<Flags>;
  preview(asked: ReviewTask & { readonly without: SetAsideQuestion }): Promise<SetAsidePreview>;
}
