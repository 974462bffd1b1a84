import type { Classifications } from "./classification.ts";

const lazy =
  "Choices that are fetched piece by piece cannot be checked afterwards; write them under choices.";

/** Questions answered from a list, and the members of such lists. */
export const choiceProperties: Classifications = {
  itemvalue: { handled: "value text visibleIf enableIf", look: "randomize randomizeCategory" },
  choiceitem: {
    handled: "showCommentArea isCommentRequired",
    look: "commentPlaceholder",
    refused: {
      elements: "Questions inside a choice are not known here; put them behind it with visibleIf.",
    },
  },
  checkboxitem: { handled: "isExclusive" },
  buttongroupitemvalue: { look: "showCaption iconName iconSize" },
  imageitemvalue: { look: "imageLink" },
  choicesbyurl: {
    handled: "url",
    look: "path valueName titleName imageLinkName allowEmptyResponse attachData",
  },
  selectbase: {
    handled: `showCommentArea choicesFromQuestion choices choicesFromQuestionMode choiceValuesFromQuestion
      choiceTextsFromQuestion hideIfChoicesEmpty choicesVisibleIf choicesEnableIf defaultValue showOtherItem
      showNoneItem showRefuseItem showDontKnowItem noneText refuseText dontKnowText otherText otherErrorText
      storeOthersAsComment`,
    look: "choicesOrder correctAnswer separateSpecialChoices otherPlaceholder",
    refused: {
      choicesByUrl: "Choices from an address would change without a new version; write them under choices.",
    },
  },
  checkboxbase: { look: "colCount" },
  radiogroup: { look: "allowClear separateSpecialChoices itemComponent" },
  buttongroup: { handled: "choices" },
  dropdown: {
    handled: "choicesMin choicesMax choicesStep allowCustomChoices",
    look: `placeholder allowClear autocomplete textWrapEnabled renderAs searchEnabled createCustomChoiceText
      searchMode choicesLazyLoadPageSize inputFieldComponent itemComponent`,
    refused: { choicesLazyLoadEnabled: lazy },
  },
  checkbox: {
    handled: "showSelectAllItem maxSelectedChoices minSelectedChoices valuePropertyName choices",
    look: "separateSpecialChoices selectAllText itemComponent",
  },
  tagbox: {
    handled: "allowCustomChoices",
    look: `placeholder allowClear searchEnabled createCustomChoiceText textWrapEnabled choicesLazyLoadPageSize
      hideSelectedItems closeOnSelect itemComponent searchMode`,
    refused: { choicesLazyLoadEnabled: lazy },
  },
  ranking: {
    handled: "selectToRankEnabled maxSelectedChoices minSelectedChoices",
    look: `selectToRankSwapAreas selectToRankAreasLayout selectToRankEmptyRankedAreaText
      selectToRankEmptyUnrankedAreaText itemComponent`,
  },
  imagepicker: {
    handled:
      "multiSelect choices showOtherItem showNoneItem showRefuseItem showDontKnowItem storeOthersAsComment",
    look: `otherText noneText placeholder otherErrorText contentMode imageFit imageHeight imageWidth minImageWidth
      minImageHeight maxImageWidth maxImageHeight showLabel colCount`,
  },
  responsiveimagesize: {},
  imagemap: {
    handled: "areas multiSelect valuePropertyName maxSelectedAreas minSelectedAreas",
    look: `imageLink shape idleFillColor idleStrokeColor idleStrokeWidth hoverFillColor hoverStrokeColor
      hoverStrokeWidth selectedFillColor selectedStrokeColor selectedStrokeWidth`,
  },
  imagemaparea: {
    handled: "value",
    look: `shape coords idleFillColor idleStrokeColor idleStrokeWidth hoverFillColor hoverStrokeColor hoverStrokeWidth
      selectedFillColor selectedStrokeColor selectedStrokeWidth`,
  },
};
