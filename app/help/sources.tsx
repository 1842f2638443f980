import { Meanings, Section } from './section';
import { seed, series } from './simulated';

const sources: [what: string, where: string][] = [
  [
    'Anhøj rules',
    'Anhøj & Olesen 2014, doi 10.1371/journal.pone.0113825; Anhøj & Wentzel-Larsen 2020, doi 10.1371/journal.pone.0233920',
  ],
  ['Longest run', 'Schilling 2012, Math Horizons 19(4)'],
  [
    'IHI rules',
    'Perla, Provost & Murray 2011, BMJ Quality & Safety 20:46; Provost & Murray, The Health Care Data Guide',
  ],
  ['Numbers of runs', 'Swed & Eisenhart 1943, Annals of Mathematical Statistics 14:66; computed, not copied'],
  ['NHS rules', 'NHS England, Making Data Count; checked against the R package NHSRplotthedots'],
  ['Western Electric', 'Statistical Quality Control Handbook, 1956; checked against the R package qcc'],
  ['Nelson rules', 'Nelson 1984, Journal of Quality Technology 16:237'],
  [
    'Limits',
    'Montgomery, Statistical Quality Control; screening: Nelson 1982, Journal of Quality Technology 14(3)',
  ],
  ['p′ and u′', 'Laney 2002, Quality Engineering 14(4)'],
  ['t chart', 'Nelson 1994, Journal of Quality Technology 26:207'],
  ['Rank test', 'Mann & Whitney 1947, Annals of Mathematical Statistics 18:50'],
  ['Gaps', 'Newcombe 1998, Statistics in Medicine 17:873; Zou & Donner 2008, Statistics in Medicine 27:1693'],
  ['Yearly trends', 'Public Health England, Fingertips technical guidance: trend markers'],
  ['Margins of error', 'U.S. Census Bureau, Instructions for applying statistical testing to ACS data'],
  ['Yes or no predictions', 'Brier 1950, Monthly Weather Review 78:1'],
];

/** Where each method comes from, and how the tables were made. */
export function Sources() {
  return (
    <Section id="sources" title="Where this comes from" note="Methods others have published and checked">
      <Meanings of={sources} />
      <p>
        Charts are checked against the R packages qicharts2, qcc, NHSRplotthedots and runchart. The tables on
        this page come from our own simulation with the very functions that read your charts:{' '}
        {series.toLocaleString('en-US')} series behind each number, from one fixed seed ({seed}). Numbers near
        5 are right to within 0.3, numbers near 50 to within 0.7, 19 times in 20.
      </p>
    </Section>
  );
}
