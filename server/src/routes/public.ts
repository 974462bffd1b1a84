import { Conduct } from "@tiltas/contract/conduct";
import { DrawingRules } from "@tiltas/contract/drawing";
import { Refusal } from "@tiltas/contract/problems";
import { Digest, WaveId } from "@tiltas/contract/responses";
import { PublicWave } from "@tiltas/contract/waves";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { type Accompanying, type ReadyMade, readyMade, sendReadyMade } from "../door/ready-made.ts";
import type { Progress } from "../fieldwork/progress.ts";
import type { Instruments, PublishedInstrument } from "../instruments/instruments.ts";
import type { Recordings } from "../instruments/recordings.ts";

const WaveName = z.strictObject({ wave: WaveId });
const RecordingName = z.strictObject({ name: z.string().regex(/^[0-9a-f]{64}\.(?:mp3|m4a)$/) });
const InstrumentDigest = z.strictObject({ digest: Digest });

const json = { "content-type": "application/json; charset=utf-8", vary: "accept-encoding" };
/** A published version never changes. */
const forEver = { ...json, "cache-control": "public, max-age=31536000, immutable" };
/** Reasons and recordings beside a version are numbered, and a new number may come. */
const anHour = { ...json, "cache-control": "public, max-age=3600" };

/** What respondents' devices ask: no session, nothing about anybody, and the same for everybody. */
export function publicRoutes(needs: {
  progress: Progress;
  instruments: Instruments;
  recordings: Recordings;
}): FastifyPluginAsyncZod {
  const { progress, instruments, recordings } = needs;
  return async (app) => {
    const waves = writtenOnce<PublicWave>((wave) => JSON.stringify(PublicWave.parse(wave)));
    app.get("/api/waves/:wave", { schema: { params: WaveName } }, async (request, reply) => {
      const wave = await progress.publicWave(request.params.wave);
      return sendReadyMade(request, reply, waves(wave.id, wave), json);
    });

    const serve = (
      path: string,
      write: (published: PublishedInstrument) => string,
      headers: Accompanying = forEver,
    ) => {
      const written = writtenOnce(write);
      app.get(path, { schema: { params: InstrumentDigest } }, async (request, reply) => {
        const { digest } = request.params;
        return sendReadyMade(request, reply, written(digest, await known(instruments, digest)), headers);
      });
    };
    serve("/api/instruments/:digest", ({ questionnaire }) => questionnaire);
    serve("/api/instruments/:digest/drawing", ({ drawing }) => JSON.stringify(DrawingRules.parse(drawing)));
    serve(
      "/api/instruments/:digest/conduct",
      ({ conduct }) => JSON.stringify(Conduct.parse(conduct)),
      anHour,
    );

    app.get("/api/recordings/:name", { schema: { params: RecordingName } }, async (request, reply) => {
      const { name } = request.params;
      const bytes = await recordings.find(name);
      if (bytes === undefined) throw new Refusal("not-found", "This server does not know this recording.");
      return reply
        .headers({ ...forEver, "content-type": name.endsWith(".mp3") ? "audio/mpeg" : "audio/mp4" })
        .send(bytes);
    });
  };
}

async function known(instruments: Instruments, digest: string): Promise<PublishedInstrument> {
  const published = await instruments.find(digest);
  if (published) return published;
  throw new Refusal("not-found", "This server does not know an instrument with this digest.");
}

/**
 * What is asked for again and again, written once a name for as long as it is the same: a questionnaire in eight languages
 * is a megabyte, and phones load it over the air. Names are those of waves and versions that there are.
 */
function writtenOnce<Shown extends object>(
  write: (shown: Shown) => string,
): (name: string, shown: Shown) => ReadyMade {
  const kept = new Map<string, { shown: Shown; text: string; ready: ReadyMade }>();
  return (name, shown) => {
    const last = kept.get(name);
    if (last?.shown === shown) return last.ready;
    const text = write(shown);
    const ready = last?.text === text ? last.ready : readyMade(text);
    kept.set(name, { shown, text, ready });
    return ready;
  };
}
