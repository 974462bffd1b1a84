import type { Instrument } from "@tiltas/instrument/definition";
import type { Mapping } from "@tiltas/instrument/versions";
import { harmonisedDataset, type ResponseForAnalysis } from "../dataset/index.ts";
import type { DatasetRead } from "./input.ts";

/** A response with its place in server order, so that a rebuild knows where the release stopped reading. */
export interface ChainResponse extends ResponseForAnalysis {
  readonly sequence: number;
}

interface Responses {
  /** The version in whose terms the columns are told, then the others. */
  readonly instruments: readonly Instrument[];
  readonly mappings: ReadonlyMap<string, Mapping>;
  readonly responses: AsyncIterable<ChainResponse> | Iterable<ChainResponse>;
}

/**
 * Responses as columns in the terms of the first version, with the place at which they end.
 *
 * @throws VersionsError for versions that are no chain
 */
export async function readDataset({ instruments, mappings, responses }: Responses): Promise<DatasetRead> {
  let through = 0;
  async function* followed(): AsyncGenerator<ChainResponse> {
    for await (const response of responses) {
      through = Math.max(through, response.sequence);
      yield response;
    }
  }
  const dataset = await harmonisedDataset({ instruments, mappings, responses: followed() });
  return { dataset, through };
}
