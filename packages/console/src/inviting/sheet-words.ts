/** What a printed sheet or card says to the people asked. */
export interface SheetWords {
  readonly scan: string;
  readonly choice: string;
  readonly address: string;
  readonly code: string;
}

/** By language of respondents; plain, short, and true for every study: that answering is free is in every notice. */
export const sheetWords: Readonly<Record<string, SheetWords>> = {
  lt: {
    scan: "Nukreipkite telefono kamerą į kvadratą, ir atsivers klausimynas.",
    choice: "Atsakyti ar ne – jūsų pasirinkimas. Vardo neklausiame.",
    address: "Arba įveskite adresą:",
    code: "Jūsų kodas, tinka vieną kartą:",
  },
  en: {
    scan: "Point your phone's camera at the square, and the questionnaire opens.",
    choice: "Answering is your choice. We do not ask your name.",
    address: "Or type the address:",
    code: "Your code, which works once:",
  },
  uk: {
    scan: "Наведіть камеру телефона на квадрат, і відкриється анкета.",
    choice: "Відповідати чи ні – вирішуєте ви. Імені ми не питаємо.",
    address: "Або введіть адресу:",
    code: "Ваш код, діє один раз:",
  },
  ru: {
    scan: "Наведите камеру телефона на квадрат, и откроется анкета.",
    choice: "Отвечать или нет – решаете вы. Имени мы не спрашиваем.",
    address: "Или введите адрес:",
    code: "Ваш код, действует один раз:",
  },
  be: {
    scan: "Навядзіце камеру тэлефона на квадрат, і адкрыецца анкета.",
    choice: "Адказваць ці не – вырашаеце вы. Імя мы не пытаем.",
    address: "Або ўвядзіце адрас:",
    code: "Ваш код, дзейнічае адзін раз:",
  },
  ar: {
    scan: "وجّه كاميرا هاتفك نحو المربع فيُفتح الاستبيان.",
    choice: "الإجابة باختيارك. لا نسأل عن اسمك.",
    address: "أو اكتب العنوان:",
    code: "رمزك، يُستخدم مرة واحدة:",
  },
  uz: {
    scan: "Telefoningiz kamerasini kvadratga qarating, so‘rovnoma ochiladi.",
    choice: "Javob berish-bermaslik – o‘zingizning ixtiyoringizda. Ismingizni so‘ramaymiz.",
    address: "Yoki manzilni yozing:",
    code: "Sizning kodingiz, bir marta ishlaydi:",
  },
  tg: {
    scan: "Камераи телефонро ба мураббаъ равона кунед, пурсишнома кушода мешавад.",
    choice: "Ҷавоб додан ё надодан ихтиёри шумост. Номатонро намепурсем.",
    address: "Ё нишониро нависед:",
    code: "Рамзи шумо, як бор кор мекунад:",
  },
};
