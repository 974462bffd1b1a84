import type { Corrections } from "../keys.ts";

/** Hindi: strings of survey-core 3.0.0 that read wrongly or remain English. Draft 1; survey-core said "page 1 of 0" throughout. */
export const corrections: Corrections = {
  progressText: "पृष्ठ {0} / {1}",
  indexText: "{0} / {1}",
  panelDynamicProgressText: "{0} / {1}",
  panelDynamicTabTextFormat: "प्रविष्टि {panelIndex}",
  rowNameTemplateTitle: "{rowTitle}",
  commentText: "कृपया टिप्पणी लिखें",
  refuseItemText: "मैं जवाब नहीं देना चाहता/चाहती",
  ratingOptionsCaption: "चुनें…",
  buttongroupOptionsCaption: "चुनें…",
  selectCaption: "चुनें",
  takePhotoCaption: "फ़ोटो लें",
  clearCaption: "साफ़ करें",
  modalCancelButtonText: "रद्द करें",
  modalApplyButtonText: "लागू करें",
  cancel: "रद्द करें",
  loadingPage: "लोड हो रहा है…",
  loadingData: "लोड हो रहा है…",
  tabTitlePlaceholder: "नई प्रविष्टि",
  tagboxDoneButtonCaption: "हो गया",
  selectToRankEmptyRankedAreaText: "सभी उत्तर क्रम में रखे जा चुके हैं",
  selectToRankEmptyUnrankedAreaText: "क्रम में रखने के लिए उत्तर यहाँ खींचें",
};
