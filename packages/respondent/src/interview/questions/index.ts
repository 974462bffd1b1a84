import { createElement, type FunctionComponent } from "react";
import {
  ReactQuestionFactory,
  SurveyQuestionComment,
  SurveyQuestionPanelDynamic,
  SurveyQuestionText,
} from "survey-react-ui";
import { Cards } from "./cards.tsx";
import { Choices } from "./choices.tsx";
import { describeFieldsInFull, nameCellsByTheirColumn, nameGroupsOnce } from "./described.ts";
import { Fields } from "./fields.tsx";
import { type BodyProps, following } from "./following.tsx";
import { Note } from "./note.tsx";
import { Ranking } from "./ranking.tsx";
import { Scale } from "./scale.tsx";
import { SearchableChoices } from "./searchable-choices.tsx";
import { SearchableList } from "./searchable-list.tsx";
import { Slider } from "./slider.tsx";
import { Statements } from "./statements.tsx";
import { YesNo } from "./yes-no.tsx";
import "./questions.css";

/** Draws these question types our way; text, comment and lists of panels keep SurveyJS's own. */
export function drawQuestionsOurWay(): void {
  describeFieldsInFull();
  nameCellsByTheirColumn();
  nameGroupsOnce();
  register("radiogroup", Choices);
  register("buttongroup", Choices);
  register("imagepicker", Choices);
  register("checkbox", Choices);
  register("boolean", YesNo);
  register("rating", Scale);
  register("matrix", Statements);
  register("dropdown", SearchableList);
  register("tagbox", SearchableChoices);
  register("ranking", Ranking);
  register("slider", Slider);
  register("multipletext", Fields);
  register("matrixdropdown", Cards);
  register("matrixdynamic", Cards);
  register("html", Note);
  for (const [type, theirs] of [
    ["text", SurveyQuestionText],
    ["comment", SurveyQuestionComment],
    ["paneldynamic", SurveyQuestionPanelDynamic],
  ] as const)
    register(type, ({ question, creator }) =>
      createElement(theirs, { question, creator, isDisplayMode: question.isInputReadOnly }),
    );
}

function register(type: string, Body: FunctionComponent<BodyProps>): void {
  const OurQuestion = following(Body);
  ReactQuestionFactory.Instance.registerQuestion(type, (props) => createElement(OurQuestion, props));
}
