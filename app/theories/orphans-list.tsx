import { Form } from '@remix-run/react';
import { paths } from '~/paths';
import type { Option } from '~/ui/form-fields';
import { DeedButton } from '~/ui/sheet';
import { HangForm } from './measures-here';
import type { Orphan } from './orphans';
import { driversInOrder } from './tree';
import type { TheoryView } from './view';

/** What hangs on nothing, each as a sentence with the deed that mends it. */
export function OrphansList({
  teamId,
  orphans,
  view,
  cycles,
  measures,
  mayWrite,
}: {
  teamId: string;
  orphans: Orphan[];
  view: TheoryView;
  cycles: { id: string; number: number }[];
  measures: Option[];
  mayWrite: boolean;
}) {
  const numbers = new Map(cycles.map(({ id, number }) => [id, number]));
  return (
    <ul className="orphans">
      {orphans.map((orphan) => (
        <li key={orphan.kind === 'driver' ? orphan.driverId : orphan.ideaId}>
          <p>{orphan.sentence}</p>
          <p className="small">
            {orphan.kind === 'driver' ? (
              <a href={paths.driver(teamId, orphan.driverId)}>
                Open the driver<span className="vh"> {orphan.name}</span>
              </a>
            ) : (
              <>
                <a href={paths.idea(teamId, orphan.ideaId)}>
                  Open the idea<span className="vh"> {orphan.name}</span>
                </a>
                {orphan.cycleIds.map((id) => (
                  <span key={id}>
                    {', '}
                    <a href={paths.cycle(teamId, id)}>Cycle {numbers.get(id)}</a>
                  </span>
                ))}
              </>
            )}
          </p>
          {mayWrite ? <Mend teamId={teamId} orphan={orphan} view={view} measures={measures} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Mend({
  teamId,
  orphan,
  view,
  measures,
}: {
  teamId: string;
  orphan: Orphan;
  view: TheoryView;
  measures: Option[];
}) {
  if (orphan.kind === 'driver') {
    return (
      <HangForm
        teamId={teamId}
        on={{ driver: orphan.driverId }}
        choices={measures}
        about={` for ${orphan.name}`}
        back="theory"
      />
    );
  }
  if (orphan.kind === 'cycle') {
    return (
      <DeedButton action={paths.bringBackIdea(teamId, orphan.ideaId)}>
        Bring the idea back<span className="vh">: {orphan.name}</span>
      </DeedButton>
    );
  }
  const drivers = driversInOrder(view.tree);
  if (drivers.length === 0) return null;
  const id = `mend${orphan.ideaId}`;
  return (
    <Form method="post" action={paths.placeIdea(teamId)} className="inline one" preventScrollReset>
      <input type="hidden" name="ideaId" value={orphan.ideaId} />
      <div className="field">
        <label htmlFor={id}>
          Driver<span className="vh"> for {orphan.name}</span>
        </label>
        <span className="select">
          <select className="in" id={id} name="driverId" defaultValue={drivers[0]?.id}>
            {drivers.map((driver) => (
              <option key={driver.id} value={driver.id}>
                {driver.parentId === null ? '' : '– '}
                {view.drivers[driver.id]?.name}
              </option>
            ))}
          </select>
        </span>
      </div>
      <button type="submit" className="btn line">
        Put it there<span className="vh">: {orphan.name}</span>
      </button>
    </Form>
  );
}
