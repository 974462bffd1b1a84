import type { Corrections } from "../keys.ts";

/** Ukrainian: strings of survey-core 3.0.0 that read wrongly or remain English. Draft 1. */
export const corrections: Corrections = {
  indexText: "{0} з {1}",
  refuseItemText: "Не хочу відповідати",
  noneItemText: "Нічого з цього",
  deselectAllItemText: "Зняти весь вибір",
  panelDynamicTabTextFormat: "Запис {panelIndex}",
  questionsProgressText: "Відповідей: {0} з {1}",
  invalidInputError: "Неправильне значення",
  textNoDigitsAllow: "Цифри тут не дозволені.",
  selectCaption: "Вибрати",
  signaturePlaceHolderReadOnly: "Підпису немає",
  modalApplyButtonText: "Застосувати",
  tabTitlePlaceholder: "Новий запис",
  tagboxDoneButtonCaption: "Готово",
  ok: "Добре",
  selectToRankEmptyRankedAreaText: "Усі відповіді вже впорядковано",
  selectToRankEmptyUnrankedAreaText: "Перетягніть відповіді сюди, щоб їх упорядкувати",
};
