import { sql } from 'drizzle-orm';
import { db, transaction } from '#db/client.server';
import { measurePoints } from '#db/schema/measures';
import type { TeamAccess } from '~/access/gate.server';
import { record } from '~/history/record.server';
import { RuleBroken } from '~/http/errors';
import type { PointFields } from './forms';
import type { PastedRow } from './paste';
import { changesOf, countsInWords, countsOf, type PastedCounts } from './paste-changes';
import { periodOf, periodWords } from './periods';
import { findMeasure, readSeries } from './queries.server';
import { type Figures, figuresWords, impossible, isSame, keptFigures } from './series';

const thingOf = (measureId: string) => ({ thing: 'measure', thingId: measureId });

export interface Entered {
  periodStart: string;
  /** "the week of Oct 12" */
  period: string;
  /** "266 of 310" */
  is: string;
  /** What stood there before; null for a new number. */
  was: string | null;
  isChanged: boolean;
  /** The date given was not the first day of its period. */
  isMoved: boolean;
}

/** Enters one number, or corrects the one that is there; history keeps both. */
export async function enterPoint(
  team: TeamAccess,
  measureId: string | undefined,
  fields: PointFields,
): Promise<Entered> {
  return transaction(async () => {
    const measure = await findMeasure(team, measureId);
    const points = await readSeries(team, measure.id);
    const start = periodOf(fields.period, measure.frequency, team.community, points);
    const period = periodWords(start, measure.frequency, start.slice(0, 4) !== team.today.slice(0, 4));
    if (start > team.today) {
      throw new RuleBroken(`${sentenceCase(period)} has not begun. Choose an earlier date.`, 'period');
    }
    const no = impossible(measure, fields);
    if (no) throw new RuleBroken(no.sentence, no.field);
    const figures = keptFigures(measure, fields);
    const known = points.find((point) => point.periodStart === start);
    const isChanged = !known || !isSame(known, figures) || known.note !== fields.note;
    const entered: Entered = {
      periodStart: start,
      period,
      is: figuresWords(measure, figures),
      was: known ? figuresWords(measure, known) : null,
      isChanged,
      isMoved: start !== fields.period,
    };
    if (!isChanged) return entered;
    await keep(team, measure.id, [{ periodStart: start, note: fields.note, ...figures }], {
      withNotes: true,
    });
    await record(team, {
      deed: known
        ? isSame(known, figures)
          ? `changed the note of “${measure.name}” for ${period}`
          : `changed “${measure.name}” for ${period} from ${entered.was} to ${entered.is}`
        : `entered “${measure.name}” for ${period}: ${entered.is}`,
      ...thingOf(measure.id),
      detail: { periodStart: start, was: known ? figuresOf(known) : null, is: figures },
    });
    return entered;
  });
}

/** Saves pasted rows, all or none; notes and what is set aside stay as they are. */
export async function pastePoints(
  team: TeamAccess,
  measureId: string | undefined,
  rows: readonly PastedRow[],
): Promise<PastedCounts> {
  return transaction(async () => {
    const measure = await findMeasure(team, measureId);
    for (const row of rows) {
      const no = impossible(measure, row);
      if (no) throw new RuleBroken(`Row ${row.row}: ${no.sentence}`, 'text');
    }
    const changes = changesOf(rows, await readSeries(team, measure.id));
    const counts = countsOf(changes);
    const news = changes.filter(({ change }) => change !== 'same');
    if (news.length === 0) return counts;
    await keep(
      team,
      measure.id,
      news.map((row) => ({ periodStart: row.periodStart, ...figuresOf(row) })),
      { withNotes: false },
    );
    await record(team, {
      deed: `pasted numbers into “${measure.name}”: ${countsInWords(counts)}`,
      ...thingOf(measure.id),
      detail: {
        changed: news.flatMap((row) =>
          row.was ? [{ periodStart: row.periodStart, was: figuresOf(row.was), is: figuresOf(row) }] : [],
        ),
      },
    });
    return counts;
  });
}

const figuresOf = ({ numerator, denominator, value }: Figures): Figures => ({
  numerator,
  denominator,
  value,
});
const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

async function keep(
  team: TeamAccess,
  measureId: string,
  rows: ({ periodStart: string; note?: string } & Figures)[],
  { withNotes }: { withNotes: boolean },
): Promise<void> {
  const entered = { enteredBy: team.person.id, enteredAt: new Date().toISOString() };
  await db
    .insert(measurePoints)
    .values(rows.map((row) => ({ ...row, ...entered, measureId })))
    .onConflictDoUpdate({
      target: [measurePoints.measureId, measurePoints.stratum, measurePoints.periodStart],
      set: {
        numerator: sql`excluded.numerator`,
        denominator: sql`excluded.denominator`,
        value: sql`excluded.value`,
        enteredBy: sql`excluded.entered_by`,
        enteredAt: sql`excluded.entered_at`,
        ...(withNotes ? { note: sql`excluded.note` } : {}),
      },
    });
}
