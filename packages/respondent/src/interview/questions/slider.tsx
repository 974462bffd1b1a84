import { wordsIn } from "@tiltas/instrument/words";
import { type Question, QuestionSliderModel } from "survey-core";
import { describedBy } from "./described.ts";
import { Group } from "./group.tsx";

/**
 * A number, or both ends of a range, on a line. Until it is touched it has no answer, and says so: a handle in the middle
 * would look like one.
 */
export function Slider({ question }: { readonly question: Question }) {
  if (!(question instanceof QuestionSliderModel)) return null;
  const words = wordsIn(question.getLocale());
  const ends = endsOf(question);
  if (question.sliderType !== "range")
    return (
      <Handle
        question={question}
        id={question.inputId}
        labelledBy={question.ariaTitleId}
        value={ends[0]}
        resting={question.min}
        onMove={(value) => {
          question.value = value;
        }}
      />
    );
  const set = (low: number, high: number) => {
    question.value = low <= high ? [low, high] : [high, low];
  };
  const name = (end: string) => `${question.ariaTitleId} ${question.id}-${end}`;
  return (
    <Group role="group" question={question} className="choices">
      <span id={`${question.id}-low`}>{words.atLeast}</span>
      <Handle
        {...{
          question,
          id: question.inputId,
          labelledBy: name("low"),
          value: ends[0],
          resting: question.min,
        }}
        onMove={(value) => set(value, ends[1] ?? question.max)}
      />
      <span id={`${question.id}-high`}>{words.atMost}</span>
      <Handle
        {...{ question, id: `${question.id}-end`, labelledBy: name("high") }}
        {...{ value: ends[1], resting: question.max }}
        onMove={(value) => set(ends[0] ?? question.min, value)}
      />
    </Group>
  );
}

interface HandleProps {
  readonly question: QuestionSliderModel;
  readonly id: string;
  readonly labelledBy: string;
  readonly value: number | undefined;
  /** Where the handle waits while nothing is answered. */
  readonly resting: number;
  readonly onMove: (value: number) => void;
}

function Handle({ question, id, labelledBy, value, resting, onMove }: HandleProps) {
  const { min, max, step } = question;
  const words = wordsIn(question.getLocale());
  const said = value === undefined ? words.notAnswered : String(value);
  const isEmpty = value === undefined;
  return (
    <div className={`slider${isEmpty ? " is-empty" : ""}`}>
      <output htmlFor={id}>{said}</output>
      <input
        type="range"
        {...{ id, min, max, step: step ?? 1, value: value ?? resting }}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy(question) || undefined}
        aria-invalid={question.errors.length > 0 || undefined}
        aria-valuetext={said}
        onChange={({ currentTarget }) => onMove(Number(currentTarget.value))}
        onPointerUp={({ currentTarget }) => isEmpty && onMove(Number(currentTarget.value))}
      />
      <p className="scale-ends" aria-hidden="true">
        <span>{min}</span> <span>{max}</span>
      </p>
    </div>
  );
}

function endsOf({ value }: QuestionSliderModel): readonly (number | undefined)[] {
  const given: readonly unknown[] = Array.isArray(value) ? value : [value];
  return given.map((one) => (typeof one === "number" ? one : undefined));
}
