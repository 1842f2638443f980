import { FigureTable } from './figure-table';
import { Scrolled, Section } from './section';
import {
  byEffect,
  byTeams,
  cautious,
  effectSteps,
  effects,
  falseVotes,
  firstLibrary,
  ladder,
  libraries,
  practiceSeed,
  practices,
  reachedTiers,
  teamSteps,
  tierNames,
  worlds,
} from './simulated-practices';

const columns = ladder.map((tier) => (tier === 'Held' ? 'Held' : `${tier} or above`));
const span = ([from, to]: readonly number[]) => `${from} to ${to}`;

const tried = [
  ['plain', 'Each point by itself'],
  ['leaning', `Each leans on the one before (${worlds.leaning.correlation})`],
  ['dipping', `Teams begin after three bad weeks (up to ${worlds.dipping.dip} sigma)`],
  ['rising', `All measures rise by themselves (${worlds.rising.trend} sigma in ten points)`],
] as const;

const REPLICATED = ladder.indexOf('Replicated');
const MOST_INERT = 2; // percent, kept by tests/practices/simulations.test.ts
const replicated = (percent: readonly number[]) => percent[REPLICATED] ?? 0;

/** Against what we ask for. */
function inertWords({ inert }: { inert: readonly number[] }, which = ''): string {
  const share = replicated(inert);
  return share <= MOST_INERT
    ? `${share}% ${which}reach Replicated. We ask for at most ${MOST_INERT}%.`
    : `${share}% ${which}reach Replicated. That is more than the ${MOST_INERT}% we ask for.`;
}

/** Whole libraries of practices made by chance, and what the rules say of them. */
export function PracticeSimulation() {
  return (
    <>
      <Section
        id="tried-out"
        title="Are the rules fooled?"
        note="We made practices that do nothing, and looked at how far they get"
      >
        <p>
          We made {libraries} libraries of {practices} practices by chance. Half of each do nothing at all.
          The other half move a measure by {effects.from} to {effects.to} times its usual spread (sigma). Each
          has 1 to 12 teams from up to 4 organizations, each team 1 to 3 measures of 12 to 60 points: half of
          them measurements, half shares of 20 to 60 people. Then the very functions that read your library
          read these.
        </p>
        <FirstLibrary />
        <FigureTable
          caption={`How far practices get, percent of ${(libraries * practices) / 2} each`}
          corner="Practices"
          columns={columns}
          rows={[
            { name: 'That do nothing', figures: reachedTiers.plain.inert },
            { name: 'That do something', figures: reachedTiers.plain.real },
          ]}
        />
        <p>
          Of the practices that do nothing, {inertWords(reachedTiers.plain)} Many that do something stay
          below: with one or two teams nobody can be sure.
        </p>
        <FigureTable
          caption="Practices that do something, by how many teams use them, percent"
          corner="Teams"
          columns={columns}
          rows={teamSteps.map((step, index) => ({ name: span(step), figures: byTeams.real[index] ?? [] }))}
        />
        <FigureTable
          caption="Practices with three teams or more, by how far they move a measure, percent"
          corner="Sigma"
          columns={columns}
          rows={effectSteps.map((step, index) => ({ name: span(step), figures: byEffect[index] ?? [] }))}
        />
      </Section>
      <Section id="cannot-see" title="What they cannot see" note="A rise that would have come anyway">
        <p>
          The rules compare after with before. So they take whatever else changed for the practice. We tried
          three ways in which numbers deceive:
        </p>
        <FigureTable
          caption="Practices that do nothing: how far they get, percent"
          corner="The world"
          columns={columns}
          rows={tried.map(([name, words]) => ({ name: words, figures: reachedTiers[name].inert }))}
        />
        <FigureTable
          caption="Votes on practices that do nothing, percent of votes"
          corner="The world"
          columns={['Improved', 'Worsened']}
          rows={tried.map(([name, words]) => ({ name: words, figures: falseVotes[name] }))}
        />
        <p>
          Leaning points and a bad week before the start fool single votes. They do not fool three teams in
          two organizations. But when every number in town rises by itself, teams that begin anything seem to
          succeed. Then {inertWords(reachedTiers.rising, 'of the practices that do nothing ')} So before you
          spread a practice, look at the run chart: was the line rising before the change? Teams that do not
          use the practice yet are the better comparison.
        </p>
        <p>
          We propose a stricter rule. It is not in use: no verdict, vote or tier in Upcurve follows it. An
          improvement would count only if the points after are also better than the newer half of the
          baseline. A rise that was on its way before the change would then count less.
        </p>
        <FigureTable
          caption="With the proposed rule: how far practices get, percent"
          corner="The world"
          columns={columns}
          rows={tried.flatMap(([name, words]) => [
            { name: `${words}: do nothing`, figures: cautious[name].inert },
            { name: `${words}: do something`, figures: cautious[name].real },
          ])}
        />
        <p>
          In a rising world {replicated(cautious.rising.inert)}% of the practices that do nothing would reach
          Replicated, instead of {replicated(reachedTiers.rising.inert)}%. But it costs true findings: of the
          practices that do something, where nothing else goes on, {replicated(cautious.plain.real)}% would
          get there instead of {replicated(reachedTiers.plain.real)}%. So we have not made it the rule.
        </p>
        <p className="soft">Seed {practiceSeed}. The tables are made again by one command.</p>
      </Section>
    </>
  );
}

function FirstLibrary() {
  const caption = `The first of these libraries: ${practices} practices by tier`;
  return (
    <Scrolled label={caption}>
      <table className="tbl">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Practices</th>
            {tierNames.map((tier) => (
              <th key={tier} scope="col" className="r">
                {tier}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(
            [
              ['That do nothing', firstLibrary.inert],
              ['That do something', firstLibrary.real],
            ] as const
          ).map(([name, counts]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {tierNames.map((tier, index) => (
                <td key={tier} className="r">
                  {counts[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
