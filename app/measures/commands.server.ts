import { transaction } from '#db/client.server';
import type { TeamAccess } from '~/access/gate.server';
import { RuleBroken } from '~/http/errors';
import type { TypedChange } from './cell-decision';
import { enterCells } from './entries.server';
import type { PastedRow } from './paste';
import type { PastedCounts } from './paste-changes';
import { findMeasure } from './queries.server';
import { impossible } from './series';

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
    const { counts } = await enterCells(team, measure.id, rows.flatMap(asTyped), 'paste');
    return counts;
  });
}

/** A pasted row stands for all of its period's number: what it does not have is emptied. */
const asTyped = (row: PastedRow): TypedChange[] =>
  (['numerator', 'denominator', 'value'] as const).map((field) => ({
    periodStart: row.periodStart,
    stratum: '',
    field,
    was: null,
    is: row[field] === null ? '' : String(row[field]),
  }));
