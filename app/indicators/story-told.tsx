import { type StoryPart, storyPartWords } from '#db/vocabulary';
import { paths } from '~/paths';
import type { SavedVersion } from './story';
import { WrittenBy } from './written-by';

type Story = Partial<Record<StoryPart, SavedVersion>>;

/** The three parts that tell why the curve is where it is; "what works" stands beside the actions. */
const behindTheCurve = ['pushes up', 'holds down', 'unknown'] as const satisfies readonly StoryPart[];

/** The story behind the curve, beside the gap: each part with its author and date. */
export function StoryTold({
  indicatorId,
  story,
  hasVersions,
  mayWrite,
  maySuggest,
  timeZone,
}: {
  indicatorId: string;
  story: Story;
  hasVersions: boolean;
  mayWrite: boolean;
  /** In a comment. */
  maySuggest: boolean;
  timeZone: string;
}) {
  const told = behindTheCurve.flatMap((part) => story[part] ?? []);
  return (
    <div>
      <h2 className="sideh">The story behind the curve</h2>
      {told.length === 0 ? (
        <p className="small soft">
          Not written yet.
          {mayWrite
            ? ' Say what pushes the number up, what holds it down, and what nobody knows.'
            : maySuggest
              ? ' The teams that work on this indicator write it.'
              : ''}
        </p>
      ) : (
        <div className="story small">
          {told.map((version) => (
            <div key={version.part}>
              <p className="lines">
                <b>{storyPartWords[version.part]}.</b> {version.text}
              </p>
              <p className="hint">
                <WrittenBy who={version.who} at={version.at} timeZone={timeZone} />
              </p>
            </div>
          ))}
        </div>
      )}
      <p className="small story-ways">
        {mayWrite ? (
          <a href={paths.story(indicatorId)}>{told.length === 0 ? 'Write the story' : 'Change the story'}</a>
        ) : maySuggest ? (
          <a href="#comments-row">Suggest a change</a>
        ) : null}
        {hasVersions ? <a href={paths.storyVersions(indicatorId)}>Earlier versions</a> : null}
      </p>
    </div>
  );
}
