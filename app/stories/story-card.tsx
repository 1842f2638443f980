import type { ReactNode } from 'react';
import { DecisionTag } from '~/charts/decision-glyph';
import { VerdictLine } from '~/charts/mark';
import type { Story } from './tell';

/** The card: what the team was after, what it tried, what came of it, for whom, and what to be careful about. */
export function StoryCard({
  story,
  chart,
  sentence,
  footer,
}: {
  story: Story;
  /** The chart, drawn; null where none can be shown. */
  chart: ReactNode;
  /** What the chart says. */
  sentence: string;
  /** Where the numbers of the chart come from. */
  footer: readonly string[];
}) {
  return (
    <article className="storycard" aria-labelledby="story-title">
      <header>
        <p className="kick">{story.isBright ? 'A bright spot' : 'Was a bright spot'}</p>
        <h2 id="story-title">{story.title}</h2>
        <p className="soft">{story.from}</p>
      </header>
      <section>
        <h3>The aim</h3>
        <p>{story.aim}</p>
      </section>
      <section>
        <h3>What was tried</h3>
        {story.what ? <p>{story.what}</p> : null}
        <p>{story.tests}</p>
        <ol className="story-tests">
          {story.steps.map((step) => (
            <li key={step.number}>
              Cycle {step.number}: {step.words}
              {step.decision ? (
                <>
                  {' '}
                  <DecisionTag decision={step.decision} />
                </>
              ) : null}
            </li>
          ))}
        </ol>
      </section>
      <section className="story-chart">
        <h3>What came of it</h3>
        <VerdictLine verdict={story.isBright ? 'better' : 'none'}>{story.result}</VerdictLine>
        {sentence ? <p className="small">{sentence}</p> : null}
        {chart}
      </section>
      <section>
        <h3>What was decided</h3>
        <p>{story.decision}</p>
      </section>
      <section>
        <h3>Who benefits</h3>
        {story.whoBenefits.length === 0 ? <p className="soft">Not said yet.</p> : null}
        {story.whoBenefits.map((words) => (
          <p key={words} className="lines">
            {words}
          </p>
        ))}
      </section>
      <section>
        <h3>What to be careful about</h3>
        <ul className="plain">
          {story.caveats.map((words) => (
            <li key={words} className="lines">
              {words}
            </li>
          ))}
        </ul>
      </section>
      <footer>
        {[...story.provenance, ...footer].filter(Boolean).map((line) => (
          <p key={line} className="hint">
            {line}
          </p>
        ))}
      </footer>
    </article>
  );
}
