/**
 * The groups that a measure's numbers are also kept for: schools, grades, languages. Never people: a group is a count.
 */

export const mostStrata = 40;
export const longestStratum = 60;

const wholeGroup = /^(all|total|everyone|everybody|whole group|overall)( students| families| children)?$/i;

/** Says that a line with two capital words is a place or a group of people, and no person. */
const groupWord =
  /\b(high|middle|elementary|primary|preschool|school|academy|campus|center|centre|clinic|library|club|church|college|north|south|east|west|side|street|avenue|park|hill|county|city|town|district|site|grade|graders?|cohort|team|group|class|classroom|room|hall|house|shift|students?|families|children|parents|learners?|english|spanish|income|race|races|american|islander|asian|black|white|latin[oax]|hispanic|native|iep)\b/i;

/** First names that are common in the United States; with a second capital word they make a person. */
const firstNames = new Set(
  `aaron abigail adam adrian aisha alejandro alex alexander alexis ali alice alicia alyssa amanda amber amina amy ana
  andre andrea andrew angel angela anna anthony antonio ashley austin ava barbara benjamin beth betty brandon brenda
  brian brianna bruce carlos carol caroline catherine charlotte cheryl christian christina christine christopher chloe
  cynthia dana daniel danielle darius david deborah denise dennis destiny diana diego donald donna dylan ebony edward
  elena elijah elizabeth emily emma eric ethan evelyn fatima fernando frank gabriel gabriela george gloria grace gregory
  hannah harold hassan heather helen henry ibrahim isaac isabella isaiah jack jacob jada jalen jamal james jane janet
  jasmine jason javier jayden jeffrey jennifer jeremy jerry jessica joan joe john jonathan jordan jose joseph joshua juan
  judith judy julia julie justin kaitlyn karen katherine kathleen kayla keisha kelly kenneth kevin kiara kyle larry
  latoya laura lauren liam linda lisa logan luis luke madison malik margaret maria mariah marie marisol mark martha mary
  mason matthew megan melissa michael michelle miguel mohamed mohammed morgan nancy natalie nathan nicholas nicole noah
  olivia omar pamela patricia patrick paul peter priya rachel ralph raymond rebecca ricardo richard robert roger ronald
  roy russell ryan samantha samuel sandra sara sarah scott sean sharon shirley sofia sophia stephanie stephen steven
  susan teresa terry thomas tiffany timothy tyler tyrone vanessa victoria vincent virginia walter wayne william willie
  xavier zachary zoe`.split(/\s+/),
);

const lastFirst = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?, \p{Lu}[\p{L}’'-]+(?: \p{Lu}\.?)?$/u;
const firstLast = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.?)? \p{Lu}[\p{L}’'-]+$/u;
const number = /^0\d{4,}$|^[A-Z]{0,3}\d{6,}$|^\d{3}-\d{2}-\d{4}$|^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const hasTwoNames = (name: string) => firstLast.test(name) && !groupWord.test(name);

/** Looks like one person: a name, an address, or a number that pupils have. */
export function looksLikePerson(name: string): boolean {
  if (lastFirst.test(name) || number.test(name)) return true;
  return hasTwoNames(name) && firstNames.has((name.split(' ')[0] ?? '').toLowerCase());
}

/** Why this cannot be the name of a group, or null. */
export function strataProblem(name: string): string | null {
  if (name.length > longestStratum) return `Keep each group under ${longestStratum} characters.`;
  if (wholeGroup.test(name)) return `“${name}” is always there. Write only the groups in it.`;
  if (!looksLikePerson(name)) return null;
  return `“${name}” looks like one person. Upcurve keeps counts of groups. If it is a place, say so: “${name} School”.`;
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
