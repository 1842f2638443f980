import { inflateSync } from 'node:zlib';

export interface Pixels {
  width: number;
  height: number;
  /** [red, green, blue, alpha] of a pixel. */
  at(x: number, y: number): [number, number, number, number];
  /** How many pixels have each color, as "r,g,b,a". */
  counts(): Map<string, number>;
}

/** Reads a PNG of eight bits and four channels, as ours are. Source: PNG specification, sections 9 and 11. */
export function pixelsOf(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  if (bytes.subarray(1, 4).toString('latin1') !== 'PNG') throw new Error('This is no PNG.');
  const [width, height, depth, kind] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[24], bytes[25]];
  if (depth !== 8 || kind !== 6) throw new Error(`${depth} bits of kind ${kind} are not read here.`);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const packed = inflateSync(Buffer.concat(parts));
  const stride = width * 4;
  const lines = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x >= 4 ? (lines[y * stride + x - 4] ?? 0) : 0;
      const above = y > 0 ? (lines[(y - 1) * stride + x] ?? 0) : 0;
      const corner = x >= 4 && y > 0 ? (lines[(y - 1) * stride + x - 4] ?? 0) : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0] ?? 0;
      lines[y * stride + x] = ((packed[y * (stride + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  const at = (x: number, y: number) =>
    [...lines.subarray(y * stride + x * 4, y * stride + x * 4 + 4)] as [number, number, number, number];
  return {
    width,
    height,
    at,
    counts: () => {
      const counts = new Map<string, number>();
      for (let i = 0; i < lines.length; i += 4) {
        const color = lines.subarray(i, i + 4).join(',');
        counts.set(color, (counts.get(color) ?? 0) + 1);
      }
      return counts;
    },
  };
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}
