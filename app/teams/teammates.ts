import type { Option } from '~/ui/form-fields';

/** The people of a team, each once, to choose one from. */
export function teammateOptions(people: readonly { personId: string; name: string }[]): Option[] {
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  return [...names].map(([value, label]) => ({ value, label }));
}
