import type { Classifications } from "./classification.ts";

/** Pages, panels, and what repeats: dynamic panels and the matrices. */
export const containerProperties: Classifications = {
  panelbase: {
    handled: "name elements visible readOnly visibleIf enableIf requiredIf",
    look: `questionTitleWidth questionTitleLocation gridLayoutColumns title description questionOrder
      questionErrorLocation`,
  },
  panel: {
    handled: "isRequired requiredErrorText",
    look: `state startWithNewLine width minWidth maxWidth colSpan innerIndent indent showNumber showQuestionNumbers
      questionStartIndex allowAdaptiveActions`,
  },
  page: {
    handled: "isRequired requiredErrorText",
    look: `showNavigationButtons timeLimit navigationTitle navigationDescription title description state
      startWithNewLine width minWidth maxWidth innerIndent indent showNumber showQuestionNumbers
      allowAdaptiveActions`,
  },
  flowpanel: { look: "content" },
  panellayoutcolumn: { look: "width questionTitleWidth" },
  paneldynamic: {
    handled: `showCommentArea templateElements panelCount minPanelCount maxPanelCount defaultPanelValue
      keyName keyDuplicationError templateVisibleIf copyDefaultValueFromLastEntry`,
    look: `templateTitle templateTabTitle tabTitlePlaceholder templateDescription noEntriesText allowAddPanel
      allowRemovePanel newPanelPosition panelsState confirmDelete confirmDeleteText addPanelText removePanelText
      prevPanelText nextPanelText showQuestionNumbers questionStartIndex displayMode showProgressBar
      progressBarLocation tabAlign templateQuestionTitleLocation templateQuestionTitleWidth templateErrorLocation
      removePanelButtonLocation`,
  },
  matrixbase: {
    handled: "showCommentArea columnsVisibleIf rowsVisibleIf",
    look: "columnMinWidth showHeader verticalAlign alternateRows displayMode",
  },
  matrix: {
    handled: "columns rows eachRowRequired eachRowUnique hideIfRowsEmpty cellType",
    look: "rowTitleWidth cells rowOrder cellComponent",
  },
  matrixcolumn: { handled: "isExclusive" },
  matrixdropdownbase: {
    handled: "columns detailElements detailPanelMode choices keyDuplicationError cellType",
    look: `transposeData cellErrorLocation detailErrorLocation horizontalScroll placeholder singleInputTitleTemplate
      columnColCount columnMinWidth allowAdaptiveActions`,
  },
  matrixdropdown: {
    handled: "rows rowsVisibleIf hideIfRowsEmpty",
    look: "rowTitleWidth totalText rowOrder",
  },
  matrixdynamic: {
    handled: "rowCount minRowCount maxRowCount keyName defaultRowValue copyDefaultValueFromLastEntry",
    look: `allowAddRows allowRemoveRows confirmDelete confirmDeleteText addRowButtonLocation addRowText removeRowText
      hideColumnsIfEmpty noRowsText detailPanelShowOnAdding allowRowReorder`,
  },
  matrixdropdowncolumn: {
    handled: `name cellType isRequired isUnique requiredErrorText readOnly visible visibleIf enableIf requiredIf
      resetValueIf setValueIf setValueExpression validators defaultDisplayValue totalType totalExpression`,
    look: `title cellHint colCount minWidth width showInMultipleColumns totalFormat totalDisplayStyle totalAlignment
      totalCurrency totalMaximumFractionDigits totalMinimumFractionDigits renderAs`,
  },
};
