import type { OutlineNode } from "../../definition/index.ts";
import { isKindOf } from "../../definition/index.ts";

/** What a property of survey-core 3.0.0 does to an answer when it changes. */
export type Aspect =
  | "wording"
  | "around"
  | "routing"
  | "offer"
  | "requirement"
  | "limit"
  | "task"
  | "scale"
  | "default"
  | "randomisation"
  | "calculation"
  | "trigger"
  | "storage"
  | "source"
  | "missing"
  | "parts"
  | "look";

/** Every property survey-core has stands here once, so that none is passed over; a test holds the list against its classes. */
const properties: readonly (readonly [Aspect, string])[] = [
  [
    "wording",
    `altText cellHint cells commentPlaceholder commentText content createCustomChoiceText currency customLabels
    dataList defaultDisplayValue description dontKnowText format html imageLink imageLinkName labelFalse labelTrue
    maxRateDescription minRateDescription noneText otherPlaceholder otherText placeholder prefix questionTitlePattern
    refuseText selectAllText singleInputTitleTemplate suffix tabTitlePlaceholder templateDescription templateTabTitle
    templateTitle text title totalFormat totalText`,
  ],
  [
    "around",
    `addPanelText addRowText completedBeforeHtml completedHtml completedHtmlOnCondition completeText
    confirmDeleteText editText fileOrPhotoPlaceholder filePlaceholder keyDuplicationError loadingHtml logo maxErrorText
    minErrorText navigateToUrl navigateToUrlOnCondition navigationDescription navigationTitle nextPanelText
    noEntriesText noRowsText otherErrorText pageNextText pagePrevText photoPlaceholder placeholderReadOnly prevPanelText
    previewText removePanelText removeRowText requiredErrorText selectToRankEmptyRankedAreaText
    selectToRankEmptyUnrankedAreaText startSurveyText stepErrorText url`,
  ],
  ["routing", "enableIf readOnly templateVisibleIf visible visibleIf"],
  [
    "offer",
    `choicesEnableIf choicesVisibleIf columnsVisibleIf hideColumnsIfEmpty hideIfChoicesEmpty hideIfRowsEmpty
    hideSelectedItems rowsVisibleIf`,
  ],
  ["requirement", "eachRowRequired isCommentRequired isRequired requiredIf"],
  [
    "limit",
    `acceptedCategories acceptedTypes allowDigits allowMultiple allowNegativeValues caseInsensitive eachRowUnique
    inputType isUnique keyName maskSettings maskType maxCommentLength maxCount maxFiles maxLength maxPanelCount maxRangeLength
    maxRowCount maxSize maxTextLength maxValue maxValueExpression minCount minLength minPanelCount minRangeLength
    minRowCount minValue minValueExpression notificationType pattern regex sourceType timeLimit timeLimitPerPage
    validateVisitedEmptyFields waitForUpload`,
  ],
  [
    "task",
    `allowAddPanel allowAddRows allowCustomChoices allowRemovePanel allowRemoveRows allowRowReorder allowSwap
    isExclusive maxSelectedAreas maxSelectedChoices minSelectedAreas minSelectedChoices multiSelect rateType
    selectToRankEnabled showCommentArea showSelectAllItem sliderType transposeData`,
  ],
  ["scale", "autoGenerate choicesMax choicesMin choicesStep max min rateCount rateMax rateMin rateStep step"],
  [
    "default",
    `copyDefaultValueFromLastEntry defaultPanelValue defaultRowValue defaultValue defaultValueExpression
    panelCount rowCount`,
  ],
  ["randomisation", "choicesOrder questionOrder randomize randomizeCategory rowOrder"],
  [
    "calculation",
    `expression includeIntoResult precision resetValueIf runExpression setValueExpression setValueIf
    totalExpression totalType`,
  ],
  ["trigger", "copyDisplayValue fromName gotoName isVariable operator setToName setValue value"],
  [
    "storage",
    `bindings cellType clearIfInvisible clearInvisibleValues correctAnswer dataFormat saveMaskedValue
    storeDataAsText storeOthersAsComment valueFalse valueName valuePropertyName valueTrue`,
  ],
  [
    "source",
    `allowEmptyResponse attachData choicesByUrl choicesFromQuestion choicesFromQuestionMode
    choicesLazyLoadEnabled choiceTextsFromQuestion choiceValuesFromQuestion path titleName`,
  ],
  ["missing", "showDontKnowItem showNoneItem showOtherItem showRefuseItem"],
  [
    "parts",
    `areas calculatedValues choices columns detailElements elements items name pages questions rateValues rows
    templateElements triggers type validators`,
  ],
  [
    "look",
    `$schema acceptCarriageReturn addRowButtonLocation allowAdaptiveActions allowCameraAccess allowClear
    allowDragRange allowImagesPreview allowResize allowResizeComment alternateRows autoAdvanceAllowComplete
    autoAdvanceEnabled autocomplete autoFocusFirstError autoFocusFirstQuestion autoGrow autoGrowComment backgroundColor
    backgroundImage backgroundImageAttachment backgroundImageFit backgroundImageOpacity backgroundOpacity cellComponent
    cellErrorLocation checkErrorsMode choicesLazyLoadPageSize closeOnSelect colCount colSpan columnColCount
    columnMinWidth commentAreaRows confirmDelete contentMode cookieName coords decimalSeparator descriptionLocation
    descriptionPositionX descriptionPositionY detailErrorLocation detailPanelMode detailPanelShowOnAdding displayMode
    displayRateDescriptionsAsExtremeItems displayStyle errorLocation firstPageIsStartPage fitToContainer
    gridLayoutColumns gridLayoutEnabled headerView height horizontalScroll hoverFillColor hoverStrokeColor
    hoverStrokeWidth iconName iconSize idleFillColor idleStrokeColor idleStrokeWidth imageFit imageHeight imageWidth
    indent inheritWidthFrom innerIndent inputFieldComponent inputSize inputTextAlignment itemComponent
    itemErrorLocation itemTitleWidth labelCount labelFormat locale logoFit logoHeight logoPosition logoPositionX
    logoPositionY logoWidth matrixDragHandleArea maximumFractionDigits maxImageHeight maxImageWidth maxWidth
    minimumFractionDigits minImageHeight minImageWidth minWidth mobileHeight navigationButtonsLocation newPanelPosition
    overlapEnabled panelsState partialSendEnabled penColor penMaxWidth penMinWidth previewMode
    progressBarInheritWidthFrom progressBarLocation progressBarNavigationTextLocation progressBarShowNavigationText
    progressBarShowPageNumbers progressBarType questionDescriptionLocation questionErrorLocation questionsOnPageMode
    questionStartIndex questionTitleLocation questionTitleWidth rateColorMode rateDescriptionLocation
    removePanelButtonLocation renderAs requiredMark rowTitleWidth scaleColorMode searchEnabled searchMode
    selectedFillColor selectedStrokeColor selectedStrokeWidth selectToRankAreasLayout selectToRankSwapAreas
    separateSpecialChoices shape showBrandInfo showCaption showCompletePage showHeader showInMultipleColumns showLabel
    showLabels showNavigationButtons showNumber showPageNumbers showPageTitles showPlaceholder showPreview
    showPreviewBeforeComplete showPrevButton showProgressBar showQuestionNumbers showTimer showTitle showTOC showValue
    signatureAutoScaleEnabled signatureHeight signatureWidth sjsVersion startWithNewLine state surveyId surveyPostId
    surveyShowDataSaving swapOrder tabAlign templateErrorLocation templateQuestionTitleLocation
    templateQuestionTitleWidth textAreaWidth textGlowEnabled textUpdateMode textWrapEnabled thousandsSeparator
    timerInfoMode timerLocation titleLocation titlePositionX titlePositionY tocItemComponent tocLocation tooltipFormat
    tooltipVisibility totalAlignment totalCurrency totalDisplayStyle totalMaximumFractionDigits
    totalMinimumFractionDigits useDisplayValuesInDynamicTexts useGrouping useTitleAsLabel verticalAlign width
    widthMode`,
  ],
];

const byProperty = new Map(
  properties.flatMap(([aspect, names]) => names.split(/\s+/).map((name) => [name, aspect] as const)),
);

/** What a change of this property does, by its name in survey-core; undefined for one it does not have. */
export function aspectOf(property: string, { type }: Pick<OutlineNode, "type">): Aspect | undefined {
  const aspect = byProperty.get(property);
  if (aspect === "scale" && isKindOf(type, "textbase")) return "limit";
  if (property === "rows" && type === "comment") return "look";
  return aspect;
}
