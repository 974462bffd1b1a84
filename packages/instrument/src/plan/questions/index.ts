import { boolean } from "./boolean.ts";
import { comment } from "./comment.ts";
import { expression } from "./expression.ts";
import { file, signaturePad } from "./file.ts";
import { imageMap } from "./image-map.ts";
import { imagePicker } from "./image-picker.ts";
import { multipleChoice, tagbox } from "./multiple-choice.ts";
import { presentation } from "./presentation.ts";
import { ranking } from "./ranking.ts";
import { rating } from "./rating.ts";
import type { QuestionType } from "./shapes.ts";
import { buttonGroup, dropdown, singleChoice } from "./single-choice.ts";
import { slider } from "./slider.ts";
import { text } from "./text.ts";

/** The kinds of question that hold no other questions, by survey-core's class. */
export const questionTypes: ReadonlyMap<string, QuestionType> = new Map([
  ["text", text],
  ["comment", comment],
  ["radiogroup", singleChoice],
  ["dropdown", dropdown],
  ["buttongroup", buttonGroup],
  ["checkbox", multipleChoice],
  ["tagbox", tagbox],
  ["ranking", ranking],
  ["imagepicker", imagePicker],
  ["imagemap", imageMap],
  ["rating", rating],
  ["slider", slider],
  ["boolean", boolean],
  ["file", file],
  ["signaturepad", signaturePad],
  ["expression", expression],
  ["html", presentation],
  ["image", presentation],
  ["empty", presentation],
]);
