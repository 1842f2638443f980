import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { Row } from '~/ui/page';
import { DeedButton } from '~/ui/sheet';

/** Says of an archived cycle that it is, since when and by whom, with the way back. */
export function ArchivedCycle({
  teamId,
  cycle,
  mayWrite,
}: {
  teamId: string;
  cycle: { id: string; archivedAt: string | null; archivedBy: string | null };
  mayWrite: boolean;
}) {
  const { id, archivedAt, archivedBy } = cycle;
  if (archivedAt === null) return null;
  return (
    <div className="banner">
      <p>
        This cycle was archived on {dayWithYear(archivedAt.slice(0, 10))}
        {archivedBy ? ` by ${archivedBy}` : ''}. It is on no list, ramp or chart, and nothing more is written.
      </p>
      {mayWrite ? <DeedButton action={paths.bringCycleBack(teamId, id)}>Bring it back</DeedButton> : null}
    </div>
  );
}

/** The way to put a cycle away. */
export function PutAway({ teamId, cycleId }: { teamId: string; cycleId: string }) {
  return (
    <Row id="away" title="Put it away" note="If it was started in error">
      <div className="stack">
        <p>
          An archived cycle leaves the lists, the ramp, the charts and the evidence. Its number and all that
          is written in it stay, and it can be brought back.
        </p>
        <div className="btns">
          <DeedButton action={paths.archiveCycle(teamId, cycleId)}>Archive this cycle</DeedButton>
        </div>
      </div>
    </Row>
  );
}
