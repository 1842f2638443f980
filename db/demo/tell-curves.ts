import { storyPartWords } from '../vocabulary';
import { demoId } from './chance';
import type { Clock } from './clock';
import type { CurveStory } from './curves';
import type { DemoRows } from './rows';

interface CurveContext {
  communityId: string;
  communityKey: string;
  indicatorId: string;
  clock: Clock;
}

const person = (key: string) => demoId('person', key);

/** What people wrote of one indicator, as rows with their lines of history. */
export function tellCurve(rows: DemoRows, curve: CurveStory, context: CurveContext): void {
  const { communityId, communityKey, indicatorId, clock } = context;
  const line = (thing: string, thingId: string, deed: string, by: string, at: string) =>
    rows.history.push({
      id: demoId('line', thingId, deed, at),
      communityId,
      personId: person(by),
      at,
      deed,
      thing,
      thingId,
    });
  curve.story.forEach(({ part, by, on, text }, position) => {
    const createdAt = clock.at(on, `19:${10 + position}`);
    rows.storyVersions.push({
      id: demoId('story', indicatorId, position),
      indicatorId,
      part,
      text,
      writtenBy: person(by),
      createdAt,
    });
    line('indicator', indicatorId, `wrote “${storyPartWords[part]}” in the story`, by, createdAt);
  });
  for (const { partner, role, by, on } of curve.partners) {
    const id = demoId('indicator partner', indicatorId, partner);
    const createdAt = clock.at(on, '19:20');
    const partnerId = demoId('partner', communityKey, partner);
    rows.indicatorPartners.push({ id, indicatorId, partnerId, role, writtenBy: person(by), createdAt });
    const name = rows.partners.find((one) => one.id === partnerId)?.name;
    line('indicator partner', id, `gave ${name} a role: “${role}”`, by, createdAt);
  }
  curve.actions.forEach(({ what, who, due, by, on, done }, position) => {
    const id = demoId('indicator action', indicatorId, position);
    const createdAt = clock.at(on, `19:${30 + position}`);
    const doneAt = done === undefined ? null : clock.at(done, '20:00');
    const byDate = clock.day(due);
    rows.indicatorActions.push({
      id,
      indicatorId,
      what,
      who,
      byDate,
      doneAt,
      writtenBy: person(by),
      createdAt,
    });
    line('indicator action', id, `wrote the action “${what}”`, by, createdAt);
    if (doneAt) line('indicator action', id, `marked as done: “${what}”`, by, doneAt);
  });
  for (const { key, name, evidence, by, on, votes, driver } of curve.factors) {
    const id = demoId('factor', indicatorId, key);
    const createdAt = clock.at(on, '19:40');
    rows.factors.push({ id, indicatorId, name, evidence, writtenBy: person(by), createdAt });
    line('factor', id, `added the root cause “${name}”`, by, createdAt);
    votes.forEach((voter, position) => {
      const at = clock.at(on + 1, `19:${10 + position}`);
      rows.factorVotes.push({
        id: demoId('vote', id, voter),
        factorId: id,
        personId: person(voter),
        createdAt: at,
      });
      line('factor', id, `voted for “${name}”`, voter, at);
    });
    if (driver) {
      const at = clock.at(on + 8, '19:10');
      rows.factorDrivers.push({
        id: demoId('factor driver', id),
        factorId: id,
        driverId: demoId('driver', ...driver),
        madeBy: person(by),
        createdAt: at,
      });
      line('factor', id, `made the root cause “${name}” a driver of the team`, by, at);
    }
  }
}
