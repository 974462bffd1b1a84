import { ResponseUpload } from "@tiltas/contract/responses";

/** What the link says: the wave, and optionally a language and a recruitment channel. */
export interface Link {
  readonly wave: string | undefined;
  readonly language: string | null;
  readonly channel: string | null;
}

/** Reads `/w/autumn?lang=uk&channel=office-qr`. A channel that does not have the agreed shape is dropped. */
export function readLink(address: URL): Link {
  const [, wave] = /^\/w\/([^/]+)\/?$/.exec(address.pathname) ?? [];
  const { data: channel } = ResponseUpload.shape.channel.safeParse(address.searchParams.get("channel"));
  return {
    wave: wave === undefined ? undefined : decoded(wave),
    language: address.searchParams.get("lang"),
    channel: channel ?? null,
  };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
