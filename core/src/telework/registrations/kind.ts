import { personOf } from '../../directory/index.ts';
import type { RegistrationVerdict, Regulations } from '../../regulations/index.ts';
import { addDays, badInput, type LocalDate, localDateOf, wareki } from '../../shared/index.ts';
import type { ApplicationKind, Asking, Finding, Judged, Moved } from '../applications/kind.ts';
import { switchesWithin } from '../disaster/switches.ts';
import { employmentsOf } from '../hours/hours-of.ts';
import { unitCodes } from '../requests/around.ts';
import { factsOfDays, papersOf, remarkRow } from '../requests/papers.ts';
import { namesOf } from '../requests/words.ts';
import { type RegistrationInput, RegistrationInputSchema } from './contract.ts';
import { cancelRegistration, type Registration, registrationOn, registrationsOf, saveRegistration } from './store.ts';

type Rules = ReturnType<Regulations['teleworkOn']>;

const EARLIEST_DAYS = 60;

const APPLIES = '次のとおりテレワークの利用者登録を受けたいので、申請します。';
const SORTS = {
  FIRST: { name: '新規', title: 'テレワーク利用者登録申請', proposal: APPLIES },
  RENEWAL: { name: '更新', title: 'テレワーク利用者登録更新申請', proposal: APPLIES },
  CHANGE: {
    name: '変更',
    title: 'テレワーク利用者登録変更届',
    proposal: '次のとおりテレワークの利用者登録の内容を変更したいので、届け出ます。',
  },
} as const;

/** 新規・更新・変更: whoever is registered and does not renew says what has changed. */
async function sortOf({ tx, actor, today }: Asking, { renewal }: RegistrationInput) {
  if (renewal) return SORTS.RENEWAL;
  return registrationOn(await registrationsOf(tx, actor.staffId), today) ? SORTS.CHANGE : SORTS.FIRST;
}

/** From when on a renewal may be asked for. */
export const renewableFrom = ({ remindFrom, until }: Registration): LocalDate =>
  remindFrom ?? addDays(until, -EARLIEST_DAYS);

/** The day from which it is to count: a renewal the day after the present one. @throws bad-input `telework.renewal_not_due` */
async function startOf({ tx, actor, today }: Asking, { renewal }: RegistrationInput): Promise<LocalDate> {
  if (!renewal) return today;
  const current = registrationOn(await registrationsOf(tx, actor.staffId), today);
  if (!current || current.until < today) return today;
  const from = renewableFrom(current);
  if (today < from) throw badInput('telework.renewal_not_due', { from });
  return addDays(current.until, 1);
}

const findingsIn = ({ findings }: RegistrationVerdict, rules: Rules): Finding[] =>
  findings.map((found) => ({
    ...{ severity: found.severity, code: found.code, article: found.article, rule: found.sentence },
    sentence: { ja: rules.sentence(found, 'ja'), en: rules.sentence(found, 'en') },
    ...{ ask: found.ask.name, dates: [] },
  }));

function rowsOf(asking: Asking, input: RegistrationInput, { from, until, rules, kind }: Lasting): [string, string][] {
  const { unitName, postTitle, name } = personOf(asking.actor);
  const { policy } = rules;
  const devices = input.devices.map(({ device, name: model }) => {
    return `${namesOf(policy, 'devices', [device])}${model === '' ? '' : `（${model}）`}`;
  });
  const places = input.places.map(({ place }) => place);
  const all: [string, string][] = [
    ['申請者', `${unitName} ${postTitle} ${name}`],
    ['申請の日', wareki(asking.today)],
    ['区分', kind],
    ['有効期間', `${wareki(from)}（承認がその後なら承認の日）から${until === null ? '' : `${wareki(until)}まで`}`],
    ['場所', namesOf(policy, 'places', places)],
    [
      '住所・連絡先',
      '個人情報のため、この文書には書きません。申請者はタブの「勤務」で、所属長と人事担当は「部下の勤務」「締め」の申請者の画面で見られます。',
    ],
    ['端末', devices.join('\n')],
    ['事由', namesOf(policy, 'reasons', input.reasons)],
  ];
  return all.filter(([, value]) => value !== '');
}

