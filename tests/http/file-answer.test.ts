import { expect, test } from 'vitest';
import { askedAgain, fileAnswer, fileName } from '~/http/file-answer';

const asked = (tag?: string) =>
  new Request('http://localhost/x', tag ? { headers: { 'if-none-match': tag } } : {});
const file = (source: string, more: Partial<Parameters<typeof fileAnswer>[1]> = {}) => ({
  type: 'text/csv; charset=utf-8',
  cache: askedAgain,
  source,
  body: () => source,
  ...more,
});

test('a file is sent once: who has the newest gets 304 and no body', async () => {
  const first = await fileAnswer(asked(), file('a'));
  const tag = first.headers.get('etag') ?? '';
  expect([first.status, await first.text()]).toEqual([200, 'a']);
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  let made = 0;
  const body = () => {
    made += 1;
    return 'a';
  };
  for (const known of [tag, `"x", ${tag}`, tag.replace('W/', ''), '*']) {
    const again = await fileAnswer(asked(known), file('a', { body }));
    expect([again.status, await again.text()], known).toEqual([304, '']);
    expect(again.headers.get('etag')).toBe(tag);
    expect(again.headers.get('cache-control')).toBe('private, no-cache');
  }
  expect(made).toBe(0);
  expect((await fileAnswer(asked(tag), file('b'))).status).toBe(200);
});

test('a file has its name in plain letters and in its own', async () => {
  const shown = await fileAnswer(asked(), file('a', { name: 'Días “presentes”, 90%.csv' }));
  expect(shown.headers.get('content-disposition')).toBe(
    'inline; filename="Dias -presentes- 90-.csv"; filename*=UTF-8\'\'D%C3%ADas%20%E2%80%9Cpresentes%E2%80%9D%2C%2090%25.csv',
  );
  const saved = await fileAnswer(asked(), file('a', { name: 'a.csv', isDownload: true }));
  expect(saved.headers.get('content-disposition')).toBe(
    'attachment; filename="a.csv"; filename*=UTF-8\'\'a.csv',
  );
});

test('no name of a thing breaks a header or leaves its folder', async () => {
  for (const name of [
    '../../etc/passwd',
    'a\r\nSet-Cookie: x=1',
    '\uD800',
    '‮gpj.exe',
    '"; x="',
    '',
    '😀'.repeat(500),
  ]) {
    const saved = await fileAnswer(asked(), file('a', { name: fileName([name], 'csv'), isDownload: true }));
    const said = saved.headers.get('content-disposition') ?? '';
    expect(said).toMatch(/^attachment; filename="[\w .()-]+\.csv"; filename\*=UTF-8''[\w.%~!-]+$/);
    expect(decodeURIComponent(said.split("''")[1] ?? '')).not.toMatch(/[\\/\r\n"]|\.\.|‮/);
    expect([...fileName([name], 'csv')].length).toBeLessThanOrEqual(125);
  }
  expect(fileName(['School days attended', 'Nov 30 2026'], 'png')).toBe(
    'School days attended Nov 30 2026.png',
  );
});
