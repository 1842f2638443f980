import type { Piece } from '#db/search.server';
import { foundKindWords } from '#db/vocabulary';
import { paths } from '~/paths';
import { Row } from '~/ui/page';
import { plural } from '~/ui/words';
import { type Group, hrefOf, whereOf } from './hits';
import type { SearchHit } from './queries.server';

/** What was found, by kind: where each is, and the words around what was asked for. */
export function Results({
  groups,
  typed,
  isOne,
}: {
  groups: Group<SearchHit>[];
  typed: string;
  isOne: boolean;
}) {
  return groups.map(({ kind, title, count, hits }) => (
    <Row key={kind} id={`found-${kind}`} title={title} note={`${count.toLocaleString('en-US')} found`} wide>
      <div className="stack">
        <ul className="hits">
          {hits.map((hit) => (
            <Hit key={hit.id} hit={hit} />
          ))}
        </ul>
        {count > hits.length ? <MoreOf typed={typed} group={{ kind, count, hits }} isOne={isOne} /> : null}
      </div>
    </Row>
  ));
}

function MoreOf({
  typed,
  group: { kind, count, hits },
  isOne,
}: {
  typed: string;
  group: Pick<Group<SearchHit>, 'kind' | 'count' | 'hits'>;
  isOne: boolean;
}) {
  if (isOne) {
    return <p className="hint">These are the best {hits.length}. Add a word to find what you mean sooner.</p>;
  }
  return (
    <p>
      <a href={paths.search(typed, kind)}>
        {count > 50 ? `The best of ${count.toLocaleString('en-US')}` : `All ${count}`}{' '}
        {foundKindWords[kind].toLowerCase()}
      </a>
    </p>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  const where = [whereOf(hit), hit.became].filter(Boolean).join('. ');
  return (
    <li>
      <p className="hit-name">
        <a href={hrefOf(hit)}>
          <Marked pieces={hit.name} />
        </a>
        {hit.isArchived ? <span className="tagline"> Archived</span> : null}
      </p>
      {where ? <p className="hint">{where}</p> : null}
      {hit.snippet.length > 0 ? (
        <p className="soft">
          <Marked pieces={hit.snippet} />
        </p>
      ) : null}
    </li>
  );
}

/** Text with what was asked for marked in it. */
function Marked({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, isMarked }, position) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text keep their order.
    isMarked ? <mark key={position}>{text}</mark> : <span key={position}>{text}</span>,
  );
}

/** What to try before anything was asked, or where nothing was found. */
export function WhatToTry({ typed }: { typed: string }) {
  return (
    <Row id="try" title={typed ? 'What you can try' : 'What you can find'}>
      <div className="stack">
        <ul className="plain">
          <li>
            Write one or two words: <a href={paths.search('attendance')}>attendance</a>, or{' '}
            <a href={paths.search('text families')}>text families</a>.
          </li>
          <li>The beginning of a word is enough. Plurals and accents make no difference.</li>
          <li>
            {typed
              ? 'Take words out: each one must be there.'
              : 'We look in teams, cycles, change ideas, measures, practices and indicators, and in what teams learned.'}
          </li>
          <li>
            Looking for what a word means? <a href={paths.help('words')}>The words we use</a> are on the help
            page.
          </li>
        </ul>
        {typed ? (
          <p>
            Or look through <a href={paths.teams()}>the teams</a>,{' '}
            <a href={paths.practices()}>the practices</a> or <a href={paths.indicators()}>the indicators</a>.
          </p>
        ) : null}
      </div>
    </Row>
  );
}

/** "3 things found", or that nothing was. */
export function foundInWords(groups: Group<SearchHit>[], typed: string): string {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return count === 0 ? `Nothing here has “${typed}”.` : `${plural(count, 'thing')} found for “${typed}”.`;
}
