import { writeCsv } from "@tiltas/formats/tables";
import { type VariableDescription, variablesOf } from "@tiltas/instrument/codebook";
import type { Instrument } from "@tiltas/instrument/definition";
import type { SimulatedResponse } from "@tiltas/instrument/simulation";

type Field = string | number | null;

/**
 * One column per variable and own-words item; an answer that is missing, for whatever reason, is an empty field. Rosters
 * have rows of their own and are left out.
 */
export function responsesAsCsv(instrument: Instrument, responses: readonly SimulatedResponse[]): string {
  const variables = variablesOf(instrument);
  const ownWords = instrument.items.filter(({ kind }) => kind === "text").map(({ name }) => name);
  const names = [...variables.map(({ name }) => name), ...ownWords];
  const header = ["response_id", "synthetic", "language", "mode", "channel", "consent_hour", ...names];
  return writeCsv(
    header,
    responses.map(({ responseId, language, mode, channel, consentHour, answers }) => ({
      response_id: responseId,
      synthetic: "yes",
      language,
      mode,
      channel,
      consent_hour: consentHour,
      ...Object.fromEntries(variables.map((variable) => [variable.name, fieldOf(variable, answers)])),
      ...Object.fromEntries(ownWords.map((name) => [name, asField(answers[name])])),
    })),
  );
}

function fieldOf({ item, part, missing }: VariableDescription, answers: SimulatedResponse["answers"]): Field {
  const answer = answers[item];
  const isMissing = (value: unknown) => missing.some(({ code }) => code === value);
  if (Array.isArray(answer)) return answer.some(isMissing) ? null : Number(answer.includes(part));
  const value = typeof answer === "object" && answer !== null ? Reflect.get(answer, String(part)) : answer;
  return isMissing(value) ? null : asField(value);
}

function asField(value: unknown): Field {
  return typeof value === "string" || typeof value === "number" ? value : null;
}
