import { useEffect, useState } from 'react';
import { keys, keysAreOff, turnKeys } from '~/ui/keys';
import { Section } from './section';

/** The keys of the app, and the switch that turns them off on this device. */
export function KeysSection() {
  const [isOn, setIsOn] = useState<boolean | null>(null);
  useEffect(() => setIsOn(!keysAreOff()), []);
  return (
    <Section id="keys" title="Keys" note="They do nothing while you write">
      <dl className="def">
        {keys.map(([pressed, meaning]) => (
          <div key={pressed}>
            <dt>
              {pressed.split(' ').map((key, position) => (
                <span key={key}>
                  {position > 0 ? ' then ' : ''}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {isOn === null ? null : (
        <label className="opt">
          <input
            type="checkbox"
            checked={isOn}
            onChange={(event) => {
              turnKeys(event.target.checked);
              setIsOn(event.target.checked);
            }}
          />
          <span>Use these keys on this device</span>
        </label>
      )}
      <p>
        Tab goes from one thing to the next. Enter opens it. On a chart, the arrow keys go from point to
        point.
      </p>
    </Section>
  );
}
