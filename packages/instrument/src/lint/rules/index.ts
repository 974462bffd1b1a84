import type { Rule } from "../rule.ts";
import { missingTranslation } from "./missing-translation.ts";
import { unfit } from "./unfit.ts";
import { unfitName } from "./unfit-name.ts";

/** All our rules, in the order in which their findings are told. */
export const rules: readonly Rule[] = [unfit, unfitName, missingTranslation];
