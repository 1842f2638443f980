import { expect, test } from 'vitest';
import { decodeText, UnreadableFile } from '~/imports/decode';
import { maximumBytes } from '~/imports/file-problem';
import { bytesOf } from './files';

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\uFEFF' : ''), ...text].map((letter) => letter.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (littleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

test('UTF-8 is read with and without a byte order mark', () => {
  expect(decodeText(bytesOf('name,é'))).toEqual({ text: 'name,é', encoding: 'utf-8' });
  expect(decodeText(bytesOf('\uFEFFname,é'))).toEqual({ text: 'name,é', encoding: 'utf-8' });
});

test.each([
  [true, 'utf-16le'],
  [false, 'utf-16be'],
])(
  'UTF-16 is known by its mark, and by its zeros without one (little endian: %s)',
  (littleEndian, encoding) => {
    for (const mark of [true, false]) {
      const decoded = decodeText(utf16('Group,2016\r\nAñil,70.1\r\n', littleEndian, mark));
      expect(decoded).toEqual({ text: 'Group,2016\r\nAñil,70.1\r\n', encoding });
    }
  },
);

test('bytes that are not UTF-8 are read as Windows-1252', () => {
  const bytes = Uint8Array.from([...bytesOf('Peque'), 0xf1, ...bytesOf('os,'), 0x80, 0x35, 0x96, 0x36, 0x9f]);
  expect(decodeText(bytes)).toEqual({ text: 'Pequeños,€5–6Ÿ', encoding: 'windows-1252' });
});

test.each([
  [
    'a PDF renamed to .csv',
    bytesOf('%PDF-1.7\n1 0 obj'),
    'This is a PDF, not a table. Save it as CSV and try again.',
  ],
  ['a ZIP file', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), /Excel workbook or a ZIP file/],
  ['an old Excel file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /old Excel/],
  ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), /picture/],
  ['a gzip file', Uint8Array.from([0x1f, 0x8b, 8, 0]), /compressed/],
  ['bytes with zeros in them', Uint8Array.from([65, 44, 0, 66, 10, 67, 44, 68]), /not plain text/],
  ['control characters', Uint8Array.from([1, 2, 3, 4, 5, 6]), /not plain text/],
  ['a web page', bytesOf('<!DOCTYPE html><table>'), /web page/],
  ['an empty file', new Uint8Array(), 'This file is empty.'],
  ['a 40 MB file', new Uint8Array(40 * 1024 * 1024).fill(65), /is 40 MB. At most 10 MB/],
])('%s is refused with a sentence', (_, bytes, sentence) => {
  expect(() => decodeText(bytes)).toThrow(UnreadableFile);
  expect(() => decodeText(bytes)).toThrow(sentence);
});

test('a file of exactly the largest size is read', () => {
  expect(decodeText(new Uint8Array(maximumBytes).fill(65)).encoding).toBe('utf-8');
});
