import { expect, test } from "vitest";
import { lint } from "./index.ts";

function saidOf(rule: string, language: string, title: string): string[] {
  const questionnaire = {
    locale: language,
    elements: [{ type: "radiogroup", name: "a", title, choices: [1, 2] }],
  };
  return lint({ questionnaire })
    .filter((finding) => finding.rule === rule)
    .map(({ message }) => message);
}

test.each([
  ["en", "How satisfied are you with your home and/or your work?"],
  ["en", "Do you work? And do you study?"],
  ["en", "Do you use the office, and are you satisfied with it?"],
  ["lt", "Ar jums patinka darbas ir/arba mokslas?"],
  ["lt", "Ar kreipėtės į tarnybą, ir ar likote patenkinti?"],
  ["uk", "Чи задоволені ви житлом та/або роботою?"],
  ["uk", "Чи знаєте ви про послуги, а також про курси?"],
  ["ru", "Довольны ли вы жильём и/или работой?"],
  ["ru", "Обращались ли вы в службу, и как вам помогли?"],
])("two questions in one are noticed in %s: %s", (language, title) => {
  expect(saidOf("double-barrelled", language, title)).toHaveLength(1);
});

test.each([
  ["en", "How often do you meet friends and family?"],
  ["en", "Do you study, work, look after children, or rest?"],
  ["lt", "Kaip dažnai bendraujate su draugais ir šeima?"],
  ["uk", "Як часто ви зустрічаєтеся з друзями та родиною?"],
  ["ru", "Как часто вы видитесь с друзьями и семьёй?"],
])("one question with an “and” in it is left alone in %s: %s", (language, title) => {
  expect(saidOf("double-barrelled", language, title)).toEqual([]);
});

test.each([
  ["en", "Don’t you think the office is helpful?"],
  ["en", "Obviously, language matters. How much does it matter to you?"],
  ["lt", "Ar nemanote, kad tarnyba padeda?"],
  ["lt", "Dauguma žmonių mano, kad kalba svarbi. O jūs?"],
  ["lt", "Juk gera čia gyventi?"],
  ["uk", "Чи не вважаєте ви, що служба допомагає?"],
  ["uk", "Адже тут добре жити?"],
  ["ru", "Не считаете ли вы, что служба помогает?"],
  ["ru", "Разве здесь плохо жить?"],
])("words that suggest an answer are noticed in %s: %s", (language, title) => {
  expect(saidOf("leading-wording", language, title)).toHaveLength(1);
});

test.each([
  ["en", "How helpful or unhelpful was the office?"],
  ["en", "To what extent do you agree or disagree that rents are high?"],
  ["lt", "Ar jums žinoma, kad yra koordinatorius?"],
  ["lt", "Ar turite darbą?"],
  ["uk", "Наскільки корисною чи некорисною була служба?"],
  ["ru", "Насколько полезной или бесполезной была служба?"],
])("plain wording is left alone in %s: %s", (language, title) => {
  expect(saidOf("leading-wording", language, title)).toEqual([]);
});

test("a language without a word list is not guessed at", () => {
  expect(saidOf("leading-wording", "ar", "Don’t you think so?")).toEqual([]);
});

test.each([
  [[1, 2, 3, 4, 5, 99], true],
  [["1", "2", "98"], true],
  [[0, 1, 2, -9], true],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], false],
  [[90, 95, 97, 98, 99], false],
  [["yes", "no", "99"], false],
])("the codes %j hold one that looks like a missing code: %s", (choices, looks) => {
  const questionnaire = { elements: [{ type: "radiogroup", name: "a", title: "A", choices }] };
  expect(lint({ questionnaire }).some(({ rule }) => rule === "missing-code")).toBe(looks);
});
