import type { Corrections } from "../keys.ts";

/** Russian: strings of survey-core 3.0.0 that read wrongly or remain English. Draft 1. */
export const corrections: Corrections = {
  questionsProgressText: "Ответов: {0} из {1}",
  deselectAllItemText: "Снять весь выбор",
  noneItemText: "Ничего из этого",
  panelDynamicTabTextFormat: "Запись {panelIndex}",
  buttongroupOptionsCaption: "Выберите…",
  invalidInputError: "Неправильное значение",
  textNoDigitsAllow: "Цифры здесь не допускаются.",
  selectCaption: "Выбрать",
  signaturePlaceHolderReadOnly: "Подписи нет",
  tabTitlePlaceholder: "Новая запись",
  tagboxDoneButtonCaption: "Готово",
  selectToRankEmptyRankedAreaText: "Все ответы уже упорядочены",
  selectToRankEmptyUnrankedAreaText: "Перетащите ответы сюда, чтобы упорядочить их",
};
