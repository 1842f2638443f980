import type { TeamSight } from '~/access/gate.server';
import { shortDecisionWords } from '~/practices/decision-list';
import { weighedPractice } from '~/practices/evidence.server';
import { gainWords } from '~/practices/held-gain';
import type { VerdictWorking } from '~/practices/team-evidence';
import { percentWords } from '~/practices/vote-words';
import { carriersOf } from '~/practices/votes';
import { findStory, readStoryFacts } from '~/stories/queries.server';
import { tellStory } from '~/stories/tell';
import { aimSentence } from '~/teams/aim-sentence';
import { readChart } from '../measures/read-chart.server';
import { fresh } from '../practices/read-evidence.server';

/** A story as this reader may see it: told from the data as they are now, with the chart it stands on. */
export async function readStory(team: TeamSight, storyId: string | undefined) {
  await fresh(team);
  const words = await findStory(team, storyId);
  const [facts, practice] = await Promise.all([
    readStoryFacts(team, words.practiceId),
    weighedPractice(team, words.practiceId),
  ]);
  const evidence = practice?.evidence ?? null;
  const verdicts = facts.verdicts.map((one) => ({ ...one, ...readWorking(one.working as VerdictWorking) }));
  const story = tellStory({
    team: team.teamName,
    community: team.community.communityName,
    aim: aimSentence(facts.aim),
    practice: facts.practice,
    tests: facts.tests,
    vote: practice?.teams.find(({ team: id }) => id === team.teamId)?.vote ?? null,
    verdicts,
    telling: carriersOf(verdicts),
    all: evidence && {
      votes: evidence.votes,
      improved: evidence.improved,
      tier: evidence.tier,
      range:
        evidence.p10 === null || evidence.p90 === null
          ? null
          : `between ${percentWords(evidence.p10)} and ${percentWords(evidence.p90)}`,
    },
    leaders: practice?.leadersSay ? shortDecisionWords[practice.leadersSay].toLowerCase() : null,
    words,
    today: team.today,
  });
  const read = story.measureId ? await readChart(team, story.measureId, new URLSearchParams()) : null;
  return { words, story, sheet: read?.sheet ?? null };
}

/** A gain that is held needs no word of caution. */
function readWorking(working: VerdictWorking) {
  const { gain } = working;
  return { working, openGain: gain === null || gain.state === 'held' ? null : gainWords(gain) };
}
