import { longDay } from '~/ui/dates';

/** A team's aim in its parts; empty or null while unwritten. */
export interface Aim {
  aimWhat: string;
  aimForWhom: string;
  aimFrom: number | null;
  aimTo: number | null;
  aimUnit: string;
  aimBy: string | null;
}

const figure = (number: number) => number.toLocaleString('en-US', { maximumFractionDigits: 4 });

/** "31%", "$31", "31 points"; `isLast` false leaves a word out that the second number brings: "from 11 to 5 points". */
function amount(number: number, unit: string, isLast = true): string {
  const sign = unit.trim();
  if (sign === '$') return `$${figure(number)}`;
  if (/^[%°]/.test(sign)) return `${figure(number)}${sign}`;
  return isLast && sign !== '' ? `${figure(number)} ${sign}` : figure(number);
}

/**
 * The aim as one sentence: "By May 21, 2027, cut chronic absence among 9th graders from 31% to 22%."
 * Parts that are missing are left out; null while nothing but a date is written.
 */
export function aimSentence(aim: Aim): string | null {
  const { aimFrom: from, aimTo: to, aimUnit: unit } = aim;
  const what = withoutStop(aim.aimWhat);
  const whom = withoutStop(aim.aimForWhom);
  if (what === '' && whom === '' && from === null && to === null) return null;
  const words = [
    verb(from, to, what !== ''),
    what,
    whom === '' ? '' : `${what === '' ? 'for' : 'among'} ${whom}`,
    numbers(from, to, unit),
  ].filter(Boolean);
  const deed = words.join(' ');
  if (aim.aimBy) return `By ${longDay(aim.aimBy)}, ${deed}.`;
  return `${deed.charAt(0).toUpperCase()}${deed.slice(1)}.`;
}

const withoutStop = (text: string) => text.trim().replace(/[.\s]+$/, '');

function verb(from: number | null, to: number | null, hasWhat: boolean): string {
  if (!hasWhat) return from === null && to === null ? 'make things better' : 'go';
  if (from !== null && to !== null) return to < from ? 'cut' : to > from ? 'raise' : 'keep';
  return from === null && to === null ? 'do better on' : to === null ? 'move' : 'bring';
}

function numbers(from: number | null, to: number | null, unit: string): string {
  if (from !== null && to !== null) {
    return from === to
      ? `at ${amount(to, unit)}`
      : `from ${amount(from, unit, false)} to ${amount(to, unit)}`;
  }
  if (to !== null) return `to ${amount(to, unit)}`;
  return from === null ? '' : `from ${amount(from, unit)}`;
}

/** What the aim does not say yet: "from how much", "by when". */
export function aimLacks(aim: Aim): string[] {
  const lacks: [boolean, string][] = [
    [withoutStop(aim.aimWhat) === '', 'what'],
    [withoutStop(aim.aimForWhom) === '', 'for whom'],
    [aim.aimFrom === null, 'from how much'],
    [aim.aimTo === null, 'to how much'],
    [aim.aimBy === null, 'by when'],
  ];
  return lacks.flatMap(([isMissing, words]) => (isMissing ? [words] : []));
}
