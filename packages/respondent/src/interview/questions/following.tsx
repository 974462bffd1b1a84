import { createElement, type FunctionComponent } from "react";
import type { Question } from "survey-core";
import { SurveyQuestionElementBase } from "survey-react-ui";

/** What draws a question; the survey around it is handed on to the questions inside. */
export interface BodyProps {
  readonly question: Question;
  readonly creator: unknown;
}

/** Draws a question anew whenever survey-core changes something of it. */
export function following(Body: FunctionComponent<BodyProps>) {
  return class OurQuestion extends SurveyQuestionElementBase {
    protected override getStateElement() {
      return this.questionBase;
    }
    protected override renderElement() {
      return createElement(Body, { question: this.questionBase, creator: this.creator });
    }
  };
}
