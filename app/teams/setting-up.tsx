import { paths } from '~/paths';

export interface SetUp {
  hasPeople: boolean;
  hasAim: boolean;
  hasMeasure: boolean;
  hasCycle: boolean;
}

/** Which of the steps a person may do themselves. */
export interface SetUpRights {
  choosePeople: boolean;
  edit: boolean;
  writeMeasures: boolean;
  writeCycles: boolean;
}

const stepsOf = (teamId: string, setUp: SetUp, may: SetUpRights) => [
  {
    isDone: setUp.hasPeople,
    mayDo: may.choosePeople,
    title: 'Bring the people together',
    words: 'Three or four are enough.',
    href: paths.teamPeople(teamId),
  },
  {
    isDone: setUp.hasAim,
    mayDo: may.edit,
    title: 'Write your aim',
    words: 'One sentence. You can change it later.',
    href: `${paths.editTeam(teamId)}#aim-row`,
  },
  {
    isDone: setUp.hasMeasure,
    mayDo: may.writeMeasures,
    title: 'Choose one measure',
    words: 'A number you can get every week.',
    href: paths.newMeasure(teamId),
  },
  {
    isDone: setUp.hasCycle,
    mayDo: may.writeCycles,
    title: 'Plan a first test',
    words: 'One idea, one student, this week.',
    href: paths.newCycle(teamId),
  },
];

export const isSettingUp = (setUp: SetUp) => !Object.values(setUp).every(Boolean);

/** The four steps of a new team: each a link for who may do it, and the next of those as the button of the page. */
export function SettingUp({ teamId, setUp, may }: { teamId: string; setUp: SetUp; may: SetUpRights }) {
  const steps = stepsOf(teamId, setUp, may);
  const done = steps.filter((step) => step.isDone).length;
  const next = steps.find((step) => !step.isDone);
  const button = steps.find((step) => !step.isDone && step.mayDo);
  return (
    <div className="stack">
      <progress className="pb" value={done} max={steps.length} aria-label="Setting up the team" />
      <p className="small soft">
        {done} of {steps.length} done. You can stop at any time. We keep what you write.
      </p>
      <ol className="checklist">
        {steps.map((step) => (
          <li
            key={step.title}
            className={step.isDone ? 'done' : step === next ? 'now' : undefined}
            aria-current={step === next ? 'step' : undefined}
          >
            {step.mayDo && !step.isDone ? <a href={step.href}>{step.title}</a> : step.title}
            {step.isDone ? <span className="vh"> (done)</span> : null}
            <p className="hint">{step.words}</p>
          </li>
        ))}
      </ol>
      {button ? (
        <div className="btns">
          <a className="btn" href={button.href}>
            {button.title}
          </a>
        </div>
      ) : null}
    </div>
  );
}

const climb = [
  ['1 student', 'Try it with one student. See what breaks.'],
  ['1 classroom', 'Fix it, then try it with one class.'],
  ['1 school', 'Does it hold with other adults?'],
  ['District', 'Make it how things are done.'],
] as const;

/** A ramp that is not built yet: how tests grow. */
export function GhostRamp() {
  return (
    <ol className="thread">
      {climb.map(([title, words]) => (
        <li key={title} className="off">
          <h3>{title}</h3>
          <p className="small soft">{words}</p>
        </li>
      ))}
    </ol>
  );
}
