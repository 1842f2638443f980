import { isValid, parseISO } from 'date-fns';

export interface ReadHolidays {
  /** In order, each once. */
  days: string[];
  /** One sentence for each line that is no date, naming the line. */
  problems: string[];
}

/** Days off as people type them: one date a line. Empty lines are skipped. */
export function readHolidays(typed: string): ReadHolidays {
  const days = new Set<string>();
  const problems: string[] = [];
  for (const [position, line] of typed.split(/\r\n|\r|\n/).entries()) {
    const day = line.trim();
    if (day === '') continue;
    if (isDay(day)) days.add(day);
    else problems.push(`Line ${position + 1}: “${day.slice(0, 40)}” is no date. Write it like 2026-11-26.`);
  }
  return { days: [...days].sort(), problems };
}

const isDay = (text: string) => /^(19|20)\d{2}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text));
