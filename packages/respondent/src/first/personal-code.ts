import { bareCode, checkCharacter } from "@tiltas/contract/code-letters";
import { current } from "./screens.ts";

/** The code a link carries behind `#code=`; it is taken out of the address at once, so that no history keeps it. */
export function takeCodeFromAddress(): string | undefined {
  const written = /^#code=([\w%-]+)$/.exec(location.hash)?.[1];
  if (written === undefined) return undefined;
  history.replaceState(history.state, "", location.pathname + location.search);
  const code = bareCode(written);
  return isWhole(code) ? code : undefined;
}

/** Reads the code that was typed; where it has a slip, says so and keeps the field in hand. */
export function askForCode(): string | undefined {
  const field = current()?.querySelector<HTMLInputElement>("#code");
  const objection = current()?.querySelector<HTMLElement>("[data-mistyped]");
  if (!field || !objection) return undefined;
  const code = bareCode(field.value);
  objection.hidden = isWhole(code);
  field.ariaInvalid = isWhole(code) ? null : "true";
  if (isWhole(code)) return code;
  field.focus();
  return undefined;
}

/** Whether a bare code has ten characters and the right check character. */
function isWhole(code: string): boolean {
  return /^[A-Z2-7]{11}$/.test(code) && checkCharacter(code.slice(0, 10)) === code[10];
}
