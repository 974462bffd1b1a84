import type { StudyParticulars } from "@tiltas/instrument/definition";

/** What the demonstration says about itself: all of it is invented, and every line says so. */
export const inventedParticulars: StudyParticulars = {
  controller: {
    lt: "Pavyzdinė ministerija (išgalvota, demonstracija)",
    en: "Example Ministry (invented, a demonstration)",
    uk: "Міністерство-приклад (вигадане, демонстрація)",
    ru: "Министерство-пример (вымышленное, демонстрация)",
    be: "Міністэрства-прыклад (выдуманае, дэманстрацыя)",
    ar: "وزارة نموذجية (مختلقة، للعرض فقط)",
    uz: "Namunaviy vazirlik (oʻylab topilgan, namoyish uchun)",
    tg: "Вазорати намунавӣ (бофта, барои намоиш)",
  },
  legalBasis: {
    lt: "jūsų sutikimas (pavyzdys)",
    en: "your consent (an example)",
    uk: "ваша згода (приклад)",
    ru: "ваше согласие (пример)",
    be: "ваша згода (прыклад)",
    ar: "موافقتك (مثال)",
    uz: "sizning roziligingiz (namuna)",
    tg: "розигии шумо (намуна)",
  },
  recipients: {
    lt: "niekas: atsakymai išgalvoti ir niekam neperduodami",
    en: "nobody: the answers are invented and passed on to nobody",
    uk: "ніхто: відповіді вигадані й нікому не передаються",
    ru: "никто: ответы вымышлены и никому не передаются",
    be: "ніхто: адказы выдуманыя і нікому не перадаюцца",
    ar: "لا أحد: الإجابات مختلقة ولا تُسلَّم لأي جهة",
    uz: "hech kim: javoblar oʻylab topilgan va hech kimga berilmaydi",
    tg: "ҳеҷ кас: ҷавобҳо бофта буда, ба касе дода намешаванд",
  },
  retention: {
    lt: "iki demonstracijos aplanko ištrynimo",
    en: "until the folder of the demonstration is deleted",
    uk: "до видалення теки демонстрації",
    ru: "до удаления папки демонстрации",
    be: "да выдалення папкі дэманстрацыі",
    ar: "حتى حذف مجلد العرض",
    uz: "namoyish papkasi oʻchirilgunga qadar",
    tg: "то нест кардани ҷузвдони намоиш",
  },
  dataProtectionContact: everywhere("data-protection@demonstration.example"),
  contact: everywhere("research@demonstration.example"),
  noEffect: {
    lt: "Tai demonstracija: ji niekada neturi įtakos jūsų leidimui ar apsaugai.",
    en: "This is a demonstration: it never affects your permit or protection.",
    uk: "Це демонстрація: вона ніколи не впливає на вашу посвідку чи захист.",
    ru: "Это демонстрация: она никогда не влияет на ваш вид на жительство или защиту.",
    be: "Гэта дэманстрацыя: яна ніколі не ўплывае на ваш дазвол ці абарону.",
    ar: "هذا عرض فقط: لا يؤثر أبدًا على تصريح إقامتك أو حمايتك.",
    uz: "Bu namoyish: u ruxsatnomangizga yoki himoyangizga hech qachon taʼsir qilmaydi.",
    tg: "Ин намоиш аст: он ҳеҷ гоҳ ба иҷозатнома ё ҳимояи шумо таъсир намерасонад.",
  },
};

function everywhere(address: string): Record<string, string> {
  const languages = ["lt", "en", "uk", "ru", "be", "ar", "uz", "tg"];
  return Object.fromEntries(languages.map((language) => [language, address]));
}
