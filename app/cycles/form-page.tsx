import type { ReactNode } from 'react';
import { PhaseTag } from '~/charts/phase-tag';
import { paths } from '~/paths';
import { Page, Row } from '~/ui/page';
import { type WheelPhase, wheelPhaseWords } from './stages';

const notes: Record<WheelPhase, string> = {
  plan: 'Before the test. All of it can change later',
  do: 'While the test runs',
  study: 'After the test, with the numbers',
  act: 'Together, and with the reason',
};

/** A page that is one form of a cycle: where it belongs, then the form. */
export function CycleFormPage({
  phase,
  teamId,
  team,
  cycle,
  children,
}: {
  phase: WheelPhase | null;
  teamId: string;
  team: string;
  cycle: { id: string; number: number; idea: string };
  children: ReactNode;
}) {
  return (
    <Page
      title={
        phase
          ? `${wheelPhaseWords[phase]} for Cycle ${cycle.number}`
          : `The cycle after Cycle ${cycle.number}`
      }
      crumbs={[
        { href: paths.teams(), label: 'Teams' },
        { href: paths.team(teamId), label: team },
        { href: paths.cycle(teamId, cycle.id), label: `Cycle ${cycle.number}` },
      ]}
      meta={cycle.idea}
    >
      <Row
        id="form"
        title={phase ? <PhaseTag phase={phase} /> : 'Three questions'}
        note={phase ? notes[phase] : 'The Plan is copied'}
      >
        <div className="stack-l">{children}</div>
      </Row>
    </Page>
  );
}
