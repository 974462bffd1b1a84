/** Two piers and an arch, drawn as one stroke. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M2.5 19.5H6V14a6 6 0 0 1 12 0v5.5h3.5" />
    </svg>
  );
}
