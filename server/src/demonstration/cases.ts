import type { Store } from "@tiltas/store/port";

/** Where the demonstration's interviewers work: two municipalities, the coordinator's own first. */
const lists = [
  { municipality: "13", languages: ["uk", "uk", "ru", "ar", "uk", "be", "uk", null] },
  { municipality: "19", languages: ["uk", "ru", "uz", null] },
] as const;

/** A list for interviewers of the wave, ready for the first tablet that is paired; there once. */
export async function prepareCases(
  { store, newId }: { store: Pick<Store, "listCases" | "addCases">; newId: () => string },
  wave: string,
): Promise<void> {
  if ((await store.listCases(wave)).length > 0) return;
  const cases = lists.flatMap(({ municipality, languages }) =>
    languages.map((language, at) => {
      const number = `J-${String(at + 1).padStart(3, "0")}`;
      return { id: newId(), wave, number, municipality, language, device: null, disposition: "open" };
    }),
  );
  await store.addCases(cases);
}
