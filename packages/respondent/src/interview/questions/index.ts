import { createElement, type FunctionComponent } from "react";
import type { Question } from "survey-core";
import { ReactQuestionFactory, SurveyQuestionElementBase } from "survey-react-ui";
import { Choices } from "./choices.tsx";
import { describeFieldsInFull } from "./described.ts";
import { Note } from "./note.tsx";
import { Scale } from "./scale.tsx";
import { SearchableList } from "./searchable-list.tsx";
import { Statements } from "./statements.tsx";
import { YesNo } from "./yes-no.tsx";

/** Draws these question types our way; text and comment keep SurveyJS's own input. */
export function drawQuestionsOurWay(): void {
  describeFieldsInFull();
  register("radiogroup", Choices);
  register("checkbox", Choices);
  register("boolean", YesNo);
  register("rating", Scale);
  register("matrix", Statements);
  register("dropdown", SearchableList);
  register("html", Note);
}

function register(type: string, Body: FunctionComponent<{ readonly question: Question }>): void {
  class OurQuestion extends SurveyQuestionElementBase {
    protected override getStateElement() {
      return this.questionBase;
    }
    protected override renderElement() {
      return createElement(Body, { question: this.questionBase });
    }
  }
  ReactQuestionFactory.Instance.registerQuestion(type, (props) => createElement(OurQuestion, props));
}
