import type { Corrections } from "../keys.ts";

/** Kazakh: strings of survey-core 3.0.0 that read wrongly or remain English. Draft 1; survey-core signed with "log in here". */
export const corrections: Corrections = {
  indexText: "{0} / {1}",
  progressText: "{0}-бет / {1}",
  panelDynamicProgressText: "{0} / {1}",
  panelDynamicTabTextFormat: "{panelIndex}-жазба",
  questionsProgressText: "Жауап берілген сұрақтар: {0} / {1}",
  commentText: "Пікір жазыңыз",
  refuseItemText: "Жауап бергім келмейді",
  minError: "Мән {0} немесе одан көп болуы тиіс",
  maxError: "Мән {0} немесе одан аз болуы тиіс",
  stepError: "{0} қадамына сәйкес мән енгізіңіз.",
  textNoDigitsAllow: "Мұнда цифр жазуға болмайды.",
  hideDetails: "Егжей-тегжейін жасыру",
  signaturePlaceHolder: "Осында қол қойыңыз",
  signaturePlaceHolderReadOnly: "Қол қойылмаған",
  takePhotoCaption: "Суретке түсіру",
  tabTitlePlaceholder: "Жаңа жазба",
  tagboxDoneButtonCaption: "Дайын",
  ok: "Жақсы",
  toc: "Мазмұны",
  progressbar: "Сауалнаманың барысы",
  selectToRankEmptyRankedAreaText: "Барлық жауаптар реттелді",
  selectToRankEmptyUnrankedAreaText: "Реттеу үшін жауаптарды осында сүйреңіз",
};
