const strokes = {
  check: "M3 8.5l3.2 3.2L13 5",
  attention: "M8 2.2L14.6 13.6H1.4ZM8 6.4v3.2M8 11.6v.2",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  download: "M8 2v8.2M4.6 7L8 10.4 11.4 7M2.5 13.5h11",
  down: "M4 6.2l4 4 4-4",
  close: "M4 4l8 8M12 4l-8 8",
  up: "M4 10l4-4 4 4",
  back: "M13 8H3M7 4L3 8l4 4",
  eye: "M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8ZM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6",
  account:
    "M8 8.2a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4ZM2.8 13.8c.7-2.6 2.7-3.8 5.2-3.8s4.500 1.2 5.2 3.800",
  circle: "M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3",
  dash: "M4 8h8",
} as const;

export type IconName = keyof typeof strokes;

/** A small drawing beside a word; never instead of one. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={strokes[name]} />
    </svg>
  );
}

/** Two piers and an arch, drawn as one stroke. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M2.5 19.5H6V14a6 6 0 0 1 12 0v5.5h3.5" />
    </svg>
  );
}
