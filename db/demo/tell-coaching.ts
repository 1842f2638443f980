import { demoId } from './chance';
import type { DayOffset } from './clock';
import type { DemoRows } from './rows';
import type { CoachingStory } from './story';
import { cycleId, measureId, type TeamContext } from './tell-cycles';

const person = (key: string) => demoId('person', key);

/** Reviews with what was said in them, asks for help with their answers, and progress scores. */
export function tellCoaching(rows: DemoRows, story: CoachingStory, context: TeamContext): void {
  for (const review of story.reviews) tellReview(rows, review, context);
  for (const ask of story.asks) tellAsk(rows, ask, context);
  for (const score of story.scores) tellScore(rows, score, context);
}

interface Line {
  key: string;
  by: string;
  at: string;
  deed: string;
  cycleId?: string;
}

function tellLine(rows: DemoRows, { communityId, teamId }: TeamContext, line: Line): void {
  const { key, by, ...told } = line;
  rows.history.push({ id: demoId('line', key), communityId, teamId, personId: person(by), ...told });
}

function tellReview(rows: DemoRows, review: CoachingStory['reviews'][number], context: TeamContext): void {
  const { communityId, teamId, teamKey, clock } = context;
  const { by, asked, words, decided } = review;
  const ofCycle = cycleId(teamKey, review.cycle);
  const id = demoId('review', ofCycle, asked);
  const createdAt = clock.at(asked, '18:40');
  rows.reviews.push({
    ...{ id, communityId, teamId, cycleId: ofCycle, beganAs: 'asked', words, begunBy: person(by), createdAt },
    outcome: decided?.outcome ?? null,
    reason: decided?.reason ?? '',
    decidedBy: decided ? person(decided.by) : null,
    decidedAt: decided ? clock.at(decided.on, '19:05') : null,
  });
  const deed = `asked for a review of Cycle ${review.cycle}`;
  tellLine(rows, context, { key: `${id} asked`, by, at: createdAt, deed, cycleId: ofCycle });
  if (!decided) return;
  const isApproved = decided.outcome === 'approved';
  tellLine(rows, context, {
    ...{ key: `${id} decided`, by: decided.by, at: clock.at(decided.on, '19:05'), cycleId: ofCycle },
    deed: isApproved ? `approved Cycle ${review.cycle}` : `sent Cycle ${review.cycle} back for a change`,
  });
  for (const { field, text, answer } of decided.comments ?? []) {
    const commentId = demoId('comment', id, field);
    const said = { reviewId: id, cycleId: ofCycle, field };
    rows.reviewComments.push({
      ...{ ...said, id: commentId, text, writtenBy: person(decided.by) },
      createdAt: clock.at(decided.on, '19:05'),
    });
    if (!answer) continue;
    rows.reviewComments.push({
      ...{ ...said, id: demoId('answer', commentId), text: answer.text, answerTo: commentId },
      ...{ writtenBy: person(answer.by), createdAt: clock.at(answer.on, '15:20') },
    });
  }
}

function tellAsk(rows: DemoRows, ask: CoachingStory['asks'][number], context: TeamContext): void {
  const { communityId, teamId, teamKey, clock } = context;
  const { by, words } = ask;
  const id = demoId('help', teamId, ask.on);
  const at = (on: DayOffset) => clock.at(on, '17:30');
  rows.helpAsks.push({
    ...{ id, communityId, teamId, words, askedBy: person(by), createdAt: at(ask.on) },
    cycleId: ask.cycle === undefined ? null : cycleId(teamKey, ask.cycle),
    measureId: ask.measure === undefined ? null : measureId(teamKey, ask.measure),
  });
  tellLine(rows, context, { key: `${id} asked`, by, at: at(ask.on), deed: 'asked for help' });
  (ask.answers ?? []).forEach((answer, position) => {
    const createdAt = at(answer.on);
    rows.helpAnswers.push({
      ...{ id: demoId('help answer', id, position), askId: id, text: answer.text },
      ...{ writtenBy: person(answer.by), createdAt },
    });
    const deed = 'answered an ask for help';
    tellLine(rows, context, { key: `${id} answered ${position}`, by: answer.by, at: createdAt, deed });
  });
}

function tellScore(rows: DemoRows, score: CoachingStory['scores'][number], context: TeamContext): void {
  const { communityId, teamId, clock } = context;
  const { kind, by, on, suggested, reason } = score;
  const id = demoId('score', teamId, kind, on);
  const createdAt = clock.at(on, '19:30');
  rows.progressScores.push({
    ...{ id, communityId, teamId, kind, score: score.score, suggested, evidence: [], reason },
    ...{ givenBy: person(by), createdAt },
  });
  const deed = `${kind} a progress score of ${score.score.toFixed(1)}`;
  tellLine(rows, context, { key: id, by, at: createdAt, deed });
}
