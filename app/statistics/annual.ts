// What may be said of a yearly indicator, by how many years it has (statistics.md § 6).

export type AnnualReading = 'intervals' | 'trend' | 'runs' | 'charts';

export interface AnnualPlan {
  reading: AnnualReading;
  /** in words, for the page */
  reason: string;
  /** trial limits may be switched on, dashed and labelled */
  mayTrialLimits: boolean;
}

const TREND_FROM = 5; // Fingertips trend markers
const RUNS_FROM = 10; // statistics.md § 5: run analysis from 10 useful points
const CHARTS_FROM = 12; // statistics.md § 6
const TRIAL_LIMITS_FROM = 6; // statistics.md § 6

/** How to read an indicator with `years` yearly figures. */
export function planAnnual(years: number): AnnualPlan {
  const mayTrialLimits = years >= TRIAL_LIMITS_FROM && years < CHARTS_FROM;
  if (years < TREND_FROM) {
    const reason = `${years} years: intervals, and the first against the last; too few for a trend.`;
    return { reading: 'intervals', reason, mayTrialLimits };
  }
  if (years < RUNS_FROM) {
    const reason = `${years} years: intervals, the median, and a trend test over the last five; too few for run rules.`;
    return { reading: 'trend', reason, mayTrialLimits };
  }
  if (years < CHARTS_FROM) {
    return {
      reading: 'runs',
      reason: `${years} years: run rules about the median; too few for limits.`,
      mayTrialLimits,
    };
  }
  return { reading: 'charts', reason: `${years} years: charted as any series.`, mayTrialLimits };
}
