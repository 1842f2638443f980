import { demoId } from './chance';
import type { DemoRows } from './rows';
import { pointsOf } from './series';
import type { CommunityStory, MeasureStory, TeamStory } from './story';
import { measureId, type TeamContext } from './tell-cycles';

const person = (key: string) => demoId('person', key);

/** A measure as rows: its definition, numbers, goals by day, baseline, phase, links, and the lines they left. */
export function tellMeasure(
  rows: DemoRows,
  community: CommunityStory,
  team: TeamStory,
  measure: MeasureStory,
  context: TeamContext,
): void {
  const { communityId, teamId, teamKey, clock } = context;
  const id = measureId(teamKey, measure.key);
  const enteredBy = person(team.members.at(-1) ?? team.coach);
  // A team has a measure from the week its first number is about.
  const first = measure.series.eventDays?.[0];
  const began =
    first ?? clock.offset(clock.periods(measure.frequency, measure.series.points)[0] ?? clock.today);
  const createdAt = clock.at(began, '13:30');
  rows.measures.push({
    id,
    communityId,
    teamId,
    name: measure.name,
    type: measure.type,
    kind: measure.kind,
    direction: measure.direction,
    frequency: measure.frequency,
    definition: measure.definition,
    inclusions: measure.inclusions ?? '',
    numeratorWords: measure.numerator ?? '',
    denominatorWords: measure.denominator ?? '',
    strata: Object.keys(measure.series.strata ?? {}),
    unit: measure.unit ?? '',
    lowest: measure.lowest ?? null,
    highest: measure.highest ?? null,
    goal: measure.goal,
    goalBy: clock.next(...team.aim.by, 120),
    source: measure.source,
    collector: measure.collector,
    ownerId: measure.owner === undefined ? null : person(measure.owner),
    ruleSet: measure.ruleSet ?? null,
    chartKind: measure.chartKind ?? null,
    showsIcons: measure.showsIcons ?? false,
    createdAt,
  });
  const line = { communityId, teamId, personId: enteredBy, thing: 'measure', thingId: id };
  rows.history.push({
    ...line,
    id: demoId('line', id),
    at: createdAt,
    deed: `added the measure “${measure.name}”`,
  });
  const points = pointsOf(measure, { measure: id, enteredBy }, clock);
  rows.measurePoints.push(...points);
  for (const { ghostedAt } of points) {
    if (!ghostedAt) continue;
    const deed = `set aside a point of “${measure.name}”`;
    rows.history.push({ ...line, id: demoId('line', id, 'ghost'), at: ghostedAt, deed });
  }
  tellChoices(rows, measure, line, context);
  for (const { indicator, sign, lag } of measure.links ?? []) {
    const name = community.indicators.find(({ key }) => key === indicator)?.name ?? indicator;
    const at = clock.at(began + 1, '15:45');
    rows.indicatorLinks.push({
      id: demoId('link', id, indicator),
      measureId: id,
      indicatorId: demoId('indicator', community.key, indicator),
      sign,
      lag,
      createdBy: enteredBy,
      createdAt: at,
    });
    const deed = `linked “${measure.name}” to the indicator “${name}”`;
    rows.history.push({ ...line, id: demoId('line', id, indicator), at, deed });
  }
}

/** "Aug 24, 2026" */
const inWords = (day: string) =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('en-US', {
    timeZone: 'UTC',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
  });

/** What people decided about a measure later: other words, the next goal, a baseline, a phase. */
function tellChoices(
  rows: DemoRows,
  measure: MeasureStory,
  line: { communityId: string; teamId: string; thing: string; thingId: string },
  { clock }: TeamContext,
): void {
  const id = line.thingId;
  const bare = (reason: string) => reason.replace(/\.$/, '');
  const { redefined, baseline, phase, goalSteps = [] } = measure;
  if (redefined) {
    rows.history.push({
      ...line,
      id: demoId('line', id, 'redefined'),
      personId: person(redefined.by),
      at: clock.at(redefined.on, '14:10'),
      deed: `changed how “${measure.name}” is counted`,
      detail: { was: redefined.was },
    });
  }
  for (const { from, goal, by } of goalSteps) {
    const createdAt = clock.at(from - 3, '20:30');
    const setBy = person(by);
    rows.measureGoals.push({
      id: demoId('goal', id, from),
      measureId: id,
      goal,
      fromOn: clock.day(from),
      setBy,
      createdAt,
    });
    const deed = `set the goal of “${measure.name}” from ${inWords(clock.day(from))}: ${goal}${measure.kind === 'proportion' ? '%' : ''}`;
    rows.history.push({
      ...line,
      id: demoId('line', id, 'goal', from),
      personId: setBy,
      at: createdAt,
      deed,
    });
  }
  if (baseline) {
    const createdAt = clock.at(baseline.on, '14:40');
    const setBy = person(baseline.by);
    const { reason } = baseline;
    rows.measureBaselines.push({
      id: demoId('baseline', id),
      measureId: id,
      throughOn: clock.day(baseline.through),
      reason,
      setBy,
      createdAt,
    });
    const deed = `set the baseline of “${measure.name}”: ${bare(reason)}`;
    rows.history.push({
      ...line,
      id: demoId('line', id, 'baseline'),
      personId: setBy,
      at: createdAt,
      deed,
    });
  }
  if (phase) {
    const createdAt = clock.at(phase.on, '14:50');
    const madeBy = person(phase.by);
    const { reason } = phase;
    rows.measureRebases.push({
      id: demoId('rebase', id),
      measureId: id,
      fromOn: clock.day(phase.from),
      reason,
      madeBy,
      createdAt,
    });
    const deed = `began a new phase of “${measure.name}”: ${bare(reason)}`;
    rows.history.push({ ...line, id: demoId('line', id, 'phase'), personId: madeBy, at: createdAt, deed });
  }
}
