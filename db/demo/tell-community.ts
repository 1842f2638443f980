import { createHash } from 'node:crypto';
import { cradleToCareer } from '../vocabulary';
import { demoId } from './chance';
import type { Clock } from './clock';
import { curves } from './curves';
import { namedPeriod, observationsOf } from './observations';
import type { DemoRows } from './rows';
import type { CommunityStory, IndicatorStory } from './story';
import { tellThread } from './tell-comments';
import { tellCurve } from './tell-curves';
import { tellEvent } from './tell-events';
import { tellTeam } from './tell-team';

/** A whole community as rows: partners, members, practices, indicators with their numbers, and its teams. */
export function tellCommunity(rows: DemoRows, story: CommunityStory, clock: Clock): void {
  const communityId = demoId('community', story.key);
  const createdAt = clock.at(story.began, '15:00');
  rows.communities.push({
    id: communityId,
    name: story.name,
    timeZone: story.timeZone,
    schoolYearFirstMonth: story.schoolYearFirstMonth,
    holidays: [...clock.holidays.keys()],
    isDemo: true,
    createdAt,
  });
  for (const [key, [name, sector]] of Object.entries(story.partners)) {
    rows.partners.push({ id: demoId('partner', story.key, key), communityId, name, sector, createdAt });
  }
  for (const [key, role, partner] of story.members) {
    rows.memberships.push({
      id: demoId('membership', story.key, key),
      personId: demoId('person', key),
      communityId,
      role,
      partnerId: demoId('partner', story.key, partner),
      createdAt,
    });
  }
  tellPractices(rows, story, communityId, clock);
  tellDimensions(rows, story, communityId);
  cradleToCareer.forEach((name, index) => {
    rows.outcomes.push({ id: demoId('outcome', story.key, name), communityId, position: index + 1, name });
  });
  for (const indicator of story.indicators) tellIndicator(rows, story, indicator, communityId, clock);
  tellPublicPages(rows, story, communityId, clock);
  for (const team of story.teams) tellTeam(rows, story, team, communityId, clock);
  for (const event of story.events ?? []) {
    tellEvent(rows, event, { communityId, teamId: null, teamKey: story.key, clock });
  }
  for (const thread of story.comments ?? []) {
    tellThread(rows, thread, { communityId, communityKey: story.key, clock });
  }
}

/** Everybody who knows the demo knows its public page, as they know its passwords. */
export const demoPageToken = (storyKey: string, key: string) => `${storyKey}-${key}-demo-page`;

function tellPublicPages(rows: DemoRows, story: CommunityStory, communityId: string, clock: Clock): void {
  for (const { key, label, by, made, shows } of story.publicPages ?? []) {
    const id = demoId('public page', story.key, key);
    const [madeBy, createdAt] = [demoId('person', by), clock.at(made, '15:20')];
    const tokenHash = createHash('sha256').update(demoPageToken(story.key, key)).digest('hex');
    rows.publicPages.push({ id, communityId, tokenHash, label, madeBy, createdAt });
    for (const shown of shows) {
      rows.publicPageIndicators.push({ pageId: id, indicatorId: demoId('indicator', story.key, shown) });
    }
    rows.history.push({
      id: demoId('line', id),
      communityId,
      personId: madeBy,
      at: createdAt,
      deed: `published the scoreboard and ${shows.length} indicators for ${label}`,
      thing: 'public page',
      thingId: id,
    });
  }
}

