import {
  type Decision,
  decisionWords,
  type MeasureType,
  type MeasureVerdictWord,
  type PracticeSource,
  practiceSourceWords,
  type ResearchTier,
  researchTierWords,
  type Scale,
  scaleWords,
  type VerdictMethod,
  type Vote,
} from '#db/vocabulary';
import { dayWithYear } from '~/ui/dates';
import { listed, plural } from '~/ui/words';

/*
 * A bright spot in words: all that is said follows from the data, but for what people added. No person is named, and
 * nothing that teams wrote for themselves is quoted: whoever has a link may read it.
 */

export interface StoryTest {
  number: number;
  startsOn: string;
  doStartedOn: string | null;
  doEndedOn: string | null;
  scale: Scale | null;
  decision: Decision | null;
  decidedOn: string | null;
}

/** What is read of a verdict's working. */
export interface StoryWorking {
  concurrent: readonly unknown[];
  gap: { focus: string; reference: string; word: string } | null;
}

export interface StoryVerdict {
  measureId: string;
  measure: string;
  type: MeasureType;
  verdict: MeasureVerdictWord;
  method: VerdictMethod;
  working: StoryWorking;
  /** Whether what was gained is still there, in words; null where it is known to be, or there was no gain. */
  openGain: string | null;
}

export interface StoryInput {
  team: string;
  community: string;
  aim: string | null;
  practice: {
    name: string;
    description: string;
    forWhom: string;
    sourceKind: PracticeSource | null;
    sourceTier: ResearchTier | null;
  };
  tests: readonly StoryTest[];
  vote: Vote | null;
  verdicts: readonly StoryVerdict[];
  /** Those of them that the vote rests on, the one that says most first. */
  telling: readonly StoryVerdict[];
  /** All teams together. */
  all: { votes: number; improved: number; tier: string; range: string | null } | null;
  leaders: string | null;
  words: { whoBenefits: string; caveats: string };
  today: string;
}

export interface Story {
  title: string;
  from: string;
  aim: string;
  what: string;
  tests: string;
  steps: { number: number; words: string; decision: Decision | null }[];
  /** The measure whose chart is shown; null: there is none. */
  measureId: string | null;
  result: string;
  isBright: boolean;
  decision: string;
  whoBenefits: string[];
  caveats: string[];
  provenance: string[];
}

export function tellStory(input: StoryInput): Story {
  const { team, community, practice, tests, vote } = input;
  const main = input.telling[0] ?? null;
  return {
    title: practice.name,
    from: `${team}, ${community}`,
    aim: input.aim ?? 'The team has not written its aim yet.',
    what: practice.description,
    tests: testsWords(tests),
    steps: tests.map((test) => ({ number: test.number, words: stepWords(test), decision: test.decision })),
    measureId: main?.measureId ?? null,
    result: resultWords(vote, input.telling),
    isBright: vote === 'improved',
    decision: decisionSentence(tests, input.leaders),
    whoBenefits: benefitWords(input),
    caveats: caveatWords(input),
    provenance: provenanceWords(input, main),
  };
}

function testsWords(tests: readonly StoryTest[]): string {
  const first = tests[0];
  if (!first) return 'No test is on record.';
  const from = dayWithYear(first.doStartedOn ?? first.startsOn);
  const scales = tests.flatMap(({ scale }) => scale ?? []);
  const [small, large] = [scales[0], scales.at(-1)];
  const grew =
    small && large && small !== large
      ? `, from ${scaleWords[small].toLowerCase()} to ${scaleWords[large].toLowerCase()}`
      : '';
  return `${plural(tests.length, 'test')} since ${from}${grew}.`;
}

function stepWords({ doStartedOn, startsOn, doEndedOn, scale }: StoryTest): string {
  const when = doEndedOn
    ? `${dayWithYear(doStartedOn ?? startsOn)} to ${dayWithYear(doEndedOn)}`
    : `since ${dayWithYear(doStartedOn ?? startsOn)}`;
  return scale ? `${scaleWords[scale]}, ${when}` : when;
}