interface Lasting {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly rules: Rules;
  /** 新規・変更・更新 */
  readonly kind: string;
}

async function judge(regulations: Regulations, asking: Asking, input: RegistrationInput): Promise<Judged> {
  const { tx, actor, there } = asking;
  const from = await startOf(asking, input);
  const rules = regulations.teleworkOn({ municipalityId: tx.municipalityId, day: from });
  const [employments, switches, today] = await Promise.all([
    employmentsOf(tx, [actor.staffId], asking.today),
    switchesWithin(tx, { from, until: from }),
    regulations.today(tx),
  ]);
  const employment = employments.get(actor.staffId) ?? 'REGULAR';
  const places = [...new Set(input.places.map(({ place }) => place))];
  const devices = [...new Set(input.devices.map(({ device }) => device))];
  const person = { employment, units: unitCodes(there, actor), reasons: input.reasons };
  const verdict = rules.judgeRegistration({ person, places, devices, situation: { today: from, switches } });
  if (rules.policy !== null && !verdict.needed) throw badInput('telework.registration_not_needed');
  const { verdict: answer, until, remindFrom, procedures: steps } = verdict;
  const findings = findingsIn(verdict, rules);
  const about = until === null ? wareki(from) : `${wareki(until)}まで`;
  const sort = await sortOf(asking, input);
  const titles = { APPROVAL: sort.title };
  const form = {
    ...{ asking, today, steps, titles, about },
    rows: [...rowsOf(asking, input, { from, until, rules, kind: sort.name }), ...remarkRow(findings)],
    proposal: sort.proposal,
    facts: factsOfDays({ asking, today }, { days: 1, perWeek: 1 }),
  };
  return {
    ...{ answer, findings, further: [], days: [], meets: [], takeOut: null },
    ...{ regulationVersion: rules.regulationVersion, title: `${titles.APPROVAL}（${about}）` },
    relaxed: verdict.relaxed.map(({ name, orderNumber, article }) => ({ name, orderNumber, article })),
    steps: steps.map(({ procedure, name, article, sentence }) => ({ procedure, name, article, sentence })),
    papers: answer === 'REFUSED' ? [] : papersOf(form),
    detail: { from, until, remindFrom, places, devices, employment },
  };
}

/** From its approval on it counts; a change notice ends what counted before. */
async function follow({ tx, act, at, application }: Moved): Promise<void> {
  const { applicationId, staffId, judged } = application;
  if (act === 'CANCELLED') await cancelRegistration(tx, applicationId);
  if (act !== 'APPROVED') return;
  const { from, until, remindFrom, places, devices } = judged.detail as unknown as Registration;
  const decidedOn = localDateOf(at);
  const [, begins = from] = [from, decidedOn].toSorted();
  const one = { applicationId, staffId, from: begins, until, remindFrom, places, devices, state: 'VALID' } as const;
  await saveRegistration(tx, one);
}

/** Where it is that somebody lives, and their telephone, left out. */
const withoutPersonal = ({ places, devices, reasons, renewal }: RegistrationInput) => ({
  ...{ places: places.map(({ place }) => ({ place })), devices: devices.map((one) => ({ ...one })) },
  ...{ reasons: [...reasons], renewal },
});

/** 利用者登録, its change and its renewal. Address and telephone stay out of everything that is kept for good. */
export const registrationKind = (regulations: Regulations): ApplicationKind<RegistrationInput> => ({
  kind: 'REGISTRATION',
  input: RegistrationInputSchema,
  kept: withoutPersonal,
  withoutPersonal: (input) => {
    const read = RegistrationInputSchema.safeParse(input);
    return read.success ? withoutPersonal(read.data) : {};
  },
  judge: (asking, input) => judge(regulations, asking, input),
  follow,
});
