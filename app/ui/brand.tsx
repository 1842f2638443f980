/** The mark: a cycle that leaves higher than it came in. Hidden from readers because the name stands beside it. */
export function Logo({ height = 26 }: { height?: number }) {
  return (
    <svg
      className="logo"
      height={height}
      width={Math.round((height * 40) / 3) / 10}
      viewBox="0 0 40 30"
      aria-hidden="true"
    >
      <path d="M2 26.5c9.5.6 18.6-1.7 22.6-8.6 3-5.2.8-11-4.4-11.6-5.3-.6-9.4 4-8 9.2 1.5 5.4 7.3 7.4 13.1 4.9C30.6 18 34.6 11.3 37.5 3" />
    </svg>
  );
}
