import { postName } from '../../directory/index.ts';
import type { Locale, Sentence } from '../../shared/index.ts';
import { groupName, type Pack } from '../engine/pack.ts';
import type { Applies, Designation, FactTest, NumberTest } from '../language/parts.ts';
import type { DecisionRow } from '../language/schema.ts';

/** A pack as somebody reads it. */
export interface Reader {
  readonly pack: Pack;
  readonly locale: Locale;
}

export const say = ({ locale }: Reader, sentence: Sentence | undefined): string => sentence?.[locale] ?? '';
export const word = ({ locale }: Reader, ja: string, en: string): string => (locale === 'ja' ? ja : en);

export function classNames(reader: Reader, names: readonly string[] | undefined): string {
  const ladder = reader.pack.file.ladder;
  return (names ?? []).map((name) => say(reader, ladder.find((step) => step.class === name)?.name) || name).join('・');
}

const groupNames = (reader: Reader, groups: readonly string[] | undefined): string =>
  (groups ?? []).map((group) => say(reader, groupName(reader.pack, group))).join('・');

export function nameOf({ pack }: Reader, kind: 'units' | 'posts', code: string): string {
  const { units, posts } = pack.file.organisation;
  if (kind === 'units') return units.find((unit) => unit.code === code)?.name ?? code;
  const post = posts.find((candidate) => candidate.code === code);
  const unitName = units.find((unit) => unit.code === post?.unit)?.name ?? '';
  return post ? postName(unitName, post.title) : code;
}

export function whom(reader: Reader, words: Designation): string {
  if ('post' in words) return nameOf(reader, 'posts', words.post);
  if ('head' in words) {
    const head = reader.pack.file.organisation.posts.find((post) => post.unit === words.head && post.head);
    return head
      ? nameOf(reader, 'posts', head.code)
      : `${nameOf(reader, 'units', words.head)}${word(reader, 'の長', ' (head)')}`;
  }
  if ('section' in words) return nameOf(reader, 'units', words.section);
  if ('function' in words) {
    const named = reader.pack.file.functions.find((one) => one.function === words.function);
    return say(reader, named?.name) || words.function;
  }
  if ('inLine' in words) return `${word(reader, '主管の', 'in charge: ')}${classNames(reader, [words.inLine])}`;
  if ('superior' in words) return word(reader, '直近上位の職', 'the next superior');
  if ('named' in words) return word(reader, 'あらかじめ指定した職', 'whom they named beforehand');
  if ('below' in words) return `${word(reader, '所管の', 'below: ')}${classNames(reader, [words.below])}`;
  const { class: name, title } = words.beside;
  return `${word(reader, '同所属の', 'beside: ')}${title ?? classNames(reader, name === undefined ? [] : [name])}`;
}

const MEASURES: Readonly<Record<string, Sentence>> = {
  amountYen: { ja: '円', en: ' yen' },
  nights: { ja: '泊', en: ' nights' },
  days: { ja: '日', en: ' days' },
};

interface About {
  readonly choice: (value: string) => string;
  readonly type: string | undefined;
}

function limit(reader: Reader, test: FactTest, { choice, type }: About): string {
  if (typeof test === 'boolean') return test ? word(reader, 'はい', 'yes') : word(reader, 'いいえ', 'no');
  if (typeof test === 'string') return choice(test);
  if (Array.isArray(test)) return test.map(choice).join('・');
  const number = (value: number) => `${value.toLocaleString('ja-JP')}${say(reader, MEASURES[type ?? ''])}`;
  const { from, over, upTo, below } = test;
  return [
    from === undefined ? '' : word(reader, `${number(from)}以上`, `≥ ${number(from)}`),
    over === undefined ? '' : word(reader, `${number(over)}超`, `> ${number(over)}`),
    upTo === undefined ? '' : word(reader, `${number(upTo)}以下`, `≤ ${number(upTo)}`),
    below === undefined ? '' : word(reader, `${number(below)}未満`, `< ${number(below)}`),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** 5日以上 */
export const daysWithin = (reader: Reader, test: NumberTest): string =>
  limit(reader, test, { choice: String, type: 'days' });

/** The tests on facts: 金額：500,000円以下. */
function tests(reader: Reader, when: Applies['when']): string {
  const { pack } = reader;
  const anyOf = when === undefined ? [] : Array.isArray(when) ? when : [when];
  const told = anyOf.map((all) =>
    Object.entries(all)
      .map(([key, test]) => {
        const fact = pack.facts.get(key);
        const choice = (value: string) =>
          say(reader, fact?.choices?.find((one) => one.value === value)?.label) || value;
        return `${say(reader, fact?.label) || key}：${limit(reader, test, { choice, type: fact?.type })}`;
      })
      .join('、'),
  );
  return told.join(word(reader, ' 又は ', ' or '));
}

const either = (value: boolean | undefined, yes: string, no: string): string =>
  value === undefined ? '' : value ? yes : no;

export type Conditioned = Partial<Applies> & Partial<Pick<DecisionRow, 'otherwise'>>;

/** When a row applies, in words. */
export function conditions(reader: Reader, row: Conditioned): string {
  const { pack } = reader;
  const matter = (code: string) => say(reader, pack.matters.get(code)?.name) || code;
  const unit = (code: string) => nameOf(reader, 'units', code);
  const parts: readonly (readonly [string, string | undefined])[] = [
    [word(reader, '事案', 'matters'), row.matters?.map(matter).join('・')],
    [word(reader, '分野', 'groups'), groupNames(reader, row.groups)],
    [word(reader, '除く事案', 'not'), row.exceptMatters?.map(matter).join('・')],
    [word(reader, '除く分野', 'not the groups'), groupNames(reader, row.exceptGroups)],
    ['', either(row.minor, word(reader, '軽易なもの', 'minor'), word(reader, '軽易でないもの', 'not minor'))],
    ['', either(row.urgent, word(reader, '至急', 'urgent'), word(reader, '至急でない', 'not urgent'))],
    [word(reader, '所属', 'units'), row.units?.map(unit).join('・')],
    [word(reader, '除く', 'except'), row.exceptUnits?.map(unit).join('・')],
    [word(reader, '所属種別', 'unit kinds'), row.unitKinds?.join('・')],
    [word(reader, '起案者', 'drafter'), classNames(reader, row.drafterClasses)],
    [word(reader, '決裁者', 'decider'), classNames(reader, row.deciderClasses)],
    [word(reader, '決裁者（以上）', 'decider from'), classNames(reader, row.deciderFrom ? [row.deciderFrom] : [])],
    [word(reader, '理由', 'reasons'), row.escalations?.map((code) => reasonName(reader, code)).join('・')],
    ['', tests(reader, row.when)],
    ['', row.otherwise ? word(reader, 'その他', 'otherwise') : ''],
  ];
  return parts
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([label, value]) => (label === '' ? value : `${label}：${value}`))
    .join('／');
}

export function reasonName(reader: Reader, code: string): string {
  return say(reader, reader.pack.file.reasons.find((one) => one.code === code)?.name) || code;
}
