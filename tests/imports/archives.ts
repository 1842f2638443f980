import { crc32, deflateRawSync } from 'node:zlib';

/** One file inside a ZIP file, and what is told of it, true or not. */
interface Part {
  name: string;
  contents: string | Buffer;
  /** Unix mode; a link to another file is 0o120777. */
  mode?: number;
  isEncrypted?: boolean;
  /** The size the ZIP file says it has once unpacked. */
  declared?: number;
}

/** A ZIP file made by hand, so that it can also tell lies. */
export function zip(parts: Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, contents, mode = 0o100644, isEncrypted = false, declared } of parts) {
    const raw = Buffer.from(contents);
    const packed = deflateRawSync(raw);
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(isEncrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared ?? raw.length, 18);
    common.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, label, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    const version = Buffer.from([20, 3]);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), version, common, tail, label]));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  const size = directory.reduce((sum, one) => sum + one.length, 0);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from('PK\u0005\u0006'), end]);
}

const relationship = (id: number, target: string) =>
  `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="${target}"/>`;

/** The parts of a workbook; each sheet is the XML of its rows. */
export function workbookParts(
  sheets: { name: string; rows: string; state?: string }[],
  { properties = '', styles = '', strings = '' } = {},
): Part[] {
  const numbered = sheets.map((sheet, index) => ({ ...sheet, id: index + 1 }));
  return [
    {
      name: 'xl/workbook.xml',
      contents: `<workbook xmlns:r="x">${properties}<sheets>${numbered
        .map(
          ({ name, id, state }) =>
            `<sheet name="${name}" sheetId="${id}" ${state ? `state="${state}"` : ''} r:id="rId${id}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      contents: `<Relationships>${numbered.map(({ id }) => relationship(id, `worksheets/sheet${id}.xml`)).join('')}</Relationships>`,
    },
    ...(styles ? [{ name: 'xl/styles.xml', contents: styles }] : []),
    ...(strings ? [{ name: 'xl/sharedStrings.xml', contents: strings }] : []),
    ...numbered.map(({ id, rows }) => ({
      name: `xl/worksheets/sheet${id}.xml`,
      contents: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    })),
  ];
}

export const text = (place: string, words: string) =>
  `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
export const number = (place: string, value: string, style = 0) =>
  `<c r="${place}" s="${style}"><v>${value}</v></c>`;
