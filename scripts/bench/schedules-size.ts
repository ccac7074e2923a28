/** How large the city of `schedules` is, and how long its search: small ones are for a try. */
export interface Size {
  readonly people: number;
  /** In which a common time is looked for. */
  readonly weeks: number;
}

export const SIZE_USAGE = '（schedules は [--people 1400] [--weeks 4] も）';
const LEAST_PEOPLE = 40;
const MOST_PEOPLE = 5_000;
/** Calendars are followed for nine weeks. */
const MOST_WEEKS = 8;

/** What was asked for, or the sentence that says what is wrong with it. */
export function readSize(name: string, values: { readonly people?: string; readonly weeks?: string }): Size | string {
  const [people, weeks] = [Number(values.people ?? 1_400), Number(values.weeks ?? 4)];
  const isGiven = values.people !== undefined || values.weeks !== undefined;
  if (isGiven && name !== 'schedules') return '--people と --weeks は schedules だけで使えます。';
  if (!(Number.isInteger(people) && people >= LEAST_PEOPLE && people <= MOST_PEOPLE))
    return `--people は ${LEAST_PEOPLE} から ${MOST_PEOPLE} までの整数にしてください。`;
  if (!(Number.isInteger(weeks) && weeks >= 1 && weeks <= MOST_WEEKS))
    return `--weeks は 1 から ${MOST_WEEKS} までの整数にしてください。`;
  return { people, weeks };
}
