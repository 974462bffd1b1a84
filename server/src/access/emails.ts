import type { AccessStore } from "@tiltas/store/port";

/** E-mail addresses of people by id; of one who is no longer known, "". */
export async function emailsOf(
  access: Pick<AccessStore, "findPerson">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = [...new Set(ids)].map(
    async (id) => [id, (await access.findPerson(id))?.email ?? ""] as const,
  );
  return new Map(await Promise.all(found));
}
