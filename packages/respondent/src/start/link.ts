import { Mode, ResponseUpload } from "@tiltas/contract/responses";

/** What the link says: the wave, and optionally a language, a recruitment channel and the way of asking. */
export interface Link {
  readonly wave: string | undefined;
  readonly language: string | null;
  readonly channel: string | null;
  /** Such as "interviewer" on an interviewer's tablet; null where the link says nothing readable. */
  readonly mode: Mode | null;
  /** True where somebody comes with a code for answers that were begun on another device. */
  readonly hasCode: boolean;
}

/** Reads `/w/autumn?lang=uk&channel=office-qr&mode=interviewer`. A channel that does not have the agreed shape is dropped. */
export function readLink(address: URL): Link {
  const [, wave] = /^\/w\/([^/]+)\/?$/.exec(address.pathname) ?? [];
  const { data: channel } = ResponseUpload.shape.channel.safeParse(address.searchParams.get("channel"));
  return {
    wave: wave === undefined ? undefined : decoded(wave),
    language: address.searchParams.get("lang"),
    channel: channel ?? null,
    mode: Mode.safeParse(address.searchParams.get("mode")).data ?? null,
    hasCode: address.searchParams.has("resume"),
  };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
