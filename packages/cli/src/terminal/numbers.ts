import { InvalidArgumentError } from "commander";

/** Reads an option that is a whole number, 0 or more. @throws InvalidArgumentError otherwise */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d{1,15}$/.test(text) || !Number.isSafeInteger(value))
    throw new InvalidArgumentError("Write a whole number, such as 1000.");
  return value;
}
