import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { measureBaselines, measureRebases, measures } from '#db/schema/measures';
import { people } from '#db/schema/people';
import { type ChartKind, chartKindWords } from '#db/vocabulary';
import { writtenOrder } from '#db/written-order';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { found, RuleBroken } from '~/http/errors';
import { offerCharts } from './chart-offer';
import { judgedPoints, type Refused, whyNoPhase, whyNotHeld } from './judging';
import { type BaselineFields, byDefault, type PhaseFields } from './judging-forms';
import { periodWords } from './periods';
import { proposedPhase } from './proposal';
import { cyclesForChart, findMeasure, readSeries } from './queries.server';
import { readMeasure } from './reading';

const thingOf = (measureId: string) => ({ thing: 'measure', thingId: measureId });

/** What people decided about how the newest numbers are judged, with their names and reasons. */
export interface Judging {
  /** The newest choice of a baseline; null where nobody made one, or the newest went back to the default. */
  baseline: { throughOn: string; reason: string; who: string | null } | null;
  phases: { id: string; fromOn: string; reason: string; who: string | null }[];
}

export async function judgingOf(team: TeamAccess, measureId: string): Promise<Judging> {
  const ours = and(eq(measures.id, measureId), eq(measures.teamId, team.teamId));
  const [baselines, phases] = await Promise.all([
    db
      .select({
        throughOn: measureBaselines.throughOn,
        reason: measureBaselines.reason,
        who: people.name,
      })
      .from(measureBaselines)
      .innerJoin(measures, eq(measures.id, measureBaselines.measureId))
      .leftJoin(people, eq(people.id, measureBaselines.setBy))
      .where(ours)
      .orderBy(desc(measureBaselines.createdAt), desc(writtenOrder(measureBaselines)))
      .limit(1),
    db
      .select({
        id: measureRebases.id,
        fromOn: measureRebases.fromOn,
        reason: measureRebases.reason,
        who: people.name,
      })
      .from(measureRebases)
      .innerJoin(measures, eq(measures.id, measureRebases.measureId))
      .leftJoin(people, eq(people.id, measureRebases.madeBy))
      .where(and(ours, isNull(measureRebases.takenBackAt)))
      .orderBy(asc(measureRebases.fromOn)),
  ]);
  const [newest] = baselines;
  const throughOn = newest?.throughOn ?? null;
  return { baseline: newest && throughOn !== null ? { ...newest, throughOn } : null, phases };
}

/** Holds the baseline through one of the measure's numbers, or goes back to the default; the newest choice holds. */
export async function holdBaseline(
  team: TeamAccess,
  measureId: string | undefined,
  { throughOn: chosen, reason }: BaselineFields,
): Promise<void> {
  await transaction(async () => {
    const measure = await findMeasure(team, measureId);
    const throughOn = chosen === byDefault ? null : chosen;
    requireNone(whyNotHeld(measure, judgedPoints(measure, await readSeries(team, measure.id)), chosen));
    const { baseline } = await judgingOf(team, measure.id);
    // The same again is a second click, or a page that was open for long.
    if ((baseline?.throughOn ?? null) === throughOn && (throughOn === null || baseline?.reason === reason)) {
      return;
    }
    await db
      .insert(measureBaselines)
      .values({ measureId: measure.id, throughOn, reason, setBy: team.person.id });
    const of = `the baseline of “${measure.name}”`;
    await record(team, {
      deed: throughOn
        ? `held ${of} through ${periodWords(throughOn, measure.frequency, isOtherYear(team, throughOn))}: ${reason}`
        : `went back to the default for ${of}: ${reason}`,
      ...thingOf(measure.id),
      detail: { was: measure.baselineThrough, is: throughOn },
    });
  });
}

/** Starts a new phase with one of the measure's numbers: from there on it is judged by a middle of its own. */
export async function startPhase(
  team: TeamAccess,
  measureId: string | undefined,
  { fromOn, reason }: PhaseFields,
): Promise<void> {
  await transaction(async () => {
    const measure = await findMeasure(team, measureId);
    const [points, cycles] = await Promise.all([readSeries(team, measure.id), cyclesForChart(team)]);
    requireNone(whyNoPhase(measure, judgedPoints(measure, points), fromOn));
    const reading = readMeasure(measure, points, cycles, team.community.ruleSet, team.community);
    const wasProposed = proposedPhase(reading)?.fromOn === fromOn;
    await db
      .insert(measureRebases)
      .values({ measureId: measure.id, fromOn, reason, wasProposed, madeBy: team.person.id });
    await record(team, {
      deed: `started a new phase of “${measure.name}” with ${periodWords(fromOn, measure.frequency, isOtherYear(team, fromOn))}: ${reason}`,
      ...thingOf(measure.id),
      detail: { fromOn, wasProposed },
    });
  });
}

/** Takes a phase back; its row stays. @throws 404 where it is not this measure's. */
export async function takePhaseBack(
  team: TeamAccess,
  measureId: string | undefined,
  rebaseId: string,
): Promise<void> {
  await transaction(async () => {
    const measure = await findMeasure(team, measureId);
    const phase = found(
      await db
        .select({ fromOn: measureRebases.fromOn, takenBackAt: measureRebases.takenBackAt })
        .from(measureRebases)
        .where(and(eq(measureRebases.id, rebaseId), eq(measureRebases.measureId, measure.id)))
        .get(),
    );
    if (phase.takenBackAt !== null) return;
    await db
      .update(measureRebases)
      .set({ takenBackAt: new Date().toISOString(), takenBackBy: team.person.id })
      .where(eq(measureRebases.id, rebaseId));
    const { fromOn } = phase;
    await record(team, {
      deed: `took back the phase of “${measure.name}” that began with ${periodWords(fromOn, measure.frequency, isOtherYear(team, fromOn))}`,
      ...thingOf(measure.id),
      detail: { fromOn },
    });
  });
}

/** Chooses the chart that the measure's page opens with, of those that its data allow. */
export async function chooseChart(
  team: TeamAccess,
  measureId: string | undefined,
  kind: ChartKind,
): Promise<void> {
  await transaction(async () => {
    const measure = await findMeasure(team, measureId);
    const { options } = offerCharts(measure, await readSeries(team, measure.id));
    const option = options.find((one) => one.kind === kind);
    if (!option?.isAllowed) throw new RuleBroken(option?.reason ?? 'Choose a chart.', 'kind');
    if (measure.chartKind === kind) return;
    await db.update(measures).set({ chartKind: kind }).where(eq(measures.id, measure.id));
    await record(team, {
      deed: `chose the ${chartKindWords[kind].replace(/:.*/, '')} for “${measure.name}”`,
      ...thingOf(measure.id),
      detail: { was: { chartKind: measure.chartKind } },
    });
  });
}

const isOtherYear = ({ today }: TeamAccess, day: string) => day.slice(0, 4) !== today.slice(0, 4);

function requireNone(no: Refused | null): void {
  if (no) throw new RuleBroken(no.sentence, no.field);
}
