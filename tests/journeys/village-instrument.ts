import { digest } from "@tiltas/instrument/versions";
import type { smallInstrument } from "../../server/support/small-instrument.ts";

type Said = Readonly<Record<string, string>>;

/** Lithuanian, English, Ukrainian, Russian, Arabic. */
function said(lt: string, en: string, uk: string, ru: string, ar: string): Said {
  return { default: lt, lt, en, uk, ru, ar };
}

const yesAndNo = [
  { value: "yes", text: said("Taip", "Yes", "Так", "Да", "نعم") },
  { value: "no", text: said("Ne", "No", "Ні", "Нет", "لا") },
];
const more = said("Ką dar pasakytumėte?", "What else?", "Що ще?", "Что ещё?", "هل من شيء آخر؟");
const page = (name: string, title: Said, item: string, question: Said, choices: readonly object[]) => ({
  name,
  title,
  elements: [
    { type: "radiogroup", name: item, title: question, choices },
    { type: "comment", name: `${item}_more`, title: more, maxLength: 200 },
  ],
});

/** Three pages; the second judges the coordinator and is answered alone. Each has a choice and room for words. */
const questionnaire = {
  locale: "lt",
  pages: [
    page(
      "place",
      said("Vieta", "Place", "Місце", "Место", "المكان"),
      "municipality",
      said("Kur gyvenate?", "Where do you live?", "Де ви живете?", "Где вы живёте?", "أين تعيشون؟"),
      [
        { value: "13", text: said("Vilniuje", "Vilnius", "У Вільнюсі", "В Вильнюсе", "في فيلنيوس") },
        { value: "19", text: said("Kaune", "Kaunas", "У Каунасі", "В Каунасе", "في كاوناس") },
      ],
    ),
    page(
      "coordinator",
      said("Pagalba", "Help", "Допомога", "Помощь", "المساعدة"),
      "helped",
      said(
        "Ar koordinatorė padėjo?",
        "Did the coordinator help?",
        "Чи допомогла координаторка?",
        "Помогла ли координатор?",
        "هل ساعدتكم المنسّقة؟",
      ),
      yesAndNo,
    ),
    page(
      "work",
      said("Darbas", "Work", "Робота", "Работа", "العمل"),
      "worked",
      said("Ar dirbate?", "Do you work?", "Чи ви працюєте?", "Вы работаете?", "هل تعملون؟"),
      yesAndNo,
    ),
  ],
};

const notice = {
  number: 1,
  title: said("Prieš pradedant", "Before you start", "Перед початком", "Перед началом", "قبل البدء"),
  points: [
    {
      heading: said("Kas klausia", "Who asks", "Хто питає", "Кто спрашивает", "من يسأل"),
      detail: said("Tyrėjai.", "Researchers.", "Дослідники.", "Исследователи.", "باحثون."),
    },
    {
      heading: said("Savanoriška", "Voluntary", "Добровільно", "Добровольно", "طوعي"),
      detail: said(
        "Galite baigti bet kada.",
        "Stop any time.",
        "Можна зупинитися.",
        "Можно остановиться.",
        "يمكن التوقف.",
      ),
    },
    {
      heading: said("Be vardo", "No name", "Без імені", "Без имени", "دون اسم"),
      detail: said(
        "Vardo neklausiame.",
        "No name.",
        "Ім’я не питаємо.",
        "Имя не спрашиваем.",
        "لا نسأل عن الاسم.",
      ),
    },
  ],
  consent: {
    question: said("Ar sutinkate?", "Do you agree?", "Чи ви згодні?", "Вы согласны?", "هل توافقون؟"),
    agree: said("Sutinku", "I agree", "Погоджуюся", "Согласие даю", "أوافق"),
    decline: said("Nesutinku", "I do not agree", "Не погоджуюся", "Не даю", "لا أوافق"),
    declined: said("Ačiū", "Thank you", "Дякуємо", "Спасибо", "شكرًا"),
  },
};

const measure = { domain: "village", purpose: "tests", dataClass: "ordinary", level: "nominal" };
const open = { ...measure, level: "text", dataClass: "open-text" };
const items = {
  municipality: { ...measure, concept: "place", role: "municipality" },
  municipality_more: { ...open, concept: "place in words" },
  helped: { ...measure, concept: "help", selfOnly: true },
  helped_more: { ...open, concept: "help in words", selfOnly: true },
  worked: { ...measure, concept: "work" },
  worked_more: { ...open, concept: "work in words" },
};

const indicators = {
  number: 1,
  domains: [{ id: "village", label: { lt: "Kaimas", en: "Village" } }],
  indicators: [
    {
      ...{ id: "vil.01", domain: "village", unit: "percent", direction: "higher-is-better" },
      ...{ missingRule: "M1", source: "tests" },
      label: { lt: "Dirba", en: "Works" },
      universe: { label: { lt: "Visi", en: "Everybody" } },
      estimand: { type: "proportion", variable: "worked", in: ["yes"] },
    },
  ],
};

export const villageInstrument: typeof smallInstrument = {
  digest: digest(questionnaire),
  id: "village",
  version: "1.0.0",
  files: {
    "manifest.json": JSON.stringify({
      id: "village",
      version: "1.0.0",
      title: said("Gyvenimas kaime", "Village life", "Життя в селі", "Жизнь в деревне", "الحياة في القرية"),
      languages: ["lt", "en", "uk", "ru", "ar"],
      universe: said("Visi", "Everybody", "Усі", "Все", "الجميع"),
      population: { minimumAge: 18, euCitizens: "out", residence: "declared" },
      licence: "CC-BY-4.0",
    }),
    "questionnaire.json": JSON.stringify(questionnaire),
    "measures.json": JSON.stringify({ items }),
    "notice/1.json": JSON.stringify(notice),
    "indicators/1.json": JSON.stringify(indicators),
    "interviews.json": "[]",
  },
};
