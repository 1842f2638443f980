import { isTimeZone } from '~/access/today';

const ours = [
  ['America/New_York', 'Eastern (New York)'],
  ['America/Chicago', 'Central (Chicago)'],
  ['America/Denver', 'Mountain (Denver)'],
  ['America/Phoenix', 'Arizona (Phoenix)'],
  ['America/Los_Angeles', 'Pacific (Los Angeles)'],
  ['America/Anchorage', 'Alaska (Anchorage)'],
  ['Pacific/Honolulu', 'Hawaii (Honolulu)'],
  ['America/Puerto_Rico', 'Atlantic (Puerto Rico)'],
] as const;

/** Every time zone that this machine knows, those of the United States first. */
export function listTimeZones(present?: string) {
  const first = ours.map(([value, label]) => ({
    value: value as string,
    label: label as string,
    group: 'United States',
  }));
  const known = new Set(first.map((zone) => zone.value));
  const rest = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(present ? [present] : [])])]
    .filter((zone) => !known.has(zone) && isTimeZone(zone))
    .sort()
    .map((zone) => ({
      value: zone,
      label: zone.split('/').slice(1).join(', ').replaceAll('_', ' ') || zone,
      group: zone.includes('/') ? (zone.split('/')[0] ?? zone) : 'Other',
    }));
  return [...first, ...rest.sort((a, b) => a.group.localeCompare(b.group))];
}
