import { textOf } from "../../../expressions/values/index.ts";
import type { Mask } from "./mask.ts";

export interface NumericMaskSettings {
  readonly takesNegative: boolean;
  readonly decimal: string;
  readonly thousands: string;
  /** Decimals that are kept. */
  readonly precision: number;
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** Around an amount of money. */
  readonly prefix: string;
  readonly suffix: string;
}

interface Written {
  readonly whole: string;
  readonly fraction: string;
  readonly isNegative: boolean;
}

/** Numbers with separators, and amounts of money. */
export function numericMask(settings: NumericMaskSettings): Mask {
  return {
    masked: (value) => {
      const written = read(textIn(value).replace(".", settings.decimal), settings);
      return isWithin(written, settings) ? wrapped(shown(written, settings), settings) : null;
    },
    unmasked: (value) => {
      const written = read(textIn(value), settings);
      return written.whole === "" && written.fraction === "" ? undefined : numberOf(written, settings);
    },
  };
}

function textIn(value: unknown): string {
  return value === undefined || value === null ? "" : textOf(value);
}

function read(text: string, settings: NumericMaskSettings): Written {
  const mayBeNegative = settings.takesNegative && (settings.min === undefined || settings.min < 0);
  let [whole, fraction, minuses, isFraction] = ["", "", 0, false];
  for (const character of text.split("")) {
    if (character === "-") minuses += mayBeNegative ? 1 : 0;
    else if (character === settings.decimal) isFraction ||= settings.precision > 0;
    else if (character === settings.thousands || !/[0-9]/.test(character)) continue;
    else if (isFraction) fraction += character;
    else whole += character;
  }
  const isPadded = whole.length > 1 && whole.startsWith("0");
  return { whole: isPadded ? whole.slice(1) : whole, fraction, isNegative: minuses % 2 !== 0 };
}

function numberOf({ whole, fraction, isNegative }: Written, { precision }: NumericMaskSettings): number {
  const sign = isNegative ? "-" : "";
  if (fraction === "") return Number.parseInt(`${sign}${whole}` || "0", 10);
  return Number.parseFloat(`${sign}${whole || "0"}.${fraction.slice(0, precision)}`);
}

function isWithin(written: Written, settings: NumericMaskSettings): boolean {
  const { min, max } = settings;
  if ((min === undefined && max === undefined) || (written.whole === "" && written.fraction === ""))
    return true;
  const number = numberOf(written, settings);
  const isLow = number < (min || Number.MIN_SAFE_INTEGER);
  return Number.isNaN(number) || !(isLow || number > (max || Number.MAX_SAFE_INTEGER));
}

function shown(written: Written, { decimal, thousands, precision }: NumericMaskSettings): string {
  const sign = written.isNegative ? "-" : "";
  const whole = thousands === "" ? written.whole : grouped(written.whole, thousands);
  if (written.fraction !== "")
    return `${sign}${whole || "0"}${decimal}${written.fraction.slice(0, precision)}`;
  return whole === "" || whole === "0" ? whole : sign + whole;
}

function grouped(digits: string, thousands: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(end - 3, 0), end));
  return groups.join(thousands);
}

function wrapped(amount: string, { prefix, suffix }: NumericMaskSettings): string {
  if (amount === "") return amount;
  const started = amount.includes(prefix) ? amount : prefix + amount;
  return started.includes(suffix) ? started : started + suffix;
}
