import type { Corrections } from "../keys.ts";

/** Persian: strings of survey-core 3.0.0 that read wrongly or remain English. Draft 1; survey-core broke off its sentences on limits. */
export const corrections: Corrections = {
  indexText: "{0} از {1}",
  refuseItemText: "نمی‌خواهم پاسخ دهم",
  noneItemText: "هیچ‌کدام",
  panelDynamicTabTextFormat: "مورد {panelIndex}",
  questionsProgressText: "پرسش‌های پاسخ‌داده‌شده: {0} از {1}",
  minError: "مقدار نباید کمتر از {0} باشد",
  maxError: "مقدار نباید بیشتر از {0} باشد",
  textNoDigitsAllow: "نوشتن رقم در اینجا مجاز نیست.",
  modalApplyButtonText: "اعمال",
  clearCaption: "پاک کردن",
  tabTitlePlaceholder: "مورد جدید",
  toc: "فهرست مطالب",
  tagboxDoneButtonCaption: "انجام شد",
  selectToRankEmptyRankedAreaText: "همه پاسخ‌ها مرتب شده‌اند",
  selectToRankEmptyUnrankedAreaText: "برای مرتب کردن، پاسخ‌ها را به اینجا بکشید",
};
