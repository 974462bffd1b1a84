import type { ExploreFrame } from "@tiltas/contract/explore";
import { useState } from "react";
import { useStrings } from "../shell/index.ts";
import { Button, Disclosure, FileField } from "../widgets/index.ts";
import { type Boundaries, longestBoundaries, readBoundaries } from "./boundaries.ts";

interface OwnBoundariesProps {
  frame: ExploreFrame;
  isUsed: boolean;
  onBoundaries: (boundaries: Boundaries | undefined) => void;
}

/** A place for somebody's own file of boundaries; it is read in this tab and goes nowhere. */
export function OwnBoundaries({ frame, isUsed, onBoundaries }: OwnBoundariesProps) {
  const { boundaries } = useStrings().explore;
  const [objection, setObjection] = useState<string>();
  const take = async (file: File) => {
    const read =
      file.size > longestBoundaries ? "not-boundaries" : readBoundaries(await file.text(), placesOf(frame));
    if (typeof read === "string") return setObjection(boundaries[read]);
    setObjection(undefined);
    onBoundaries(read);
  };
  if (isUsed)
    return (
      <p>
        <Button onPress={() => onBoundaries(undefined)}>{boundaries.back}</Button>
      </p>
    );
  return (
    <Disclosure question={boundaries.question}>
      <div className="stack">
        <p className="quiet">{boundaries.lead}</p>
        <FileField
          label={boundaries.label}
          choose={boundaries.choose}
          dropHere={boundaries.dropHere}
          accepts={[".geojson", ".json", "application/geo+json"]}
          testId="boundaries-file"
          onFile={(file) => void take(file)}
        />
        {objection === undefined ? null : (
          <p className="objection" role="alert">
            {objection}
          </p>
        )}
      </div>
    </Disclosure>
  );
}

function placesOf(frame: ExploreFrame) {
  const codes = frame.dimensions.find(({ id }) => id === "municipality")?.codes ?? [];
  return codes.map(({ code, label }) => ({ code, names: Object.values(label) }));
}
