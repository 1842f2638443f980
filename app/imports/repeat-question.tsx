import { Radio } from './choice-fields';
import type { FileFacts } from './file-facts';
import type { RepeatAnswer } from './repeats';

/** Of rows that contradict each other, which counts: a question nobody but the person who has the file can answer. */
export function RepeatQuestion({ count, answer }: { count: number; answer: RepeatAnswer | null }) {
  if (count === 0 && answer === null) return null;
  return (
    <fieldset className="field">
      <legend className="lab">Two rows for the same period: which counts?</legend>
      <Radio name="repeats" value="first" isOn={answer === 'first'} label="The first in the file" />
      <Radio name="repeats" value="last" isOn={answer === 'last'} label="The last in the file" />
      <Radio name="repeats" value="neither" isOn={answer === 'neither'} label="Neither" />
    </fieldset>
  );
}

/** The rows that contradict each other, while nobody has said which counts. */
export function RepeatList({ preview }: { preview: Pick<FileFacts, 'repeats' | 'repeatCount'> }) {
  const { repeats, repeatCount } = preview;
  if (repeatCount === 0) return null;
  return (
    <>
      <ul className="stack-s">
        {repeats.map(({ line, before, about }) => (
          <li key={`${line} ${before} ${about}`} className="small">
            {line === before
              ? `Line ${line} gives different numbers for ${about}.`
              : `Lines ${before} and ${line} give different numbers for ${about}.`}
          </li>
        ))}
      </ul>
      {repeatCount > repeats.length ? <p className="hint">And {repeatCount - repeats.length} more.</p> : null}
    </>
  );
}
