import { Link, useNavigate } from '@remix-run/react';
import { useEffect } from 'react';
import { paths } from '~/paths';
import { type Step, stepBeside, steps, stepWords } from './steps';

/** The steps of the meeting along the top; the arrow keys of a projector's keyboard move between them. */
export function StepBar({
  teamId,
  step,
  counts,
}: {
  teamId: string;
  step: Step;
  counts: Partial<Record<Step, number>>;
}) {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : null;
      const isTyping = at?.closest('input, textarea, select, [contenteditable], summary') != null;
      if (isTyping || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const next = stepBeside(step, event.key);
      if (next) navigate(paths.meeting(teamId, next));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate, teamId, step]);
  return (
    <nav className="meetsteps" aria-label="Steps of the meeting">
      <ol>
        {steps.map((one) => (
          <li key={one}>
            <Link to={paths.meeting(teamId, one)} aria-current={one === step ? 'step' : undefined}>
              {stepWords[one]}
              {counts[one] ? <span> {counts[one]}</span> : null}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
