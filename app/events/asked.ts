import { happenedKinds } from '#db/vocabulary';
import type { EventValues } from './event-sheet';

const isDay = (text: string) =>
  /^(19[5-9]|20\d)\d-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** What the link to an empty form says already: ?measure=…&kind=…&on=…; nonsense is passed over. */
export function eventAsked(address: string, measureIds: readonly string[]): EventValues {
  const asked = new URL(address).searchParams;
  const [measure, kind, on] = ['measure', 'kind', 'on'].map((name) => asked.get(name) ?? '');
  return {
    kind: happenedKinds.find((one) => one === kind) ?? 'event',
    measureIds: measureIds.filter((id) => id === measure),
    ...(isDay(on ?? '') ? { onDate: on } : {}),
  };
}