function resultWords(vote: Vote | null, telling: readonly StoryVerdict[]): string {
  const [main] = telling;
  if (!main || vote === null) return 'No measure tells of it any more.';
  switch (vote) {
    case 'improved':
      return `${main.measure} improved after the change, beyond what chance would do.`;
    case 'mixed':
      return `Mixed by now: ${mixedWords(telling)}.`;
    case 'worsened':
      return `No longer a bright spot: ${main.measure} got worse.`;
    case 'no signal':
      return main.verdict === 'improved'
        ? `No longer a bright spot: only ${main.measure} got better, and it was to stay as it is.`
        : `No longer a bright spot: ${main.measure} shows ${main.verdict} by now.`;
    default:
      return 'The numbers cannot tell at present.';
  }
}

function mixedWords(telling: readonly StoryVerdict[]): string {
  const named = (word: MeasureVerdictWord) =>
    listed(telling.filter(({ verdict }) => verdict === word).map(({ measure }) => measure));
  const both = named('mixed');
  if (both) return `${both} moved both ways after the change`;
  return `${named('improved')} improved, and ${named('worsened')} got worse`;
}

function decisionSentence(tests: readonly StoryTest[], leaders: string | null): string {
  const last = tests.findLast(({ decision }) => decision !== null);
  const own =
    last?.decision && last.decidedOn
      ? `The team decided: ${decisionWords[last.decision].toLowerCase()} (${dayWithYear(last.decidedOn)}).`
      : 'The team has decided nothing yet.';
  return leaders ? `${own} Leaders decided: ${leaders}.` : own;
}

function benefitWords({ words, practice, verdicts }: StoryInput): string[] {
  const gaps = verdicts.flatMap(({ type, measure, working: { gap } }) => {
    if (gap === null || type === 'balancing') return [];
    const between = `the gap between ${gap.focus} and ${gap.reference}`;
    if (gap.word === 'narrowed') return [`${measure}: ${between} got smaller.`];
    if (gap.word === 'widened') return [`${measure}: ${between} got wider.`];
    return [`${measure}: whether ${between} changed, the numbers cannot tell.`];
  });
  return [words.whoBenefits, practice.forWhom ? `Meant for: ${practice.forWhom}` : '', ...gaps].filter(
    Boolean,
  );
}

function caveatWords({ words, verdicts, vote, all }: StoryInput): string[] {
  const worse = verdicts.filter(({ verdict }) => verdict === 'worsened').map(({ measure }) => measure);
  const others = verdicts
    .filter(({ working }) => working.concurrent.length > 0)
    .map(({ measure }) => measure);
  const weak = verdicts
    .filter(({ method }) => method === 'run rules, weak baseline')
    .map(({ measure }) => measure);
  const widened = verdicts.some(
    ({ type, working }) => type !== 'balancing' && working.gap?.word === 'widened',
  );
  const gains = verdicts.flatMap(({ measure, openGain }) => (openGain ? [`${measure}: ${openGain}`] : []));
  return [
    'The change came first and the numbers moved after it. That does not prove that one made the other.',
    widened ? `${vote === 'improved' ? 'It helped, and a' : 'A'} gap between groups got wider.` : '',
    worse.length > 0 ? `Got worse meanwhile: ${listed(worse)}.` : '',
    others.length > 0 ? `Another change went on at the same time, on ${listed(others)}.` : '',
    weak.length > 0 ? `Only 8 or 9 numbers stand before the change in ${listed(weak)}.` : '',
    ...gains,
    all && all.votes > 0
      ? `Of ${plural(all.votes, 'team')} here that can tell, ${all.improved} improved${all.range ? `; the true share is most likely ${all.range} (8 chances in 10)` : ''}.`
      : '',
    words.caveats,
  ].filter(Boolean);
}

function provenanceWords(
  { practice, all, community, today }: StoryInput,
  main: StoryVerdict | null,
): string[] {
  const source = [
    practice.sourceKind ? practiceSourceWords[practice.sourceKind] : '',
    practice.sourceTier ? researchTierWords[practice.sourceTier] : '',
  ].filter(Boolean);
  return [
    main && main.method !== 'none'
      ? `Judged by ${main.method === 'before/after' ? 'all counts before and after' : 'points in a row and by before against after (run rules and a rank test)'}, worked out by the program from the team’s numbers and typed by nobody.`
      : '',
    source.length > 0 ? `Where the practice comes from: ${source.join('. ')}.` : '',
    all ? `In the library of ${community} it stands as ${all.tier}.` : '',
    `As of ${dayWithYear(today)}.`,
  ].filter(Boolean);
}