function tellPractices(rows: DemoRows, story: CommunityStory, communityId: string, clock: Clock): void {
  for (const [key, told] of Object.entries(story.practices)) {
    const { began, owner, outcome, decided, offered, ...practice } = told;
    const id = demoId('practice', story.key, key);
    const ownerId = demoId('person', owner);
    const createdAt = clock.at(began, '16:00');
    const outcomeId = demoId('outcome', story.key, outcome);
    rows.practices.push({ ...practice, id, communityId, ownerId, outcomeId, createdAt });
    if (decided) {
      const { decision, reason, by, on, reviewOn } = decided;
      rows.practiceDecisions.push({
        id: demoId('practice decision', id),
        practiceId: id,
        decision,
        reason,
        reviewOn: clock.day(reviewOn),
        decidedBy: demoId('person', by),
        createdAt: clock.at(on, '15:40'),
      });
    }
    if (offered) {
      rows.practiceOffers.push({
        id: demoId('practice offer', id),
        practiceId: id,
        offeredBy: demoId('person', offered.by),
        createdAt: clock.at(offered.on, '15:45'),
      });
    }
    rows.history.push({
      id: demoId('line', id),
      communityId,
      personId: ownerId,
      at: createdAt,
      deed: `added the practice “${practice.name}”`,
      thing: 'practice',
      thingId: id,
    });
  }
}

const subgroupId = (story: CommunityStory) => (dimension: string, group: string) =>
  demoId('subgroup', story.key, dimension, group);

function tellDimensions(rows: DemoRows, story: CommunityStory, communityId: string): void {
  Object.entries(story.dimensions).forEach(([dimension, groups], index) => {
    const dimensionId = demoId('dimension', story.key, dimension);
    rows.dimensions.push({ id: dimensionId, communityId, name: dimension, position: index + 1 });
    Object.keys(groups).forEach((name, position) => {
      rows.subgroups.push({
        id: subgroupId(story)(dimension, name),
        dimensionId,
        name,
        position: position + 1,
      });
    });
  });
}

function tellIndicator(
  rows: DemoRows,
  story: CommunityStory,
  indicator: IndicatorStory,
  communityId: string,
  clock: Clock,
): void {
  const id = demoId('indicator', story.key, indicator.key);
  const ownerId = demoId('person', indicator.owner);
  const createdAt = clock.at(story.began + 14, '17:00');
  const firstMonth = indicator.periodKind === 'year' ? null : story.schoolYearFirstMonth;
  const latest = clock.lastSchoolYear(firstMonth ?? 1);
  const first = latest - (indicator.totals.length - 1);
  rows.indicators.push({
    id,
    communityId,
    outcomeId: demoId('outcome', story.key, indicator.outcome),
    name: indicator.name,
    definition: indicator.definition,
    source: indicator.source,
    unit: indicator.unit,
    direction: indicator.direction,
    periodKind: indicator.periodKind,
    isCore: indicator.isCore ?? true,
    baselinePeriod:
      indicator.baseline === null ? null : namedPeriod(first + indicator.baseline, firstMonth).key,
    target: indicator.target,
    targetPeriod: namedPeriod(latest + 4, firstMonth).key,
    minimumMovement: indicator.minimumMovement ?? 0,
    ownerId,
    createdAt,
  });
  rows.history.push({
    id: demoId('line', id),
    communityId,
    personId: ownerId,
    at: createdAt,
    deed: `defined the indicator “${indicator.name}”`,
    thing: 'indicator',
    thingId: id,
  });
  for (const [dimension, group] of indicator.reference ?? []) {
    rows.referenceGroups.push({
      id: demoId('reference', id, dimension),
      indicatorId: id,
      dimensionId: demoId('dimension', story.key, dimension),
      subgroupId: subgroupId(story)(dimension, group),
      chosenBy: ownerId,
      createdAt,
    });
  }
  const context = {
    indicatorId: id,
    dimensions: story.dimensions,
    subgroupId: subgroupId(story),
    enteredBy: ownerId,
    schoolYearFirstMonth: story.schoolYearFirstMonth,
    clock,
  };
  rows.observations.push(...observationsOf(indicator, context));
  const curve = curves[story.key]?.[indicator.key];
  if (curve) tellCurve(rows, curve, { communityId, communityKey: story.key, indicatorId: id, clock });
}
