import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/*
 * SVG to PNG. Drawing and packing one takes some 100 ms of work, so it is done in a thread of its own: the server goes
 * on answering meanwhile. The thread is a few lines and one package, and needs no second bundle.
 */

const require = createRequire(import.meta.url);
const faces = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'];
const fontFiles = () =>
  faces.map((face) =>
    require.resolve(
      `@expo-google-fonts/atkinson-hyperlegible-next/${face}/AtkinsonHyperlegibleNext_${face}.ttf`,
    ),
  );

const thread = `
const { parentPort, workerData } = require('node:worker_threads');
const { Resvg } = require(workerData.resvg);
parentPort.on('message', ({ id, svg, options }) => {
  try {
    parentPort.postMessage({ id, png: new Resvg(svg, options).render().asPng() });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) });
  }
});`;

/** Twice the size of the drawing, with our own font and no other: the same picture on every machine. */
const options = () => ({
  fitTo: { mode: 'zoom', value: 2 },
  font: {
    loadSystemFonts: false,
    fontFiles: fontFiles(),
    defaultFontFamily: 'Atkinson Hyperlegible Next',
  },
});

interface Answer {
  id: number;
  png?: Uint8Array<ArrayBuffer>;
  error?: string;
}
interface Waiting {
  resolve(png: Uint8Array<ArrayBuffer>): void;
  reject(error: Error): void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let count = 0;

/** Pictures asked for lately: a shared one is asked for again and again. */
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
const mostKept = 20;

/** @throws Error where the SVG cannot be drawn. */
export function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const key = createHash('sha256').update(svg).digest('base64');
  const known = kept.get(key);
  if (known !== undefined) return known;
  const png = drawn(svg);
  kept.set(key, png);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '');
  png.catch(() => kept.delete(key));
  return png;
}

function drawn(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  worker ??= start();
  const id = ++count;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker?.postMessage({ id, svg, options: options() });
  });
}

function start(): Worker {
  const started = new Worker(thread, {
    eval: true,
    workerData: { resvg: require.resolve('@resvg/resvg-js') },
  });
  // It waits for work; it keeps no process alive.
  started.unref();
  started.on('message', ({ id, png, error }: Answer) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (png) asked?.resolve(png);
    else asked?.reject(new Error(error ?? 'The picture could not be drawn.'));
  });
  started.on('error', (error) => {
    worker = undefined;
    for (const { reject } of waiting.values())
      reject(error instanceof Error ? error : new Error(String(error)));
    waiting.clear();
  });
  return started;
}
