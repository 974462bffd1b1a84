import { useMemo } from "react";
import { drawQr } from "../fieldwork/index.ts";

/** A QR code on white paper, whatever the scheme around it. */
export function QrPicture({ target, label }: { target: string; label: string }) {
  const drawing = useMemo(() => drawQr(target), [target]);
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${drawing.size} ${drawing.size}`}
      shapeRendering="crispEdges"
      data-qr-target={target}
    >
      <rect width={drawing.size} height={drawing.size} className="qr-paper" />
      <path d={drawing.path} className="qr-ink" />
    </svg>
  );
}
