import type { CommentedThing } from '../vocabulary';
import { demoId } from './chance';
import type { Clock } from './clock';
import type { ThreadStory } from './comments';
import type { DemoRows } from './rows';
import { cycleId, measureId } from './tell-cycles';

const person = (key: string) => demoId('person', key);

interface Of {
  thing: CommentedThing;
  thingId: string;
  teamId: string | null;
  /** As a line of history names it. */
  name: string;
}

/** A thread beside a thing, with who was told of it and the lines it left in the history. */
export function tellThread(
  rows: DemoRows,
  story: ThreadStory,
  { communityId, communityKey, clock }: { communityId: string; communityKey: string; clock: Clock },
): void {
  const of = thingOf(rows, story, communityKey);
  const first = story.says[0];
  if (!first) return;
  const rootId = demoId('comment', of.thingId, first.by, first.on);
  story.says.forEach(({ by, on, at, text, tells = [] }, position) => {
    const id = position === 0 ? rootId : demoId('comment', rootId, position);
    const isRoot = position === 0;
    rows.comments.push({
      ...{ id, communityId, teamId: of.teamId, thing: of.thing, thingId: of.thingId },
      ...{ part: story.part ?? '', quote: isRoot ? (story.quote ?? '') : '', rootId: isRoot ? null : rootId },
      ...{ body: text, writtenBy: person(by), createdAt: clock.at(on, at) },
      resolvedAt: isRoot && story.resolved ? clock.at(story.resolved.on, '15:00') : null,
      resolvedBy: isRoot && story.resolved ? person(story.resolved.by) : null,
    });
    for (const [who, reason] of tells) {
      rows.toldPeople.push({
        ...{ id: demoId('told', id, who), commentId: id, personId: person(who), reason },
        putAwayAt: story.resolved ? clock.at(story.resolved.on, '15:00') : null,
      });
    }
    const deed = `${isRoot ? 'wrote a comment' : 'answered a comment'} on ${of.name}`;
    rows.history.push({
      ...{ id: demoId('line', id), communityId, teamId: of.teamId, personId: person(by), deed },
      ...{ at: clock.at(on, at), thing: of.thing, thingId: of.thingId },
      cycleId: of.thing === 'cycle' ? of.thingId : null,
    });
  });
}

function thingOf(rows: DemoRows, { on }: ThreadStory, communityKey: string): Of {
  if ('practice' in on) {
    const thingId = demoId('practice', communityKey, on.practice);
    const name = rows.practices.find(({ id }) => id === thingId)?.name ?? '';
    return { thing: 'practice', thingId, teamId: null, name: `“${name}”` };
  }
  if ('indicator' in on) {
    const thingId = demoId('indicator', communityKey, on.indicator);
    const name = rows.indicators.find(({ id }) => id === thingId)?.name ?? '';
    return { thing: 'indicator', thingId, teamId: null, name: `“${name}”` };
  }
  const teamId = demoId('team', communityKey, on.team);
  if ('cycle' in on) {
    return { thing: 'cycle', thingId: cycleId(on.team, on.cycle), teamId, name: `Cycle ${on.cycle}` };
  }
  const thingId = measureId(on.team, on.measure);
  const name = rows.measures.find(({ id }) => id === thingId)?.name ?? '';
  return { thing: 'measure', thingId, teamId, name: `“${name}”` };
}
