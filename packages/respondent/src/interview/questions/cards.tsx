import { type ReactNode, useEffect } from "react";
import {
  type MatrixDropdownRowModelBase,
  Model,
  QuestionMatrixDropdownModelBase,
  QuestionMatrixDynamicModel,
} from "survey-core";
import { SurveyPanel } from "survey-react-ui";
import type { BodyProps } from "./following.tsx";
import { Group } from "./group.tsx";
import { Part } from "./part.tsx";

/** Rows by parts, or entries as many as there are: a card for each, since a table does not fit a phone. */
export function Cards({ question, creator }: BodyProps) {
  if (!(question instanceof QuestionMatrixDropdownModelBase)) return null;
  const growing = question instanceof QuestionMatrixDynamicModel ? question : undefined;
  return (
    <Group role="group" question={question} className="statements">
      {question.visibleRows.map((row, index) => (
        <Card
          key={row.id}
          {...{ question, row, creator }}
          name={growing ? String(index + 1) : String(row.text)}
        >
          {growing?.canRemoveRow(row) && (
            <button type="button" className="secondary" onClick={() => growing.removeRowUI(row)}>
              {growing.removeRowText} <span className="visually-hidden">{index + 1}</span>
            </button>
          )}
        </Card>
      ))}
      {growing?.canAddRow && (
        <button type="button" className="secondary" onClick={() => growing.addRowUI()}>
          {growing.addRowText}
        </button>
      )}
    </Group>
  );
}

interface CardProps extends BodyProps {
  readonly row: MatrixDropdownRowModelBase;
  readonly name: string;
  readonly children: ReactNode;
}

function Card({ question, row, creator, name, children }: CardProps) {
  const title = `${row.id}-title`;
  const { survey } = question;
  useEffect(() => {
    if (row.hasPanel) row.showDetailPanel();
  }, [row]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in a grid
    <div className="statement parts" role="group" aria-labelledby={title}>
      <p className="statement-text" id={title}>
        {name}
      </p>
      {row.cells.map(
        (cell) =>
          cell.question.isVisible && (
            <Part key={cell.question.id} question={cell.question} creator={creator} />
          ),
      )}
      {row.isDetailPanelShowing && survey instanceof Model && (
        <SurveyPanel element={row.detailPanel} creator={creator} css={survey.css} />
      )}
      {children}
    </div>
  );
}
