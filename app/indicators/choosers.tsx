import { paths } from '~/paths';
import { isFigure } from './cells';
import type { DimensionReading, GapReading } from './reading';
import type { Series } from './series';

/** Which two groups are compared: by address, so that the comparison can be sent to somebody. */
export function GroupChooser({
  dimension,
  gap,
  isSame,
}: {
  dimension: DimensionReading;
  gap: GapReading;
  /** A group was to be compared with itself. */
  isSame: boolean;
}) {
  const open = dimension.rows.filter((row) => row.cells.some(isFigure));
  if (open.length < 3) return null;
  return (
    <form method="get" className="inline" aria-label="Groups to compare">
      <input type="hidden" name="dimension" value={dimension.id} />
      <GroupSelect name="focus" label="Group" groups={open} chosen={gap.focus.id} />
      <GroupSelect name="reference" label="Compared with" groups={open} chosen={gap.reference.id} />
      <button type="submit" className="btn line">
        Compare
      </button>
      {isSame ? (
        <p className="err" role="alert">
          Choose two groups that differ. This shows {gap.focus.name} and {gap.reference.name}.
        </p>
      ) : null}
    </form>
  );
}

/** For those who may edit: the comparison that everyone sees first. */
export function ReferenceForm({
  indicatorId,
  dimension,
  chosenId,
}: {
  indicatorId: string;
  dimension: DimensionReading;
  /** The group that a leader chose; null: the one that did best at the baseline. */
  chosenId: string | null;
}) {
  const open = dimension.rows.filter((row) => row.cells.some(isFigure));
  return (
    <form method="post" action={paths.chooseReference(indicatorId)} className="stack-form">
      <input type="hidden" name="dimensionId" value={dimension.id} />
      <GroupSelect
        name="subgroupId"
        label="For everyone, the groups are compared with"
        groups={[{ id: 'best', name: 'The group that did best at the baseline' }, ...open]}
        chosen={chosenId ?? 'best'}
      />
      <div className="btns">
        <button type="submit" className="btn line">
          Keep this choice
        </button>
      </div>
    </form>
  );
}

function GroupSelect({
  name,
  label,
  groups,
  chosen,
}: {
  name: string;
  label: string;
  groups: Pick<Series, 'id' | 'name'>[];
  chosen: string | null;
}) {
  return (
    <div className="field">
      <label htmlFor={`choose-${name}`}>{label}</label>
      <span className="select">
        <select
          className="in"
          id={`choose-${name}`}
          name={name}
          key={chosen}
          defaultValue={chosen ?? undefined}
        >
          {groups.map((group) => (
            <option key={group.id} value={group.id ?? ''}>
              {group.name}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}

/** How people are split, as links: the page has one address for each. */
export function DimensionChooser({
  indicatorId,
  dimensions,
  chosenId,
}: {
  indicatorId: string;
  dimensions: Pick<DimensionReading, 'id' | 'name'>[];
  chosenId: string;
}) {
  if (dimensions.length < 2) return null;
  return (
    <nav className="seg" aria-label="Compare by">
      {dimensions.map(({ id, name }) => (
        <a
          key={id}
          href={`${paths.indicator(indicatorId)}?dimension=${id}#gap-row`}
          aria-current={id === chosenId ? 'true' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
