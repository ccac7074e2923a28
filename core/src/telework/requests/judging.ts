import type { TeleworkFinding, TeleworkRequest, TeleworkRules, TeleworkVerdict } from '../../regulations/index.ts';
import { badInput, type LocalDate } from '../../shared/index.ts';
import type { Asking, Finding } from '../applications/kind.ts';
import { registrationOn } from '../registrations/store.ts';
import { spanOf } from '../working-time/span.ts';
import { type Around, around, commitmentsIn, type Judging, otherDays, timesOf } from './around.ts';
import type { TeleworkRequestInput } from './contract.ts';
import { datesOf, rangeOf } from './dates.ts';

/** One day as the rules of that day see it. */
export interface JudgedDay {
  readonly date: LocalDate;
  readonly rules: TeleworkRules;
  readonly verdict: TeleworkVerdict;
}

/** What the person has said as the rules take it; an empty line says nothing. */
const statedIn = ({ contact, tasks, reason }: TeleworkRequestInput): TeleworkRequest['stated'] => ({
  ...(contact === '' ? {} : { CONTACT: contact }),
  ...(tasks === '' ? {} : { TASKS: tasks }),
  ...(reason === '' ? {} : { REASON: reason }),
});

function requestOn(date: LocalDate, input: TeleworkRequestInput): TeleworkRequest {
  const { kind, span, time, place, networks, devices, information, breaks, overtime } = input;
  const said = { kind, span, time, place, networks, devices, information, breaks, overtime };
  return { date, ...said, stated: statedIn(input) };
}

/** A shift that goes on after midnight is no day of the rules: they then go by their own hours. */
function patternOn(date: LocalDate, { schedule }: Around) {
  const day = schedule(date);
  if (day.kind !== 'WORK' || day.shift.to > 24 * 60) return {};
  return { pattern: { ...timesOf(day.shift), breaks: day.shift.breaks.map(timesOf) } };
}

/** Each day by the rules in force on it, with those before it. */
export async function judgeEach(
  judging: Judging,
  asking: Asking,
  {
    input,
    today = asking.today,
    dates,
  }: { input: TeleworkRequestInput; today?: LocalDate; dates?: readonly LocalDate[] },
): Promise<{ days: JudgedDay[]; about: Around }> {
  const { regulations } = judging;
  const about = await around(judging, asking, rangeOf(input.when));
  const works = (date: LocalDate) => about.schedule(date).kind === 'WORK';
  const asked = dates ?? datesOf(input.when, works);
  const off = asked.find((date) => !works(date));
  if (off !== undefined && input.overtime !== 'ORDERED') throw badInput('telework.day_off', { date: off });
  const taken = otherDays(about.booked).filter(({ date }) => !asked.includes(date));
  const { municipalityId } = asking.tx;
  const days: JudgedDay[] = [];
  for (const date of asked) {
    const rules = regulations.teleworkOn({ municipalityId, day: date });
    const verdict = rules.judge({
      person: {
        ...{ employment: about.employment, units: about.units, reasons: input.reasons },
        registration: registrationOn(about.registrations, date),
      },
      request: requestOn(date, input),
      situation: {
        ...{ today, days: [...taken], commitments: commitmentsIn(about), switches: about.switches },
        ...patternOn(date, about),
      },
    });
    days.push({ date, rules, verdict });
    if (verdict.verdict !== 'REFUSED') taken.push({ date, span: input.span });
  }
  return { days, about };
}

const keyOf = ({ code, row, params }: TeleworkFinding): string => `${row ?? ''} ${code} ${JSON.stringify(params)}`;

/** The same finding of several days is one, with its days. */
export function findingsOf(days: readonly JudgedDay[]): Finding[] {
  const all = days.flatMap(({ date, rules, verdict }) => verdict.findings.map((found) => ({ date, rules, found })));
  return [...Map.groupBy(all, ({ found }) => keyOf(found)).values()].flatMap((same): Finding[] => {
    const [first] = same;
    if (!first) return [];
    const { rules, found } = first;
    const { severity, code, article, sentence: rule, ask } = found;
    const sentence = { ja: rules.sentence(found, 'ja'), en: rules.sentence(found, 'en') };
    return [{ severity, code, sentence, rule, article, ask: ask.name, dates: same.map(({ date }) => date) }];
  });
}

/** When of the day is asked for; null: all of it. */
export function spanIn({ span }: TeleworkRequestInput, { time }: TeleworkVerdict) {
  return span === 'DAY' || time === null ? null : spanOf(time);
}
