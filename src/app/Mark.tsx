/** Quire's mark: folded sheets. */
export function Mark(props: { size?: number }) {
  return (
    <svg
      width={props.size ?? 20}
      height={props.size ?? 20}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d="M3 4.5 10 2l7 2.5v11L10 18l-7-2.5z" />
      <path d="M10 2v16M3 8l7 2.2L17 8M3 11.8l7 2.2 7-2.2" />
    </svg>
  );
}
