import type { Json } from "../device/draft.ts";

type Answers = Record<string, Json>;

/** What stands on the first page now, by item, as SurveyJS would write it; what is hidden or empty is absent. */
export function answersOn(screen: ParentNode): Answers {
  const answers: Answers = {};
  for (const question of screen.querySelectorAll<HTMLElement>("[data-item]")) {
    const answer = question.hidden ? undefined : answerOf(question);
    if (answer !== undefined) answers[question.dataset.item ?? ""] = answer;
  }
  return answers;
}

function answerOf(question: HTMLElement): Json | undefined {
  const chosen = [...question.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) =>
    codeIn(value),
  );
  if (question.dataset.kind === "many") return chosen.length > 0 ? chosen : undefined;
  if (chosen.length > 0) return chosen[0];
  const field = question.querySelector<HTMLInputElement>("select, textarea, input:not([type=radio])");
  const { value = "" } = field ?? {};
  if (value === "") return undefined;
  if (question.dataset.kind === "list") return codeIn(value);
  return question.dataset.kind === "number" ? numberIn(value) : value;
}

const codeIn = (value: string): Json => JSON.parse(value);

function numberIn(value: string): number | undefined {
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** After a choice: what cannot stand beside it is let go, and the rows show what is chosen and what rests. */
export function settle(question: HTMLElement, changed: EventTarget | null): void {
  const inputs = choicesIn(question);
  const select = question.querySelector("select");
  if (changed instanceof HTMLInputElement && changed.checked) {
    if (select) select.value = "";
    const isAlone = "alone" in changed.dataset;
    for (const other of inputs)
      if (other !== changed && other.type === "checkbox" && (isAlone || "alone" in other.dataset))
        other.checked = false;
  } else if (changed === select && select?.value) for (const input of inputs) input.checked = false;
  select?.classList.toggle("is-chosen", select.value !== "");
  markRows(question);
}

/** Rows show what is chosen, and what rests because enough is chosen. */
export function markRows(question: HTMLElement): void {
  const inputs = choicesIn(question);
  const most = Number(question.dataset.most) || Number.POSITIVE_INFINITY;
  const isFull = inputs.filter(({ checked }) => checked).length >= most;
  for (const input of inputs) {
    const rests = isFull && input.type === "checkbox" && !input.checked && !("alone" in input.dataset);
    input.disabled = rests;
    const row = input.closest("label");
    row?.classList.toggle("is-chosen", input.checked);
    row?.classList.toggle("is-off", rests);
  }
}

const choicesIn = (question: HTMLElement) => [
  ...question.querySelectorAll<HTMLInputElement>("input[type=radio], input[type=checkbox]"),
];

/** Shows the questions and the number of parts that are meant for somebody who decided so about the separate consents. */
export function showFor(screen: ParentNode, asked: readonly string[], given: readonly string[]): void {
  const place = asked.reduce((bits, id, at) => bits + (given.includes(id) ? 2 ** at : 0), 0);
  for (const question of screen.querySelectorAll<HTMLElement>("[data-shown-for]")) {
    const shown = question.dataset.shownFor ?? "";
    question.hidden = shown !== "" && shown[place] !== "1";
  }
  const progress = screen.querySelector<HTMLElement>("[data-parts]");
  if (progress === null) return;
  const { parts = "", said = "[]" } = progress.dataset;
  for (const line of progress.querySelectorAll("p")) line.textContent = JSON.parse(said)[place];
  for (const bar of progress.querySelectorAll("progress")) bar.max = Number(parts.split(" ")[place]);
}
