import { type CountTable, hiddenIn, isSmall } from '~/access/small-counts';

/** A working list as counts, never as names: of a group, how many were found, reached, and came to the end. */
export interface WorkingCount {
  /** Empty: everyone. */
  group: string;
  identified: number | null;
  reached: number | null;
  completed: number | null;
}

export type CountField = 'identified' | 'reached' | 'completed';

export const isCounted = ({ identified, reached, completed }: WorkingCount) =>
  identified !== null || reached !== null || completed !== null;

/** Completed ≤ reached ≤ identified, said at the field that is too high; null where they fit together. */
export function countProblem({
  identified,
  reached,
  completed,
}: WorkingCount): { field: CountField; message: string } | null {
  if (reached !== null && identified !== null && reached > identified) {
    return {
      field: 'reached',
      message: `You cannot reach more (${reached}) than you found (${identified}).`,
    };
  }
  const most = reached ?? identified;
  if (completed !== null && most !== null && completed > most) {
    const deed = reached === null ? 'found' : 'reached';
    return { field: 'completed', message: `No more can complete (${completed}) than you ${deed} (${most}).` };
  }
  return null;
}

export type ShownCount<Row extends WorkingCount = WorkingCount> = Row & { isHidden: boolean };

/**
 * The counts as somebody may see them who does not edit the team's numbers: a group of fewer than the threshold is
 * hidden, and so is the next smallest where the hidden one could be worked out (product, § 5). How many completed is
 * hidden as well where few were reached.
 */
export function maskedCounts<Row extends WorkingCount>(
  rows: readonly Row[],
  threshold: number,
): ShownCount<Row>[] {
  const size = ({ identified, reached, completed }: WorkingCount) => identified ?? reached ?? completed;
  const of = (table: (row: Row) => { denominator: number | null; numerator: number | null }) => {
    const whole = rows.find((row) => row.group === '');
    const groups = rows.filter((row) => row.group !== '');
    const counts: CountTable = {
      threshold,
      total: whole ? table(whole) : null,
      groups: groups.map(table),
      partOfWhole: true,
    };
    const hidden = hiddenIn(counts);
    return (row: Row) => hidden.total || (row.group !== '' && hidden.groups.has(groups.indexOf(row)));
  };
  const isHidden = of((row) => ({ denominator: size(row), numerator: row.reached ?? row.completed }));
  const isEndHidden = of((row) => ({ denominator: row.reached ?? size(row), numerator: row.completed }));
  return rows.map((row) => {
    if (isHidden(row)) return { ...row, identified: null, reached: null, completed: null, isHidden: true };
    const isEndSmall = isEndHidden(row) || isSmall(row.reached, threshold);
    return { ...row, completed: isEndSmall ? null : row.completed, isHidden: false };
  });
}
