import { demoId } from './chance';
import type { DemoRows } from './rows';
import type { DriverStory, TeamStory, TheoryStory } from './story';
import { cycleId, ideaId, measureId, type TeamContext } from './tell-cycles';

const person = (key: string) => demoId('person', key);

/** A team's theory as rows: drivers, ideas under them, measures on them, what was no longer believed, and its lines. */
export function tellTheory(rows: DemoRows, team: TeamStory, theory: TheoryStory, context: TeamContext): void {
  const { teamId, teamKey, clock, communityId } = context;
  const writtenBy = person(theory.by ?? team.coach);
  const at = clock.at(theory.began, '20:30');
  const driverId = (key: string) => demoId('driver', teamKey, key);
  const hang = (measure: string, on: { driverId?: string; ideaId?: string }) =>
    rows.theoryMeasures.push({
      id: demoId('theory measure', teamKey, measure, on.driverId ?? on.ideaId ?? 'aim'),
      teamId,
      measureId: measureId(teamKey, measure),
      ...on,
    });
  const line = (thing: string, thingId: string, deed: string, who: string, when: string) =>
    rows.history.push({
      id: demoId('line', thingId, deed),
      communityId,
      teamId,
      personId: who,
      at: when,
      deed,
      thing,
      thingId,
    });
  const tell = (driver: DriverStory, parentId: string | null, position: number) => {
    const id = driverId(driver.key);
    rows.drivers.push({ id, teamId, parentId, position, name: driver.name, writtenBy, createdAt: at });
    const level = parentId === null ? 'primary' : 'secondary';
    line('driver', id, `added the ${level} driver “${driver.name}”`, writtenBy, at);
    for (const measure of driver.measures ?? []) hang(measure, { driverId: id });
    (driver.ideas ?? []).forEach((idea, place) => {
      rows.ideaDrivers.push({
        id: demoId('idea driver', id, idea),
        ideaId: ideaId(teamKey, idea),
        driverId: id,
        position: place,
      });
    });
    (driver.under ?? []).forEach((one, place) => {
      tell(one, id, place);
    });
  };
  for (const measure of theory.aim) hang(measure, {});
  theory.drivers.forEach((driver, position) => {
    tell(driver, null, position);
  });
  for (const [idea, measures] of Object.entries(theory.ideaMeasures ?? {})) {
    for (const measure of measures) hang(measure, { ideaId: ideaId(teamKey, idea) });
  }
  for (const belief of theory.beliefs ?? []) {
    const of = belief.driver === undefined ? null : driverId(belief.driver);
    const ofIdea = belief.idea === undefined ? null : ideaId(teamKey, belief.idea);
    const who = person(belief.by ?? team.coach);
    const when = clock.at(belief.on, '21:00');
    rows.beliefChanges.push({
      id: demoId('belief', teamKey, belief.driver ?? belief.idea ?? ''),
      teamId,
      driverId: of,
      ideaId: ofIdea,
      isBelieved: false,
      reason: belief.reason,
      cycleIds: belief.cycles.map((number) => cycleId(teamKey, number)),
      changedBy: who,
      createdAt: when,
    });
    const name =
      of === null ? team.ideas[belief.idea ?? '']?.name : nameIn(theory.drivers, belief.driver ?? '');
    line(
      of === null ? 'change idea' : 'driver',
      of ?? ofIdea ?? '',
      `stopped believing in “${name}”`,
      who,
      when,
    );
  }
}

const nameIn = (drivers: readonly DriverStory[], key: string): string | undefined =>
  drivers.flatMap((one) => [one, ...(one.under ?? [])]).find((one) => one.key === key)?.name;
