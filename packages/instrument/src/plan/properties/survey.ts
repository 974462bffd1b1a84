import type { Classifications } from "./classification.ts";

/** The survey itself, what stands around its pages, and its triggers. */
export const surveyProperties: Classifications = {
  survey: {
    handled: `locale pages elements triggers calculatedValues readOnly storeOthersAsComment clearInvisibleValues
      firstPageIsStartPage`,
    look: `title description logo logoWidth logoHeight logoFit logoPosition autoFocusFirstQuestion
      autoFocusFirstError completedHtml completedBeforeHtml completedHtmlOnCondition loadingHtml sjsVersion $schema
      surveyId surveyPostId surveyShowDataSaving cookieName partialSendEnabled showNavigationButtons
      navigationButtonsLocation showPrevButton showTitle showPageTitles showCompletePage navigateToUrl
      navigateToUrlOnCondition questionOrder matrixDragHandleArea showPageNumbers showQuestionNumbers
      questionTitleLocation questionDescriptionLocation questionErrorLocation showProgressBar progressBarLocation
      progressBarType progressBarShowNavigationText progressBarShowPageNumbers progressBarNavigationTextLocation
      progressBarInheritWidthFrom showTOC tocLocation tocItemComponent maxTextLength maxCommentLength
      autoAdvanceEnabled autoAdvanceAllowComplete checkErrorsMode validateVisitedEmptyFields textUpdateMode
      autoGrowComment allowResizeComment commentAreaRows startSurveyText pagePrevText pageNextText completeText
      previewText editText requiredMark questionStartIndex questionTitlePattern questionsOnPageMode
      showPreviewBeforeComplete previewMode showTimer timeLimit timeLimitPerPage timerLocation timerInfoMode
      widthMode gridLayoutEnabled width fitToContainer headerView backgroundImage backgroundImageFit
      backgroundImageAttachment backgroundOpacity showBrandInfo`,
    refusedValues: {
      questionsOnPageMode: {
        values: "questionPerPage inputPerPage",
        advice: "One item at a time is a matter of the screen: leave it to the application that asks.",
      },
      checkErrorsMode: {
        values: "onValueChanging",
        advice: "It keeps answers out of the data while they are given; write onNextPage or onComplete.",
      },
    },
  },
  calculatedvalue: { handled: "name expression includeIntoResult" },
  expressionitem: { look: "expression" },
  htmlconditionitem: { look: "html" },
  urlconditionitem: { look: "url" },
  cover: {
    look: `height mobileHeight inheritWidthFrom textAreaWidth textGlowEnabled overlapEnabled backgroundImage
      backgroundImageOpacity backgroundImageFit logoPositionX logoPositionY titlePositionX titlePositionY
      descriptionPositionX descriptionPositionY`,
  },
  trigger: { handled: "operator value expression" },
  surveytrigger: { handled: "name" },
  visibletrigger: { handled: "pages questions" },
  completetrigger: {},
  setvaluetrigger: { handled: "setToName setValue isVariable" },
  copyvaluetrigger: { handled: "fromName setToName copyDisplayValue" },
  skiptrigger: { handled: "gotoName" },
  runexpressiontrigger: { handled: "setToName runExpression" },
};
