import { isMissingReason, setApart } from "@tiltas/instrument/conduct";
import { type ItemValue, type MatrixRowModel, type Question, QuestionMatrixModel } from "survey-core";
import { ChoiceRow } from "../../frame/index.ts";
import { Group } from "./group.tsx";

/** A battery of statements: one card a statement; on a wide screen the choices of a card stand side by side. */
export function Statements({ question }: { readonly question: Question }) {
  if (!(question instanceof QuestionMatrixModel)) return null;
  const columns: readonly ItemValue[] = question.visibleColumns;
  return (
    <Group role="group" question={question} className="statements">
      {question.visibleRows.map((row, index) => (
        <Statement key={row.name} {...{ question, row, index, columns }} />
      ))}
    </Group>
  );
}

interface StatementProps {
  readonly question: QuestionMatrixModel;
  readonly row: MatrixRowModel;
  readonly index: number;
  readonly columns: readonly ItemValue[];
}

function Statement({ question, row, index, columns }: StatementProps) {
  const { answers, reasons } = setApart(columns, ({ value }) => isMissingReason(value));
  const label = `${question.id}-row-${index}`;
  const isInvalid = question.errors.length > 0 && row.value === undefined;
  const choice = (column: ItemValue) => (
    <ChoiceRow
      key={String(column.value)}
      type="radio"
      id={index === 0 && column === columns[0] ? question.inputId : `${label}-${column.value}`}
      name={label}
      isChosen={row.value === column.value}
      isInvalid={isInvalid}
      onChoose={() => {
        row.value = column.value;
      }}
    >
      {column.text}
    </ChoiceRow>
  );
  return (
    <div
      className="statement"
      role="radiogroup"
      aria-labelledby={label}
      aria-invalid={isInvalid || undefined}
    >
      <p className="statement-text" id={label}>
        {row.text}
      </p>
      <div className={`statement-choices statement-choices-${answers.length}`}>{answers.map(choice)}</div>
      {reasons.length > 0 && <div className="statement-choices set-apart">{reasons.map(choice)}</div>}
    </div>
  );
}
