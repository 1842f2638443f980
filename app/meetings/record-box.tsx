import { Form } from '@remix-run/react';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { type MeetingLineKind, meetingLineKinds } from '#db/vocabulary';
import { lineLacks } from './record';
import type { Typed } from './use-record';

const inBrief: Record<MeetingLineKind, string> = { note: 'Note', decision: 'Decision', promise: 'Promise' };

/** Where a line is typed, in thumb's reach. Without JavaScript it is sent as a form; with it, beside the page. */
export function RecordBox({
  action,
  formKey,
  step,
  names,
  write,
  refused,
}: {
  action: string;
  formKey: string;
  step: string;
  names: readonly string[];
  write: (typed: Typed) => void;
  /** What the server did not take, and why. */
  refused: { line: Typed; sentence: string } | null;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [lacks, setLacks] = useState<ReturnType<typeof lineLacks>>(null);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const read = (name: string) => String(fields.get(name) ?? '');
    const kind = meetingLineKinds.find((one) => one === read('kind')) ?? 'note';
    const isPromise = kind === 'promise';
    const typed = {
      kind,
      text: read('text'),
      who: isPromise ? read('who') : '',
      byDate: isPromise ? read('byDate') : '',
    };
    const missing = lineLacks(typed);
    setLacks(missing);
    const { elements } = event.currentTarget;
    if (missing) return (elements.namedItem(missing.field) as HTMLElement | null)?.focus();
    write(typed);
    for (const name of ['text', 'who', 'byDate']) {
      const field = elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = '';
    }
    (elements.namedItem('text') as HTMLElement | null)?.focus();
  }

  /** Enter sends a line; Shift and Enter begin a new one. */
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    form.current?.requestSubmit();
  }

  return (
    <Form
      ref={form}
      method="post"
      action={action}
      className="recbox"
      onSubmit={send}
      aria-label="Write it down"
      noValidate
    >
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="step" value={step} />
      <fieldset className="seg">
        <legend className="vh">What is it?</legend>
        {meetingLineKinds.map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" value={kind} defaultChecked={kind === 'note'} />
            {inBrief[kind]}
          </label>
        ))}
      </fieldset>
      <div className="recbox-who">
        <label>
          Who?
          <input
            className="in"
            name="who"
            list="meeting-names"
            autoComplete="off"
            maxLength={120}
            aria-invalid={lacks?.field === 'who' ? true : undefined}
            aria-describedby={lacks?.field === 'who' ? 'recbox-lacks' : undefined}
          />
        </label>
        <label>
          By when?
          <input className="in" name="byDate" type="date" />
        </label>
        <datalist id="meeting-names">
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      <div className="recbox-line">
        <label htmlFor="recbox-text" className="vh">
          What was said, decided or promised?
        </label>
        <textarea
          id="recbox-text"
          className="in"
          name="text"
          rows={1}
          maxLength={2000}
          placeholder="Write it down. No student names."
          onKeyDown={onKeyDown}
          aria-invalid={lacks?.field === 'text' ? true : undefined}
          aria-describedby={lacks?.field === 'text' ? 'recbox-lacks' : undefined}
        />
        <button type="submit" className="btn">
          Add
        </button>
      </div>
      {lacks || refused ? (
        <p className="err" id="recbox-lacks" role="alert">
          {lacks?.sentence ?? `${refused?.sentence} You wrote: “${refused?.line.text}”`}
        </p>
      ) : null}
    </Form>
  );
}
