import { IdeaTag } from '~/charts/idea-glyph';
import { paths } from '~/paths';
import { dayWithYear } from '~/ui/dates';
import { listed } from '~/ui/words';
import { SaidMeasures } from './measures-here';
import { driversInOrder } from './tree';
import type { ShownBelief, ShownDriver, ShownIdea, TheoryView } from './view';

/* What an outline says under a line. */

function Gone({ belief }: { belief: ShownBelief | null }) {
  if (belief === null || belief.isBelieved) return null;
  return (
    <p className="gone">
      <b>We no longer believe this</b>, since {dayWithYear(belief.at.slice(0, 10))}: {belief.reason}
    </p>
  );
}

export function DriverSays({ driver }: { driver: ShownDriver }) {
  return (
    <>
      <Gone belief={driver.belief} />
      <SaidMeasures measures={driver.measures} />
    </>
  );
}

export function IdeaSays({
  teamId,
  view,
  idea,
  driverId,
}: {
  teamId: string;
  view: TheoryView;
  idea: ShownIdea;
  /** The driver it stands under here. */
  driverId: string;
}) {
  const others = driversInOrder(view.tree)
    .filter(({ id, ideaIds }) => id !== driverId && ideaIds.includes(idea.id))
    .map(({ id }) => `“${view.drivers[id]?.name ?? ''}”`);
  return (
    <>
      <p className="ol-state">
        <IdeaTag state={idea.state} words={idea.stateWords} />
        {idea.cycles > 0 ? (
          <a href={`${paths.idea(teamId, idea.id)}#tests-row`}>
            {idea.ramps > 1 ? 'Its ramps' : 'Its ramp'}
            <span className="vh">: {idea.name}</span>
          </a>
        ) : null}
        {others.length > 0 ? <span>Also under {listed(others)}</span> : null}
      </p>
      <Gone belief={idea.belief} />
      <SaidMeasures measures={idea.measures} />
    </>
  );
}
