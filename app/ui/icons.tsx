/** Line drawings on a 24 px grid, 1.75 px stroke, always beside a word or a label. */
const paths = {
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  cross: ['M6 6l12 12M18 6L6 18'],
  turn: ['M18.5 8.5A7.5 7.5 0 1 0 19.5 13', 'M19 3.8v5h-5'],
  plus: ['M12 5v14M5 12h14'],
  search: ['M16.5 10.5a6 6 0 1 1-12 0a6 6 0 1 1 12 0', 'M15 15l5 5'],
  arrow: ['M4 12h15M13.5 6.5L19 12l-5.5 5.5'],
  back: ['M20 12H5M10.5 6.5L5 12l5.5 5.5'],
  down: ['M6 9.5l6 6 6-6'],
  comment: ['M4 5h16v11H11l-4.5 4v-4H4z'],
  undo: ['M8 5L4 9l4 4', 'M4 9h10a5 5 0 0 1 0 10H9'],
  pencil: ['M4 20l1-4L16 5l3 3L8 19z'],
  bang: ['M12 5v9', 'M12 18.4v.2'],
  print: ['M7 9V4h10v5M7 17H4V9h16v8h-3', 'M7 14h10v6H7z'],
  menu: ['M4 7h16M4 12h16M4 17h16'],
  mail: ['M3.5 6h17v12h-17z', 'M4 6.5l8 6.5 8-6.5'],
  person: ['M15.5 8a3.5 3.5 0 1 1-7 0a3.5 3.5 0 1 1 7 0', 'M5 20c.6-4 3.4-6 7-6s6.4 2 7 6'],
  lock: ['M6 11h12v9H6z', 'M8.5 11V8a3.5 3.5 0 0 1 7 0v3'],
  home: ['M20 12a8 8 0 1 1-16 0a8 8 0 1 1 16 0'],
  ramp: ['M3 20h5v-5h5v-5h5V5h3'],
  indicators: ['M3 6c5 0 7 5 18 5M3 19c6 0 8-4 18-5'],
  practices: ['M3 13h18', 'M6 13V5M11 13V5M16 13v7'],
  coaching: ['M4 6h16M4 12h10M4 18h6'],
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className={`ic ic-${name}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      {paths[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}

/** The long arrow between two numbers: "26 → 12 points". Read aloud as "to". */
export function To() {
  return (
    <svg className="to" width={17} height={9} viewBox="0 0 17 9" role="img" aria-label="to">
      <path d="M0 4.5h15M11.5 1l4 3.5-4 3.5" />
    </svg>
  );
}
