import type { cradleToCareer, Direction, IndicatorUnit, PeriodKind } from '#db/vocabulary';

/** An indicator that many communities keep, as a start: every answer can be changed. */
export interface IndicatorTemplate {
  /** Part of an address: ?template=graduation */
  key: string;
  outcome: (typeof cradleToCareer)[number];
  name: string;
  unit: IndicatorUnit;
  ratePer?: number;
  direction: Direction;
  periodKind: PeriodKind;
  definition: string;
  source: string;
}

const usual = { unit: 'percent', direction: 'higher', periodKind: 'school year' } as const;

export const indicatorTemplates: readonly IndicatorTemplate[] = [
  {
    ...usual,
    key: 'ready',
    outcome: 'Kindergarten readiness',
    name: 'Ready for kindergarten',
    definition:
      'Children at or above the level called ready on the state’s check at the start of kindergarten, of all who took it.',
    source: 'State education department, kindergarten entry check',
  },
  {
    ...usual,
    key: 'preschool',
    outcome: 'Kindergarten readiness',
    name: 'In preschool at age 3 or 4',
    periodKind: 'year',
    definition: 'Children of 3 and 4 years who are in preschool, of all who live here.',
    source: 'American Community Survey, table B14003, with its margins of error',
  },
  {
    ...usual,
    key: 'reading',
    outcome: 'Early grade reading',
    name: 'Reading on level in grade 3',
    definition: 'Third graders at or above proficient on the state reading test, of all who took it.',
    source: 'State report card',
  },
  {
    ...usual,
    key: 'absence-early',
    outcome: 'Early grade reading',
    name: 'Chronic absence, grades K–3',
    direction: 'lower',
    definition:
      'Students of kindergarten to grade 3 who missed 10% or more of their school days, excused or not.',
    source: 'District attendance file',
  },
  {
    ...usual,
    key: 'math',
    outcome: 'Middle grade math',
    name: 'Math on level in grade 8',
    definition: 'Eighth graders at or above proficient on the state math test, of all who took it.',
    source: 'State report card',
  },
  {
    ...usual,
    key: 'algebra',
    outcome: 'Middle grade math',
    name: 'Passed algebra by grade 9',
    definition: 'Students who passed Algebra I by the end of grade 9, of all in that grade.',
    source: 'District course file',
  },
  {
    ...usual,
    key: 'suspensions',
    outcome: 'Middle grade math',
    name: 'Suspensions, grades 6–8',
    unit: 'rate',
    ratePer: 100,
    direction: 'lower',
    definition: 'Times a student was kept out of class for a day or more, for each 100 students.',
    source: 'Civil Rights Data Collection, or the district’s discipline file',
  },
  {
    ...usual,
    key: 'graduation',
    outcome: 'High school graduation',
    name: 'Graduated in four years',
    definition:
      'Students who got a regular diploma within four years of starting grade 9, of that class, with those who moved in and without those who moved away.',
    source: 'State report card, adjusted four-year cohort',
  },
  {
    ...usual,
    key: 'on-track',
    outcome: 'High school graduation',
    name: 'On track at the end of grade 9',
    definition: 'Ninth graders with the credits to move up and no more than one F in a core course.',
    source: 'District grade file',
  },
  {
    ...usual,
    key: 'absence-high',
    outcome: 'High school graduation',
    name: 'Chronic absence, grades 9–12',
    direction: 'lower',
    definition: 'Students of grades 9 to 12 who missed 10% or more of their school days, excused or not.',
    source: 'District attendance file',
  },
  {
    ...usual,
    key: 'enrolled',
    outcome: 'Postsecondary enrollment',
    name: 'In college or training the next fall',
    definition:
      'Graduates who enrolled in a college, university or training program by October 1 after graduation.',
    source: 'National Student Clearinghouse, StudentTracker',
  },
  {
    ...usual,
    key: 'fafsa',
    outcome: 'Postsecondary enrollment',
    name: 'FAFSA completed by June 30',
    definition: 'Seniors whose federal student aid form was completed by June 30, of all seniors.',
    source: 'Federal Student Aid, completions by high school',
  },
  {
    ...usual,
    key: 'completed',
    outcome: 'Postsecondary completion',
    name: 'Finished college or training within six years',
    definition:
      'Graduates with a degree or certificate within six years of finishing high school, of their class.',
    source: 'National Student Clearinghouse, StudentTracker',
  },
  {
    ...usual,
    key: 'stayed',
    outcome: 'Postsecondary completion',
    name: 'Still enrolled in the second year',
    definition: 'Of those who enrolled the fall after graduation, those still enrolled a year later.',
    source: 'National Student Clearinghouse, StudentTracker',
  },
  {
    ...usual,
    key: 'working',
    outcome: 'Employment',
    name: 'Working or in school at 16 to 24',
    periodKind: 'year',
    definition: 'People of 16 to 24 years who work or are in school, of all who live here.',
    source: 'American Community Survey, with its margins of error',
  },
  {
    ...usual,
    key: 'wage',
    outcome: 'Employment',
    name: 'Earnings at 25 to 34',
    unit: 'money',
    periodKind: 'year',
    definition:
      'Median yearly earnings of people of 25 to 34 years who work full time, in dollars of that year.',
    source: 'American Community Survey, with its margins of error',
  },
];

/** The template an address asks for; null where it asks for none, or for one that is not there. */
export const findIndicatorTemplate = (key: string | null): IndicatorTemplate | null =>
  indicatorTemplates.find((template) => template.key === key) ?? null;

/** The answers of a template as the form takes them; its outcome is the community's of that name. */
export function indicatorValues(
  { key, outcome, ...answers }: IndicatorTemplate,
  outcomes: readonly { id: string; name: string }[],
) {
  return { ...answers, outcomeId: outcomes.find(({ name }) => name === outcome)?.id };
}
