import { Row } from '~/ui/page';
import type { Grid } from './grid';
import type { Measure } from './measure';
import { NumbersGrid } from './numbers-grid';
import { GridChoices, GridHelp } from './numbers-parts';
import { NumbersTable } from './numbers-table';
import type { EnteredBy } from './point-sources';
import { PointSources } from './point-sources-list';
import type { SeriesPoint } from './series';

/** The numbers on a measure's page: the grid for those who may write, a table for those who read. */
export function NumbersRow({
  grid,
  sources,
  measure,
  points,
  count,
  back,
}: {
  grid: Grid | null;
  sources: EnteredBy[];
  measure: Measure;
  /** The newest, for those who read. */
  points: SeriesPoint[];
  count: number;
  back: string;
}) {
  if (grid) {
    return (
      <Row
        id="numbers"
        title="Numbers"
        note="Type, or paste from a spreadsheet. Press Enter to go down, Tab to go right."
        side={<GridHelp grid={grid} />}
      >
        <GridChoices grid={grid} />
        <NumbersGrid grid={grid} back={back} />
        <PointSources sources={sources} />
      </Row>
    );
  }
  return (
    <Row
      id="numbers"
      title="Numbers"
      note={count > points.length ? `The newest ${points.length} of ${count}` : undefined}
    >
      {count === 0 ? (
        <p className="soft">No numbers yet.</p>
      ) : (
        <NumbersTable measure={measure} points={points} />
      )}
      <PointSources sources={sources} />
    </Row>
  );
}
