import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireTeam } from '~/access/gate.server';
import { RunChart } from '~/charts/run-chart';
import { drawn } from '~/http/drawn';
import { paths } from '~/paths';
import { StoryCard } from '~/stories/story-card';
import { Page } from '~/ui/page';
import { readStory } from './read-story.server';
import { storyChart } from './story-chart';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.story.title ?? 'A bright spot'}: a bright spot · Upcurve` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const team = await requireTeam(request, params);
  const { words, story, sheet } = await readStory(team, params.storyId);
  return {
    team: { id: team.teamId, name: team.teamName },
    storyId: words.id,
    practice: { id: words.practiceId, name: words.practice },
    story,
    sentence: sheet?.chart.sentence ?? '',
    footer: sheet?.footer ?? [],
    // The drawing itself comes in the HTML alone, so that there is one is told apart.
    hasChart: sheet !== null,
    drawing: drawn(context, () => (sheet ? storyChart(sheet.chart) : '')),
    mayTell: team.may('tell bright spots') && !team.teamIsArchived,
  };
}

export default function BrightSpot() {
  const { team, storyId, practice, story, sentence, footer, hasChart, drawing, mayTell } =
    useLoaderData<typeof loader>();
  return (
    <Page
      title="A bright spot"
      className="p-sheet"
      crumbs={[
        { href: paths.practices(), label: 'Practices' },
        { href: paths.practice(practice.id), label: practice.name },
      ]}
      meta="Told from the data as they are today. Print it with your browser, or pass it on by a link."
      actions={
        mayTell ? (
          <>
            <a className="btn" href={paths.brightSpotLinks(team.id, storyId)}>
              Share it
            </a>
            <a className="btn line" href={paths.editBrightSpot(team.id, storyId)}>
              Add words
            </a>
          </>
        ) : undefined
      }
    >
      <StoryCard
        story={story}
        sentence={sentence}
        footer={footer}
        chart={hasChart ? <RunChart drawing={drawing} /> : null}
      />
    </Page>
  );
}
