import { type ChartKind, chartKinds } from '#db/vocabulary';

export type AskedChart = ChartKind | 'control';

/** The chart that an address asks for: ?chart=run, ?chart=control, ?chart=p; nonsense asks for nothing. */
export function askedChart(params: URLSearchParams): AskedChart | null {
  const asked = params.get('chart');
  return asked === 'control' ? asked : (chartKinds.find((kind) => kind === asked) ?? null);
}
