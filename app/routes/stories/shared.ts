import type { LoaderFunctionArgs } from '@remix-run/node';
import { followStoryLink } from '~/access/links.server';
import { fileAnswer } from '~/http/file-answer';
import { aMinute, notFoundBySearch, plainPage } from '~/http/outside-page';
import { secondsToWait } from '~/people/limits.server';
import { noStoryPage, storyDocument, tooManyStoriesPage } from '~/stories/document.server';
import stylesheet from '~/ui/upcurve.css?url';
import { readStory } from './read-story.server';
import { storyChart } from './story-chart';

/**
 * A story for whoever has its link. No session is read for it.
 * Status 404 where there is no such link any more, 429 where one address asks more than 120 times a minute.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const wait = await secondsToWait('shared chart', context.address);
  if (wait > 0) return plainPage(tooManyStoriesPage(stylesheet), 429, { 'Retry-After': String(wait) });
  const link = await followStoryLink(params.token);
  if (!link) return plainPage(noStoryPage(stylesheet), 404);
  const { story, sheet } = await readStory(link, link.storyId);
  const html = storyDocument({
    story,
    drawing: sheet && storyChart(sheet.chart),
    sentence: sheet?.chart.sentence ?? '',
    footer: sheet?.footer ?? [],
    stylesheet,
  });
  return fileAnswer(request, {
    type: 'text/html; charset=utf-8',
    cache: aMinute,
    headers: notFoundBySearch,
    source: html,
    body: () => html,
  });
}
