import { plainName } from './dimension-names';

/** Each line is one group by the names that publishers give it. Word order, “or”, signs and plurals do not matter. */
export const knownGroups: readonly (readonly string[])[] = [
  ['Black', 'African American', 'Black or African American'],
  [
    ...['Latino', 'Latina', 'Latinx', 'Latine', 'Hispanic', 'Hispanic or Latino', 'Hispanic or Latinx'],
    ...['Latino/a', 'Hispanic/Latino/a', 'Hispanic of any race', 'Hispanic or Latino of any race'],
  ],
  ['White', 'Caucasian'],
  ['Asian', 'Asian American'],
  [
    ...['Pacific Islander', 'Native Hawaiian or Pacific Islander', 'NHPI'],
    ...[
      'Native Hawaiian or Other Pacific Islander',
      'Hawaiian or Pacific Islander',
      'Other Pacific Islander',
    ],
  ],
  ['Asian or Pacific Islander', 'Asian, Native Hawaiian or Pacific Islander', 'AAPI'],
  [
    ...['Native American', 'American Indian', 'American Indian or Alaska Native', 'Indian or Alaska Native'],
    ...['American Indian or Alaskan Native', 'Native American or Alaska Native', 'AI/AN'],
    ...['American Indian or Native American', 'Indigenous'],
  ],
  [
    ...['Two or more races', 'Two or more', 'Multiracial', 'Multi-racial', 'Multi-race', 'Multiple races'],
    ...['Two or more races or multiracial', 'Mixed race', 'More than one race', 'Biracial'],
  ],
  [
    ...['Low-income', 'Low income families', 'Economically disadvantaged', 'Econ. disadvantaged', 'Low SES'],
    ...['Socioeconomically disadvantaged', 'Free or reduced lunch', 'Free or reduced-price lunch', 'FRL'],
    ...['Free or reduced meals', 'Free or reduced-price meals', 'Eligible for free or reduced-price lunch'],
    ...['Eligible for free or reduced lunch', 'FRPL', 'In poverty'],
  ],
  [
    ...['Not low-income', 'Non-low-income', 'Not economically disadvantaged', 'Not econ. disadvantaged'],
    ...['Non-economically disadvantaged', 'Not socioeconomically disadvantaged', 'Not FRL', 'Not FRPL'],
    ...['Not eligible for free or reduced-price lunch', 'Not eligible for free or reduced lunch'],
  ],
  [
    ...['Students with disabilities', 'With a disability', 'With disability', 'Students with a disability'],
    ...['Disability', 'Disabilities', 'SWD', 'Special education', 'Special ed', 'SPED', 'IEP', 'Has an IEP'],
    ...['With an IEP', 'With IEP'],
  ],
  [
    ...['Students without disabilities', 'Without a disability', 'Without disability', 'No disability'],
    ...['No disabilities', 'Not SWD', 'Non-SWD', 'General education', 'General ed', 'Regular education'],
    ...['Not special education', 'Non-special education', 'No IEP', 'Without an IEP', 'Without IEP'],
  ],
  [
    ...['English learner', 'English language learner', 'EL', 'ELs', 'ELL', 'LEP', 'Multilingual learner'],
    ...['Limited English proficient', 'Limited English proficiency', 'Emergent bilingual', 'MLL'],
  ],
  [
    ...[
      'Not an English learner',
      'Not English learner',
      'Non-English learner',
      'Non-EL',
      'Not EL',
      'Non-ELL',
    ],
    ...['Not ELL', 'Non-English language learner', 'Not an English language learner', 'English proficient'],
    ...['Not LEP', 'Non-LEP', 'Not limited English proficient'],
  ],
  ['Female', 'Girl', 'Women', 'Woman', 'F'],
  ['Male', 'Boy', 'Men', 'Man', 'M'],
  ['Nonbinary', 'Non-binary', 'Gender nonbinary', 'Gender non-binary'],
  ['Homeless', 'Experiencing homelessness', 'In unstable housing'],
  ['Foster care', 'In foster care', 'Foster youth'],
];

/** “White, not Hispanic” and “Non-Hispanic White” are White; a group of that name alone is none of these. */
const aside = /\b(?:non|not)(?: of)? hispanic(?: latin[oax])?(?: origin)?\b/g;
const nothing = new Set(['or', 'and', 'student', 'pupil', 'children', 'alone']);

/** The words of a name in one order, whatever stands between them. */
function wordsOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bor\b/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(aside, ' ');
  const words = plain.split(' ').map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
  return [...new Set(words)]
    .filter((word) => word !== '' && !nothing.has(word))
    .sort()
    .join(' ');
}

const numberOf = new Map(
  knownGroups.flatMap((names, number) => names.map((name) => [wordsOf(name), number])),
);

/** Which of the groups that are known by several names this one is; null where it is none of them. */
export const knownGroup = (name: string): number | null => numberOf.get(wordsOf(name)) ?? null;

/** Finds among these groups the one of a name, else the first that is known by it. */
export function groupFinder<Group extends { name: string }>(groups: readonly Group[]) {
  const named = new Map<string, Group>();
  const knownBy = new Map<number, Group>();
  for (const group of groups) {
    const plain = plainName(group.name);
    const number = knownGroup(group.name);
    if (!named.has(plain)) named.set(plain, group);
    if (number !== null && !knownBy.has(number)) knownBy.set(number, group);
  }
  return (name: string): Group | undefined => {
    const sameNamed = named.get(plainName(name));
    if (sameNamed) return sameNamed;
    const number = knownGroup(name);
    return number === null ? undefined : knownBy.get(number);
  };
}
