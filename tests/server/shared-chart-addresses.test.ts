import { expect, test } from 'vitest';
import { withoutTokens } from '~/http/log';
import { isSharedChart } from '~/server/app';

const token = 'Ab_-'.repeat(10);

test('the addresses of a shared chart, and no others, may be framed', () => {
  for (const path of [
    `/embed/${token}`,
    `/embed/${token}/`,
    `/embed/${token}/chart.svg`,
    `/embed/${token}/chart.png`,
  ]) {
    expect(isSharedChart(path), path).toBe(true);
  }
  for (const path of [
    '/embed',
    '/embed/',
    `/embed/${token}.data`,
    `/embed/${token}/chart.svg.data`,
    `/embed/${token}/other`,
    `/x/embed/${token}`,
    `//embed/${token}`,
    '/teams',
    '/',
  ]) {
    expect(isSharedChart(path), path).toBe(false);
  }
});

test('no token of a link stands in a line of the log', () => {
  expect(withoutTokens(`/embed/${token}/chart.png?chart=p`)).toBe('/embed/…/chart.png?chart=p');
  expect(withoutTokens(`/welcome/${token}`)).toBe('/welcome/…');
  expect(withoutTokens(`/bright-spot/${token}`)).toBe('/bright-spot/…');
  // A team's own page of it has an id, which opens nothing by itself.
  expect(withoutTokens('/teams/t/bright-spots/s/links')).toBe('/teams/t/bright-spots/s/links');
  expect(withoutTokens('/teams/1/measures/2')).toBe('/teams/1/measures/2');
});
