import type { Rule } from "../rule.ts";
import { choicesByUrl } from "./choices-by-url.ts";
import { doubleBarrelled } from "./double-barrelled.ts";
import { html } from "./html.ts";
import { laterItem } from "./later-item.ts";
import { leadingWording } from "./leading-wording.ts";
import { lightFirstPage } from "./light-first-page.ts";
import { longInterview } from "./long-interview.ts";
import { longSentence } from "./long-sentence.ts";
import { longText } from "./long-text.ts";
import { missingCode } from "./missing-code.ts";
import { missingTranslation } from "./missing-translation.ts";
import { noOptions } from "./no-options.ts";
import { openTextClass } from "./open-text-class.ts";
import { planRefusal } from "./plan-refusal.ts";
import { purpose } from "./purpose.ts";
import { reasons } from "./reasons.ts";
import { recordings } from "./recordings.ts";
import { requiredSensitive } from "./required-sensitive.ts";
import { similarCodes } from "./similar-codes.ts";
import { staleTranslation } from "./stale-translation.ts";
import { statisticsNames } from "./statistics-names.ts";
import { tooLarge } from "./too-large.ts";
import { translationRules } from "./translation-checks.ts";
import { unfit } from "./unfit.ts";
import { unfitName } from "./unfit-name.ts";
import { unreachable } from "./unreachable.ts";
import { wideMatrix } from "./wide-matrix.ts";
import { withoutEffect } from "./without-effect.ts";

/** All our rules, in the order in which their findings are told. */
export const rules: readonly Rule[] = [
  unfit,
  tooLarge,
  unfitName,
  statisticsNames,
  planRefusal,
  withoutEffect,
  choicesByUrl,
  html,
  lightFirstPage,
  unreachable,
  laterItem,
  noOptions,
  similarCodes,
  missingCode,
  purpose,
  reasons,
  recordings,
  openTextClass,
  requiredSensitive,
  missingTranslation,
  staleTranslation,
  ...translationRules,
  doubleBarrelled,
  leadingWording,
  longInterview,
  longSentence,
  longText,
  wideMatrix,
];
