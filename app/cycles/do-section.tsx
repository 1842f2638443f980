import { ranAsPlannedWords } from '#db/vocabulary';
import { shortDay } from '~/ui/dates';
import { CountTable } from './count-table';
import type { CycleInFull } from './queries.server';
import { Answer, Begin, Question } from './worksheet';

/** What happened, as reading text. */
export function DoSection({ cycle, edit }: { cycle: CycleInFull; edit: string | undefined }) {
  const at = (field: string) => (edit ? `${edit}#do-sheet-${field}` : undefined);
  const isEmpty =
    cycle.doStartedOn === null &&
    cycle.observations === '' &&
    cycle.surprises === '' &&
    cycle.notes.length + cycle.counts.length === 0;
  if (isEmpty) {
    return (
      <div className="q">
        <div className="q-main stack">
          <p className="soft">Nothing is written yet. Note the day it started, and what you see.</p>
          <Begin href={edit}>Write Do</Begin>
        </div>
      </div>
    );
  }
  return (
    <>
      {cycle.notes.length > 0 ? (
        <Question label="What did we see, day by day?" edit={at('notes[0].text')}>
          <ul className="log">
            {cycle.notes.map((note) => (
              <li key={note.id}>
                <span>{shortDay(note.onDate)}</span>
                <p className="lines">{note.text}</p>
              </li>
            ))}
          </ul>
        </Question>
      ) : null}
      {cycle.observations ? (
        <Question label="What happened?" field="observations" edit={at('observations')}>
          <Answer text={cycle.observations} />
        </Question>
      ) : null}
      {cycle.counts.length > 0 ? (
        <Question
          label="How many did we find, reach, and bring to the end?"
          edit={at('counts[0].identified')}
        >
          <CountTable counts={cycle.counts} />
        </Question>
      ) : null}
      {cycle.ranAsPlanned ? (
        <Question label="Did we follow the plan?" field="ranAsPlanned" edit={at('ranAsPlanned')}>
          <Answer
            text={[`${ranAsPlannedWords[cycle.ranAsPlanned]}.`, cycle.whatDiffered].filter(Boolean).join(' ')}
          />
        </Question>
      ) : null}
      {cycle.surprises ? (
        <Question label="What surprised us?" field="surprises" edit={at('surprises')}>
          <Answer text={cycle.surprises} />
        </Question>
      ) : null}
      {cycle.observations && cycle.ranAsPlanned ? null : (
        <div className="q">
          <div className="q-main stack">
            <Begin href={edit}>
              {cycle.observations ? 'Say if it ran as planned' : 'Write what happened'}
            </Begin>
          </div>
        </div>
      )}
    </>
  );
}
