import type { RampPicture } from './ramp';
import { climbScene } from './ramp-climb';
import { emptyScene, levelColumn, type PlacedBand, type RampScene } from './ramp-parts';
import { staircaseScene } from './ramp-staircase';

/* A ramp as shapes and words with their places, for one width. */

/** Narrower than this, the ramp climbs up the page. */
const staircaseFrom = 600;
/** A column narrower than this holds no sentence. */
const narrowestColumn = 96;
/** How many columns all bands need side by side. */
function columnsOf(bands: readonly PlacedBand[]): number {
  return Math.max(...bands.map(({ column, band }) => column + band.steps.length));
}

/**
 * The bands from top to bottom. Those that branch late stand above those that branch early: so the line down to a
 * band never passes through another.
 */
export function placedBands({ bands }: RampPicture): PlacedBand[] {
  const [trunk, ...branches] = bands;
  if (!trunk) return [];
  const below = (placed: PlacedBand): PlacedBand[] => {
    const leaving = branches
      .map((band) => ({ band, position: placed.band.steps.findIndex(({ id }) => id === band.fromId) }))
      .filter(({ position }) => position >= 0)
      .sort((a, b) => b.position - a.position);
    return [
      placed,
      ...leaving.flatMap(({ band, position }) =>
        below({ band, column: placed.column + position + 1, from: { band: placed, position } }),
      ),
    ];
  };
  return below({ band: trunk, column: 0, from: null });
}

export function rampScene(picture: RampPicture, width: number): RampScene {
  const bands = placedBands(picture);
  if (bands.length === 0) return emptyScene(width);
  const columns = columnsOf(bands);
  const isNarrow = width < staircaseFrom || (width - levelColumn) / columns < narrowestColumn;
  return isNarrow ? climbScene(bands, width) : staircaseScene(bands, columns, width);
}
