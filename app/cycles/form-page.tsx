import type { ReactNode } from 'react';
import { PhaseTag } from '~/charts/phase-tag';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import type { WheelPhase } from './stages';

/** A page that is one form of a cycle: where it belongs, then the form. */
export function CycleFormPage({
  phase,
  title,
  teamId,
  team,
  cycle,
  children,
}: {
  phase: WheelPhase | null;
  title: string;
  teamId: string;
  team: string;
  cycle: { id: string; number: number; idea: string };
  children: ReactNode;
}) {
  return (
    <Page
      title={title}
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(teamId), label: team },
        { href: paths.cycle(teamId, cycle.id), label: `Cycle ${cycle.number}` },
      ]}
      meta={cycle.idea}
    >
      <Row
        id="form"
        title={phase ? <PhaseTag phase={phase} /> : `After Cycle ${cycle.number}`}
        note={`Cycle ${cycle.number}`}
      >
        <div className="stack-l">{children}</div>
      </Row>
    </Page>
  );
}
