import type { Corrections } from "../keys.ts";

/** Vietnamese: strings of survey-core 3.0.0 that read wrongly or remain English. Draft 1. */
export const corrections: Corrections = {
  tagboxDoneButtonCaption: "Xong",
  rowNameTemplateTitle: "{rowTitle}",
  clearCaption: "Xóa",
};
