import { createElement, Fragment, type FunctionComponent } from "react";
import type { Question } from "survey-core";
import { SurveyQuestionElementBase } from "survey-react-ui";
import { Beside } from "../beside.tsx";

/** What draws a question; the survey around it is handed on to the questions inside. */
export interface BodyProps {
  readonly question: Question;
  readonly creator: unknown;
}

/** Draws what stands beside a question and its answers, anew whenever survey-core changes something of it. */
export function following(Body: FunctionComponent<BodyProps>) {
  return class OurQuestion extends SurveyQuestionElementBase {
    protected override getStateElement() {
      return this.questionBase;
    }
    protected override renderElement() {
      return createElement(
        Fragment,
        null,
        createElement(Beside, { question: this.questionBase }),
        createElement(Body, { question: this.questionBase, creator: this.creator }),
      );
    }
  };
}
