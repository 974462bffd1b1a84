import type { Corrections } from "../keys.ts";

/** Arabic: strings of survey-core 3.0.0 that read wrongly or remain English. Draft 1; survey-core cleared a field with "obvious", and lost {panelIndex}. */
export const corrections: Corrections = {
  otherItemText: "غير ذلك (اذكره)",
  refuseItemText: "لا أريد الإجابة",
  progressText: "صفحة {0} من {1}",
  panelDynamicTabTextFormat: "سجل {panelIndex}",
  questionsProgressText: "الأسئلة المجاب عنها: {0} من {1}",
  ratingOptionsCaption: "اختر…",
  buttongroupOptionsCaption: "اختر…",
  selectCaption: "اختر",
  fileSizeUnits: "بايت, كيلوبايت, ميغابايت, غيغابايت, تيرابايت",
  clearCaption: "مسح",
  modalCancelButtonText: "إلغاء",
  cancel: "إلغاء",
  tabTitlePlaceholder: "سجل جديد",
  tagboxDoneButtonCaption: "تم",
  selectToRankEmptyRankedAreaText: "تم ترتيب جميع الإجابات",
  selectToRankEmptyUnrankedAreaText: "اسحب الإجابات إلى هنا لترتيبها",
};
