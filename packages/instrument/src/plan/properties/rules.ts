import type { Classifications } from "./classification.ts";

const dates = "Masks of dates are not known here; ask for dates with an inputType such as date.";

/** Validators and input masks. */
export const ruleProperties: Classifications = {
  surveyvalidator: { handled: "text notificationType" },
  numericvalidator: { handled: "minValue maxValue" },
  textvalidator: { handled: "minLength maxLength allowDigits" },
  answercountvalidator: { handled: "minCount maxCount" },
  regexvalidator: { handled: "regex caseInsensitive" },
  emailvalidator: {},
  expressionvalidator: { handled: "expression" },
  masksettings: { handled: "saveMaskedValue" },
  patternmask: { handled: "pattern" },
  numericmask: { handled: "allowNegativeValues decimalSeparator thousandsSeparator precision min max" },
  currencymask: { handled: "prefix suffix" },
  datetimemask: { refused: { min: dates, max: dates } },
};
