import type { Classifications } from "./classification.ts";

/** What every question has, and questions answered in words, numbers, marks or files. */
export const questionProperties: Classifications = {
  question: {
    handled: `name visible visibleIf valueName enableIf resetValueIf setValueIf setValueExpression defaultValue
      defaultValueExpression clearIfInvisible isRequired requiredIf requiredErrorText readOnly validators
      showCommentArea useDisplayValuesInDynamicTexts defaultDisplayValue`,
    look: `state width minWidth maxWidth colSpan startWithNewLine indent title titleLocation description
      descriptionLocation showNumber correctAnswer errorLocation renderAs commentText commentPlaceholder randomize
      randomizeCategory`,
    refused: {
      bindings: "Bindings tie a property to an answer; write a condition or an expression instead.",
    },
  },
  textbase: {},
  text: {
    handled: `inputType min max minValueExpression maxValueExpression minErrorText maxErrorText stepErrorText step
      maskType maskSettings`,
    look: "inputSize textUpdateMode autocomplete inputTextAlignment maxLength placeholder dataList",
  },
  comment: { look: "maxLength rows placeholder textUpdateMode autoGrow allowResize acceptCarriageReturn" },
  multipletext: { handled: "items", look: "inputSize colCount itemErrorLocation itemTitleWidth" },
  multipletextitem: {
    handled: `name isRequired inputType maskType maskSettings requiredErrorText defaultValueExpression
      minValueExpression maxValueExpression validators`,
    look: "placeholder inputTextAlignment title maxLength inputSize",
  },
  boolean: {
    handled: "showCommentArea labelTrue labelFalse valueTrue valueFalse",
    look: "swapOrder displayMode renderAs useTitleAsLabel",
  },
  rating: {
    handled: "showCommentArea autoGenerate rateCount rateValues rateMin rateMax rateStep rateType",
    look: `scaleColorMode rateColorMode minRateDescription maxRateDescription displayRateDescriptionsAsExtremeItems
      rateDescriptionLocation displayMode itemComponent`,
  },
  ratingitem: {},
  slider: {
    handled: "sliderType min max step minValueExpression maxValueExpression",
    look: `minRangeLength maxRangeLength customLabels showLabels tooltipVisibility labelFormat tooltipFormat
      allowDragRange allowSwap labelCount allowClear`,
  },
  sliderlabel: { look: "value visibleIf enableIf showValue" },
  file: {
    handled: "showCommentArea defaultValue validators",
    look: `showPreview allowMultiple allowImagesPreview imageHeight imageWidth acceptedCategories acceptedTypes
      storeDataAsText waitForUpload maxSize maxFiles correctAnswer confirmDelete sourceType fileOrPhotoPlaceholder
      photoPlaceholder filePlaceholder allowCameraAccess`,
  },
  signaturepad: {
    handled: "defaultValue",
    look: `signatureWidth signatureHeight signatureAutoScaleEnabled penMinWidth penMaxWidth height allowClear
      showPlaceholder placeholder placeholderReadOnly backgroundImage penColor backgroundColor dataFormat
      correctAnswer storeDataAsText waitForUpload`,
  },
  expression: {
    handled:
      "expression format displayStyle currency maximumFractionDigits minimumFractionDigits useGrouping precision",
  },
  empty: {},
  nonvalue: {
    look: `title description valueName enableIf defaultValue correctAnswer clearIfInvisible requiredErrorText readOnly
      requiredIf validators titleLocation showCommentArea useDisplayValuesInDynamicTexts`,
  },
  html: { look: "html showNumber state titleLocation descriptionLocation errorLocation indent width" },
  image: { look: "imageLink altText contentMode imageFit imageHeight imageWidth" },
};
