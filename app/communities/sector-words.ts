import { type Sector, sectors } from '#db/vocabulary';

/** "higher education" → "Higher education" */
export const capital = (sector: Sector) => sector.charAt(0).toUpperCase() + sector.slice(1);

export const sectorOptions = sectors.map((sector) => ({ value: sector, label: capital(sector) }));
