import { demoId } from './chance';
import type { Clock } from './clock';
import type { DemoRows } from './rows';
import type { EventStory } from './story';
import { measureId } from './tell-cycles';

/** Something that happened, with the charts it shows on and the line it left in the history. */
export function tellEvent(
  rows: DemoRows,
  event: EventStory,
  {
    communityId,
    teamId,
    teamKey,
    clock,
  }: { communityId: string; teamId: string | null; teamKey: string; clock: Clock },
): void {
  const { key, kind, on, until, title, detail = '', by, startsAt, endsAt, place, needsLeader } = event;
  const id = demoId('event', teamKey, key);
  const writtenBy = demoId('person', by);
  const createdAt = clock.at(event.writtenOn ?? until ?? on, '19:25');
  const onDate = clock.day(on);
  const untilDate = until === undefined ? null : clock.day(until);
  rows.events.push({
    ...{ id, communityId, teamId, kind, onDate, untilDate, title, detail, writtenBy, createdAt },
    ...{ startsAt, endsAt, place, needsLeader },
  });
  for (const measure of event.measures ?? []) {
    rows.eventMeasures.push({
      id: demoId('event measure', id, measure),
      eventId: id,
      measureId: measureId(teamKey, measure),
    });
  }
  rows.history.push({
    id: demoId('line', id),
    communityId,
    teamId,
    personId: writtenBy,
    at: createdAt,
    deed: `wrote “${title}” on the time line`,
    thing: 'event',
    thingId: id,
  });
}
