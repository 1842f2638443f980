import { Meanings, Section } from './section';

/** Predictions, and when a chart may start anew. */
export function JudgmentSections() {
  return (
    <>
      <Section id="predictions" title="Predictions" note="We learn most when we are wrong">
        <Meanings
          of={[
            ['Range hit', 'Did what happened fall in your range? If you are well tuned, 8 of 10 do.'],
            [
              'Error',
              'What you expected minus what happened. We divide it by the usual step of your baseline, so that teams can be compared. Plus means too high.',
            ],
            ['Times too much', 'The change you expected, divided by the change that came.'],
            [
              'Yes or no',
              'When you give a chance, we score it (Brier score). 0 is perfect. A coin gets 0.25. Lower is better.',
            ],
          ]}
        />
      </Section>
      <Section id="rebase" title="A new phase" note="When a change is here to stay">
        <p>
          When the newest points make a shift of 8 or more, and the rules say so too, Upcurve may propose a
          new phase with a median of its own. It never starts one. A person does, with a name and a reason.
        </p>
        <p>
          If the shift is a worsening, the proposal says so: a new phase would draw the worse level as normal
          and hide it. Start one only if you know the cause and it will stay.
        </p>
      </Section>
    </>
  );
}
