import type { ReactNode } from 'react';
import { wholeDocument } from '~/ui/whole-document.server';
import { StoryCard } from './story-card';
import type { Story } from './tell';

/* Pages for everybody who has the link: whole documents without a script, a form or a session. */

const inPage = (title: string, stylesheet: string, body: ReactNode) =>
  wholeDocument(
    title,
    stylesheet,
    <main id="main" className="page">
      {body}
    </main>,
  );

/** One story, for whoever has its link. `drawing` is the chart as markup that we have written. */
export function storyDocument({
  story,
  drawing,
  sentence,
  footer,
  stylesheet,
}: {
  story: Story;
  drawing: string | null;
  sentence: string;
  footer: readonly string[];
  stylesheet: string;
}): string {
  return inPage(
    `${story.title}: a bright spot of ${story.from}`,
    stylesheet,
    <>
      <h1 className="vh">{story.title}</h1>
      <StoryCard
        story={story}
        sentence={sentence}
        footer={footer}
        chart={
          drawing === null ? null : (
            <div
              className="run-chart"
              // biome-ignore lint/security/noDangerouslySetInnerHtml: markup that we have just written
              dangerouslySetInnerHTML={{ __html: drawing }}
            />
          )
        }
      />
    </>,
  );
}

/** The same for a link that never was, was taken back or ran out: which of them is nobody's business. */
export function noStoryPage(stylesheet: string): string {
  return inPage(
    'No story here',
    stylesheet,
    <div className="title">
      <h1>There is no story here</h1>
      <p className="meta">
        The link may have a typing error, or the story is not shared any more. Ask whoever gave it to you.
      </p>
    </div>,
  );
}

export function tooManyStoriesPage(stylesheet: string): string {
  return inPage(
    'Please wait a little',
    stylesheet,
    <div className="title">
      <h1>Please wait a little</h1>
      <p className="meta">Stories were asked for very often from where you are. Try again in a minute.</p>
    </div>,
  );
}
