/*
 * Widths of Atkinson Hyperlegible Next at weight 400, in thousandths of the font size, rounded up, so that a scene
 * can place words without a browser. Read from the font file that public/fonts serves.
 */
const groups: [number, string][] = [
  [160, "'"],
  [220, ',.:;'],
  [240, '|·‘’'],
  [260, '`ij'],
  [280, ' l'],
  [300, '!()'],
  [320, '"[f'],
  [340, 't'],
  [360, ']r{}'],
  [380, '-_'],
  [400, '/I\\“”'],
  [460, 'yz'],
  [480, '?sv'],
  [500, '*ckx'],
  [520, 'J–'],
  [540, 'aeu×'],
  [560, '<>FLT^ghno~'],
  [580, 'EYbdpq'],
  [600, '$PSV'],
  [620, '+BRZ£÷−'],
  [640, '=AKX'],
  [660, '#C'],
  [680, 'D…€'],
  [700, 'GHNUw'],
  [720, 'O'],
  [740, '&Q'],
  [780, '@'],
  [840, 'M—'],
  [860, 'Wm'],
  [920, '%'],
];

const widths = new Map(
  groups.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);
const digit = 635; // tabular figures share one width
const unknown = 700;
const boldness = 1.05;

const widthOf = (letter: string): number => (/\d/.test(letter) ? digit : (widths.get(letter) ?? unknown));

/** By character code, for what nearly every label is made of. */
const plain = Uint16Array.from({ length: 128 }, (_, code) => widthOf(String.fromCharCode(code)));

/** Width in px, never less than what is drawn. Letters with accents are as wide as their base letter. */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= plain.length) {
      thousandths += widthOfOther(text.slice(i));
      break;
    }
    thousandths += plain[code] as number;
  }
  return (thousandths / 1000) * size * (bold ? boldness : 1);
}

function widthOfOther(text: string): number {
  let thousandths = 0;
  for (const letter of text.normalize('NFD')) if (!/\p{Mn}/u.test(letter)) thousandths += widthOf(letter);
  return thousandths;
}
