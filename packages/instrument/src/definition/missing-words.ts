/** How options say that there is no answer, in the languages of the editors and of most respondents. */
const missingWords: readonly RegExp[] = [
  /^(?:i )?(?:don['’]t|do not) know\b/,
  /^(?:i )?(?:prefer|would rather|['’]d rather|would prefer) not\b/,
  /^(?:refused|refuse to answer|no answer)$/,
  /^(?:aš )?nežinau(?:$|[\s,.(/])/,
  /^(?:nenoriu (?:atsakyti|sakyti)|neatsakysiu|nesakysiu|atsisakau atsakyti)/,
  /^не знаю(?:$|[\s,.(/])/,
  /^(?:не хочу (?:відповідати|казати|отвечать|говорить)|відмовляюсь|отказываюсь|затрудняюсь ответить|важко відповісти)/,
];

/** Whether one of the labels of an option says that there is no answer. */
export function saysMissing(labels: readonly string[]): boolean {
  return labels.some((label) => missingWords.some((words) => words.test(label.trim().toLowerCase())));
}
