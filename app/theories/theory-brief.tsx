import { IdeaTag } from '~/charts/idea-glyph';
import { paths } from '~/paths';
import type { BriefDriver } from './view';

/** The theory in a few lines: each primary driver with the ideas somewhere under it, and where they stand. */
export function TheoryBrief({
  teamId,
  drivers,
  sentence,
  mayWrite,
}: {
  teamId: string;
  drivers: BriefDriver[];
  sentence: string;
  mayWrite: boolean;
}) {
  if (drivers.length === 0) {
    return (
      <div className="stack">
        <p className="soft">
          Not written yet: what has to change to reach the aim, and what you try for that.
        </p>
        <p className="btns">
          <a className={mayWrite ? 'btn line' : 'btn text'} href={paths.theory(teamId)}>
            {mayWrite ? 'Write the theory' : 'Open the theory'}
          </a>
        </p>
      </div>
    );
  }
  return (
    <div className="stack">
      <p>{sentence}</p>
      <ul className="theory-brief">
        {drivers.map((driver) => (
          <li key={driver.id}>
            <p>
              {driver.isBelieved ? (
                <b>{driver.name}</b>
              ) : (
                <>
                  <s>{driver.name}</s> <i>We no longer believe this</i>
                </>
              )}
            </p>
            {driver.ideas.length > 0 ? (
              <ul>
                {driver.ideas.map((idea) => (
                  <li key={idea.id}>
                    <IdeaTag state={idea.state} words={`${idea.name}: ${idea.word}`} />
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.theory(teamId)}>The whole theory, drawn and as an outline</a>
      </p>
    </div>
  );
}
