import { hasTwoNames, personProblem } from '~/access/looks-like-person';

/**
 * The groups that a measure's numbers are also kept for: schools, grades, languages. Never people: a group is a count.
 */

export const mostStrata = 40;
export const longestStratum = 60;

const wholeGroup = /^(all|total|everyone|everybody|whole group|overall)( students| families| children)?$/i;

/** Why this cannot be the name of a group, or null. */
export function strataProblem(name: string): string | null {
  if (name.length > longestStratum) return `Keep each group under ${longestStratum} characters.`;
  if (wholeGroup.test(name)) return `“${name}” is always there. Write only the groups in it.`;
  return personProblem(name);
}

/** Three names or more that all have the look of a person are a list of people, whatever they are called. */
export const isListOfPeople = (names: readonly string[]) => names.length >= 3 && names.every(hasTwoNames);

/** Groups as somebody wrote them, one a line: each once, in their order, and what is wrong with them. */
export function readStrata(text: string): { names: string[]; problems: string[] } {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim().replaceAll(/\s+/g, ' '));
  const names: string[] = [];
  for (const line of lines) {
    if (line !== '' && !names.some((name) => isSameName(name, line))) names.push(line);
  }
  const problems = names.flatMap((name) => strataProblem(name) ?? []);
  if (names.length > mostStrata) problems.push(`Keep at most ${mostStrata} groups.`);
  if (problems.length === 0 && isListOfPeople(names)) {
    problems.push(
      'These look like names of people. Upcurve keeps counts of groups, such as schools or grades.',
    );
  }
  return { names, problems };
}

export const isSameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** What somebody made of one group: its name as the form had it, and what they wrote there; empty takes it out. */
export interface StratumAnswer {
  was: string;
  name: string;
}

export interface StrataChange {
  strata: string[];
  renamed: { was: string; is: string }[];
  removed: string[];
}

/**
 * The groups of a measure after a form was sent. What the form does not speak of stays as it is, so that a form that
 * lay open takes nothing from what others added meanwhile.
 */
export function changedStrata(
  strata: readonly string[],
  answers: readonly StratumAnswer[],
  added: readonly string[],
): StrataChange {
  const answerOf = new Map(answers.map(({ was, name }) => [was, name]));
  const kept = strata.map((was) => ({ was, is: answerOf.get(was) ?? was }));
  const staying = kept.filter(({ is }) => is !== '').map(({ is }) => is);
  return {
    strata: [...staying, ...added.filter((name) => !staying.some((one) => isSameName(one, name)))],
    renamed: kept.filter(({ was, is }) => is !== '' && is !== was),
    removed: kept.filter(({ is }) => is === '').map(({ was }) => was),
  };
}
