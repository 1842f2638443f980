import { cycleKindWords, decisionWords, ranAsPlannedWords, scaleWords } from '#db/vocabulary';
import { dayWithYear } from '~/ui/dates';

const lists: Record<string, Readonly<Record<string, string>>> = {
  kind: cycleKindWords,
  scale: scaleWords,
  ranAsPlanned: ranAsPlannedWords,
  cameTrue: ranAsPlannedWords,
  decision: decisionWords,
};

/** What stood in a field, as a person reads it. */
export function versionWords(field: string, text: string, people: ReadonlyMap<string, string>): string {
  const name = field.split('.').at(-1) ?? field;
  if (name === 'ledBy') return people.get(text) ?? text;
  if (name === 'done') return text === 'yes' ? 'Yes' : 'Not yet';
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayWithYear(text);
  return lists[name]?.[text] ?? text;
}
