/** The months of a year by their number: "1" is January. */
export const monthWords: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 12 }, (_, month) => [
    String(month + 1),
    new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 15)),
  ]),
);
