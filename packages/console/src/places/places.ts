import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, inLanguage, useSession, useSpeech } from "../shell/index.ts";

export const municipalitiesQuery = queryOptions({
  queryKey: ["municipalities"],
  queryFn: api.municipalities,
  staleTime: Number.POSITIVE_INFINITY,
});

/** Municipalities by name, in the reader's language. */
export interface Places {
  /** The only place of whoever is signed in; null for those who work with the whole country. */
  readonly own: string | null;
  /** Places the person works in, sorted by name; the whole country is not among them. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The code itself until names have arrived; the words given for no place. */
  nameOf(code: string | null, none: string): string;
  /** Its name in every language there is; nothing until names have arrived. */
  labelOf(code: string): Readonly<Record<string, string>>;
}

export function usePlaces(): Places {
  const { language } = useSpeech();
  const own = useSession()?.session.person.municipality ?? null;
  const municipalities = useQuery(municipalitiesQuery).data ?? [];
  const compare = new Intl.Collator(language).compare;
  const named = municipalities.map(({ code, label }) => ({
    value: code,
    label: inLanguage(label, language) || code,
  }));
  return {
    own,
    options: named
      .filter(({ value }) => own === null || value === own)
      .sort((one, other) => compare(one.label, other.label)),
    nameOf: (code, none) =>
      code === null ? none : (named.find(({ value }) => value === code)?.label ?? code),
    labelOf: (code) => municipalities.find((place) => place.code === code)?.label ?? {},
  };
}
