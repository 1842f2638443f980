import type { TeamAccess } from '~/access/gate.server';
import { RuleBroken, RulesBroken } from '~/http/errors';
import { type CellTexts, cellFields, notNumbers, readCell, textsOf } from './cell';
import type { PointFields } from './cell-forms';
import { enterCells } from './entries.server';
import type { EnteredPoint } from './entry';
import { placeWords } from './entry-words';
import { clashesOf } from './grid.server';
import { hasTwoNumbers } from './measure';
import { periodOf, periodWords } from './periods';
import { findMeasure, readSeries } from './queries.server';
import { figuresWords } from './series';
import { askedOf } from './unusual';

/**
 * Enters one number, or corrects the one that is there; history keeps both.
 * @throws RuleBroken where it is no number, after what was typed is kept to be mended.
 */
export async function enterPoint(
  team: TeamAccess,
  measureId: string | undefined,
  fields: PointFields,
): Promise<EnteredPoint> {
  const measure = await findMeasure(team, measureId);
  const series = await readSeries(team, measure.id);
  const start = periodOf(fields.period, measure.frequency, team.community, series);
  if (start > team.today) {
    const words = periodWords(start, measure.frequency, start.slice(0, 4) !== team.today.slice(0, 4));
    throw new RuleBroken(
      `${words.charAt(0).toUpperCase()}${words.slice(1)} has not begun. Choose an earlier date.`,
      'period',
    );
  }
  const drawn = fields.drawn?.period === start ? fields.drawn.texts : null;
  const entered = await enterCells(
    team,
    measure.id,
    cellFields.map((field) => ({
      periodStart: start,
      stratum: fields.group,
      field,
      was: drawn ? (drawn[field] ?? '') : null,
      is: fields[field],
    })),
  );
  const [cell] = entered.cells;
  if (!cell) throw new RuleBroken('Write the number.', 'value');
  const { decision, point } = cell;
  const [clash] = clashesOf(cell, team);
  if (clash) throw new RuleBroken(`${clash.sentence} Save again to keep yours.`, clash.field);
  const texts = { ...textsOf(point, cell.held), ...fieldsOf(fields) };
  const wrong = notNumbers(measure, texts);
  if (wrong.size > 1) throw new RulesBroken(wrong);
  const reading = readCell(measure, texts);
  if (reading.is === 'half' || reading.is === 'impossible') {
    throw new RuleBroken(reading.sentence, reading.field);
  }
  if (reading.is === 'empty' && decision.does !== 'remove') {
    const two = hasTwoNumbers(measure.kind);
    const sentence = point?.ghostedAt
      ? 'This number is set aside. Take it back in to remove it.'
      : two
        ? 'Write how many, and out of how many.'
        : 'Write the number.';
    throw new RuleBroken(sentence, two ? 'numerator' : 'value');
  }
  const was = point ? figuresWords(measure, point) : null;
  const isWhole = fields.group === '' && decision.does === 'keep';
  const now = isWhole ? await readSeries(team, measure.id) : [];
  return {
    periodStart: start,
    period: placeWords(measure, cell, team.today),
    is:
      decision.does === 'keep'
        ? figuresWords(measure, decision.figures)
        : decision.does === 'remove'
          ? null
          : was,
    was,
    isChanged: decision.does === 'keep' || decision.does === 'remove',
    isMoved: start !== fields.period,
    question: isWhole ? askedOf(measure, now, start) : null,
  };
}

const fieldsOf = ({ numerator, denominator, value, note }: PointFields): CellTexts => ({
  numerator,
  denominator,
  value,
  note,
});
