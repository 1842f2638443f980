/** Header text made comparable: words of TimeFrame apart, lower case, letters, digits and % only, single spaces. */
export function headerWords(header: string): string {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%#]+/gu, ' ')
    .trim();
}

/** What headers of education and health tables call the parts of an observation. */
export const headerWord = {
  period:
    /^(?:(?:school|academic|calendar|fiscal|reporting|report|data|cohort|graduation) )?(?:years?|periods?|dates?|months?|quarters?|weeks?|terms?|sy|ay|time|time ?frame|yr|año|curso|curso escolar|año escolar|fecha|semana|mes|trimestre|periodo|período)$|^(?:week|month|year|period|date) (?:of|ending|starting|beginning|start|end)\b/,
  rate: /\b(?:rates?|percent|percents|percentages?|pct|share|proportion|tasa|porcentaje|por ciento)(?!\p{L})|%/u,
  value: /^data$|\b(?:values?|scores?|averages?|mean|median|index|estimate|result)\b/,
  denominator:
    /\b(?:denominators?|denom|den|cohort|enrolled|enrollment|enrolment|eligible|tested|totals?|population|students|pupils|children|served|n size|total|matr[ií]cula|matriculados|inscritos|inscritas|alumnos|estudiantes)(?!\p{L})|^n$/u,
  numerator:
    /\b(?:numerators?|num|counts?|number|graduates|met|proficient|absent|completed|reached|asistencia|asistieron|graduados|graduadas|ausentes)(?!\p{L})|^#/u,
  margin: /\b(?:moe|margins? of error)\b/,
  notTheValue:
    /\b(?:goals?|targets?|benchmark|projected|lower|upper|ci|margin|moe|error|se|std|rank|change|difference|gap|previous|prior)\b/,
  code: /\b(?:codes?|ids?|fips|nces|zip|beds|geoid|#)\b/,
  indicator: /\b(?:indicators?|measures?|metrics?|outcomes?|statistics?|subjects?|question)\b/,
  type: /\b(?:types?|kinds?|formats?|status|series|scenario)\b/,
  goal: /^(?:goals?|targets?|projected|projection|benchmark|forecast|planned)(?: (?:values?|\d{4}))?$/,
  past: /^(?:past|actual|actuals|observed|historical|history|result|measured)\b/,
  /** What stands beside a number and splits nobody: who wrote it, when, from where, and what was said of it. */
  aside:
    /\b(?:notes?|comments?|remarks?|reasons?|signals?|footnotes?|sources?|units?|hidden|set aside|entered|updated|import file)\b/,
} as const;

/** Headers of columns that split a number by group, the likeliest first. */
export const groupWords: readonly RegExp[] = [
  /\b(?:sub ?groups?|grupos?|student groups?|demographics?|disaggregation|strat(?:um|a))\b/,
  /\b(?:race|ethnicity|ethnic)\b/,
  /\b(?:gender|sex|income|economic|lunch|disability|ell|english learners?|language)\b/,
  /\b(?:grades?|grade level|ages?|age group|groups?)\b/,
  /\b(?:schools?|sites?|programs?|providers?|neighborhoods?|towns?|city|cities|district|county|counties|location|area|region|place|geography|escuelas?|distrito|barrio|condado|ciudad)\b/,
  /\b(?:names?|labels?|categor(?:y|ies))\b/,
];

/** The place of a header among groupWords: 0 is the likeliest, groupWords.length is no match. */
export function groupRank(words: string): number {
  const rank = groupWords.findIndex((word) => word.test(words));
  return rank === -1 ? groupWords.length : rank;
}

/** Whether a cell is a word that headers are made of. */
export function isHeaderWord(cell: string): boolean {
  const words = headerWords(cell);
  if (words === '' || words.length > 60) return false;
  const { period, rate, value, denominator, numerator, code, indicator, type } = headerWord;
  return (
    [period, rate, value, denominator, numerator, code, indicator, type].some((word) => word.test(words)) ||
    groupRank(words) < groupWords.length
  );
}

const totals = new Set([
  'all',
  'all students',
  'all student',
  'all pupils',
  'all children',
  'all groups',
  'all grades',
  'all races',
  'total',
  'totals',
  'total population',
  'grand total',
  'overall',
  'everyone',
  'todos',
  'todos los estudiantes',
  'todos los alumnos',
]);

/** Whether a cell where a period should be says that its row sums up the others. */
export function isSumOfRows(cell: string): boolean {
  return /^(?:(?:grand |sub ?)?totals?|sum|averages?|avg|mean|median|overall|year to date|ytd)$/.test(
    headerWords(cell),
  );
}

/** Whether a group's name means everybody: “All Students”, “Total”. */
export function isTotalGroup(name: string): boolean {
  return totals.has(headerWords(name));
}
