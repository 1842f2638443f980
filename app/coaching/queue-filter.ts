import { type QueueLine, type QueuePart, queueParts } from './queue';

/** What of the queue an address asks for. */
export interface QueueFilter {
  show: QueuePart | null;
  team: string | null;
}

export function filterOf(search: URLSearchParams): QueueFilter {
  return {
    show: queueParts.find((part) => part === search.get('show')) ?? null,
    team: search.get('team') || null,
  };
}

export const filtered = (lines: readonly QueueLine[], { show, team }: QueueFilter): QueueLine[] =>
  lines.filter((line) => (show === null || line.part === show) && (team === null || line.teamId === team));

/** "?show=waiting&team=t1", or nothing. */
export function filterWords({ show, team }: QueueFilter): string {
  const asked = new URLSearchParams({ ...(show ? { show } : {}), ...(team ? { team } : {}) });
  return asked.size > 0 ? `?${asked}` : '';
}
