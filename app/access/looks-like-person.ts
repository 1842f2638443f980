/** Upcurve keeps counts of groups, never people: what tells a person's name from the name of a group. */

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

/** Two words that could be a first and a last name, and say nothing of a place or a group. */
export const hasTwoNames = (name: string) => firstLast.test(name) && !groupWord.test(name);

/** Looks like one person: a name, an address, or a number that pupils have. */
export function looksLikePerson(name: string): boolean {
  if (lastFirst.test(name) || number.test(name)) return true;
  return hasTwoNames(name) && firstNames.has((name.split(' ')[0] ?? '').toLowerCase());
}

/** Why this cannot be the name of a group, or null. */
export function personProblem(name: string): string | null {
  if (!looksLikePerson(name)) return null;
  return `“${name}” looks like one person. Upcurve keeps counts of groups. If it is a place, say so: “${name} School”.`;
}
