/** How large the world of a measurement is: small ones are for a try. */
export interface Size {
  /** People of the city of `schedules`. */
  readonly people: number;
  /** In which a common time is looked for. */
  readonly weeks: number;
  /** Documents of `records`; its parts take of it what they need. */
  readonly documents: number;
  /** Parts of `records`; none means all. */
  readonly only: readonly string[];
}

interface Given {
  readonly people?: string;
  readonly weeks?: string;
  readonly documents?: string;
  readonly only?: string;
}

export const SIZE_USAGE =
  '（schedules は [--people 1400] [--weeks 4]、records は [--documents 200000] [--only number,search] も）';
const LEAST_PEOPLE = 40;
const MOST_PEOPLE = 5_000;
/** Calendars are followed for nine weeks. */
const MOST_WEEKS = 8;
const LEAST_DOCUMENTS = 200;
const MOST_DOCUMENTS = 1_000_000;

const within = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** What was asked for, or the sentence that says what is wrong with it. */
export function readSize(name: string, values: Given, parts: readonly string[] = []): Size | string {
  const [people, weeks] = [Number(values.people ?? 1_400), Number(values.weeks ?? 4)];
  const documents = Number(values.documents ?? 200_000);
  const only = (values.only ?? '').split(',').filter((part) => part !== '');
  if (name !== 'schedules' && (values.people !== undefined || values.weeks !== undefined))
    return '--people と --weeks は schedules だけで使えます。';
  if (name !== 'records' && (values.documents !== undefined || values.only !== undefined))
    return '--documents と --only は records だけで使えます。';
  if (!within(people, LEAST_PEOPLE, MOST_PEOPLE))
    return `--people は ${LEAST_PEOPLE} から ${MOST_PEOPLE} までの整数にしてください。`;
  if (!within(weeks, 1, MOST_WEEKS)) return `--weeks は 1 から ${MOST_WEEKS} までの整数にしてください。`;
  if (!within(documents, LEAST_DOCUMENTS, MOST_DOCUMENTS))
    return `--documents は ${LEAST_DOCUMENTS} から ${MOST_DOCUMENTS} までの整数にしてください。`;
  const unknown = only.filter((part) => !parts.includes(part));
  if (unknown.length > 0) return `「${unknown.join('、')}」という部分はありません。あるもの：${parts.join('、')}`;
  return { people, weeks, documents, only };
}
