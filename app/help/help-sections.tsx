import { PhaseTag } from '~/charts/phase-tag';
import { paths } from '~/paths';
import { Row } from '~/ui/page';
import { anchorOf, glossary } from './glossary';
import { Section } from './section';

const contents: [id: string, title: string][] = [
  ['start', 'How to get started'],
  ['what-a-cycle-is', 'What a cycle is'],
  ['kinds-of-measure', 'Three kinds of measure'],
  ['find', 'How to find things'],
  ['never', 'What is never stored'],
  ['keys', 'Keys'],
  ['words', 'The words we use'],
];

export function GettingStarted() {
  return (
    <Row
      id="start"
      title={<span id="start">How to get started</span>}
      side={
        <nav aria-label="On this page">
          <h2 className="sideh">On this page</h2>
          <ul className="stack-s">
            {contents.map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
            <li>
              <a href={paths.howWeReadCharts()}>How we read charts</a>
            </li>
            <li>
              <a href={paths.howWeJudgePractices()}>How we judge practices</a>
            </li>
          </ul>
        </nav>
      }
    >
      <div className="stack">
        <p className="lead">
          You need one idea, one question and one guess. That is enough for a first cycle.
        </p>
        <ol className="plain">
          <li>
            Open <a href={paths.teams()}>your team</a>, and press “Start a cycle”.
          </li>
          <li>
            Answer four questions: what you will try, what you want to find out, what you think will happen,
            and when you start.
          </li>
          <li>Try it small first. One classroom or one family is fine.</li>
          <li>Write what happened and what you learned.</li>
          <li>Decide together what comes next, and say why.</li>
        </ol>
        <p>
          Did you test something already? Write it down with “Log a finished test”. It takes one short page.
        </p>
        <p>
          Add a measure when you can. Then the chart shows what your cycles changed. You can paste numbers
          from a spreadsheet.
        </p>
      </div>
    </Row>
  );
}

export function TheCycle() {
  return (
    <Section id="what-a-cycle-is" title="What a cycle is" note="Plan, Do, Study, Act">
      <p>
        A cycle is one small test. You guess what will happen, you try it, you look, and you decide. Each
        cycle teaches you something, so the next one is better.
      </p>
      <dl className="def">
        <div>
          <dt>
            <PhaseTag phase="plan" />
          </dt>
          <dd>What will we try? What do we want to find out? What do we think will happen?</dd>
        </div>
        <div>
          <dt>
            <PhaseTag phase="do" />
          </dt>
          <dd>We try it. We write what happened, and what went another way than planned.</dd>
        </div>
        <div>
          <dt>
            <PhaseTag phase="study" />
          </dt>
          <dd>We put what happened beside our guess. What did we learn? For whom did it work?</dd>
        </div>
        <div>
          <dt>
            <PhaseTag phase="act" />
          </dt>
          <dd>We decide: keep it, change it, make it bigger, or stop. We write why.</dd>
        </div>
      </dl>
      <p>
        Nothing is locked. You can write in any order. A cycle is done when it has a Study, a decision and a
        reason.
      </p>
      <p>
        A test that does not work is not a failed cycle. Stopping for a good reason saves the next team the
        time.
      </p>
    </Section>
  );
}

export function KindsOfMeasure() {
  return (
    <Section id="kinds-of-measure" title="Three kinds of measure">
      <p>A team does well with three to eight measures, and at least one of each kind.</p>
      <dl className="def">
        {['Outcome measure', 'Process measure', 'Balancing measure'].map((word) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{meaningOf(word)}</dd>
          </div>
        ))}
      </dl>
      <p>
        Charts tell the usual ups and downs from a real change.{' '}
        <a href={paths.howWeReadCharts()}>How we read charts</a> says how.
      </p>
    </Section>
  );
}

const meaningOf = (word: string) =>
  glossary.flatMap(({ terms }) => terms).find((term) => term.word === word)?.meaning;

export function HowToFind() {
  return (
    <Section id="find" title="How to find things">
      <p>
        Press the magnifying glass at the top, and write a word or two. <a href={paths.search()}>Search</a>{' '}
        looks in teams, cycles, change ideas, measures, practices and indicators. It also looks in what teams
        learned and why they stopped.
      </p>
      <p>
        When you start a cycle, we look for you. As you write your idea, you see who tried something like it
        and what came of it. You can take over their plan with “Use this plan”.
      </p>
    </Section>
  );
}

export function NeverStored({ threshold }: { threshold: number }) {
  return (
    <Section id="never" title="What is never stored">
      <p>
        <b>No student names, and no student numbers.</b> We keep counts only: how many were found, reached and
        came to the end. When you paste a table, columns that look like names are left out.
      </p>
      <p>Please do not write a student’s name in a text either. Say “a 9th grader”, or “two families”.</p>
      <p>
        <b>Small groups are hidden.</b> Numbers of groups under {threshold} people are hidden from everybody
        who cannot edit them. So nobody can be picked out.
      </p>
      <p>Other communities see nothing of yours. Nothing here is sent to anybody else.</p>
    </Section>
  );
}

export function Glossary() {
  return (
    <Section id="words" title="The words we use" note="One word for one thing">
      {glossary.map(({ title, terms }) => (
        <div key={title} className="stack-s">
          <h3>{title}</h3>
          <dl className="def">
            {terms.map(({ word, meaning }) => (
              <div key={word} id={anchorOf(word)}>
                <dt>{word}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </Section>
  );
}
