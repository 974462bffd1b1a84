import type { Classifications } from "./classification.ts";

/** Properties that survey-core 3.0.0 reads from files but never writes, so that its own list of classes leaves them out. */
export const unwrittenProperties: Classifications = {
  survey: {
    look: "questionTitleTemplate isSinglePage showTimerPanel",
    refused: { mode: "Write readOnly instead of mode." },
  },
  question: {
    look: "effectiveColSpan showTitle hideNumber",
    refused: { page: "Move the question to that page in the file." },
  },
  panel: {
    look: "effectiveColSpan",
    refused: { page: "Move the panel to that page in the file." },
  },
  panellayoutcolumn: { look: "effectiveWidth" },
  matrixdropdownbase: { look: "columnLayout" },
  paneldynamic: { look: "renderMode" },
  comment: { look: "cols" },
  slider: { look: "autoGenerate" },
  boolean: { look: "label" },
  ranking: { look: "longTap" },
};
