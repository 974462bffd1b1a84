import type { Corrections } from "../keys.ts";

/** Turkish: strings of survey-core 3.0.0 that read wrongly or remain English. Draft 1. */
export const corrections: Corrections = {
  panelDynamicTabTextFormat: "Kayıt {panelIndex}",
  refuseItemText: "Cevap vermek istemiyorum",
  buttongroupOptionsCaption: "Seçiniz…",
  selectCaption: "Seç",
  textNoDigitsAllow: "Buraya rakam yazılamaz.",
  exceedMaxFiles: "En fazla {0} dosya yükleyebilirsiniz.",
  loadingPage: "Yükleniyor…",
  loadingData: "Yükleniyor…",
  tabTitlePlaceholder: "Yeni kayıt",
  ok: "Tamam",
};
