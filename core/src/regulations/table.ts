import { Download, type Locale, type Sentence } from '../shared/index.ts';
import type { Pack } from './engine/pack.ts';
import type { Applies, Designation, FactTest } from './language/parts.ts';
import type { DecisionRow, PackFile } from './language/schema.ts';

/** Text that is to be read, never markup. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0) ?? 0};`);

interface Reader {
  readonly pack: Pack;
  readonly locale: Locale;
}

const say = ({ locale }: Reader, sentence: Sentence | undefined): string => sentence?.[locale] ?? '';
const word = ({ locale }: Reader, ja: string, en: string): string => (locale === 'ja' ? ja : en);

function classNames(reader: Reader, names: readonly string[] | undefined): string {
  const ladder = reader.pack.file.ladder;
  return (names ?? []).map((name) => say(reader, ladder.find((step) => step.class === name)?.name) || name).join('・');
}

function nameOf({ pack }: Reader, kind: 'units' | 'posts', code: string): string {
  const { units, posts } = pack.file.organisation;
  if (kind === 'units') return units.find((unit) => unit.code === code)?.name ?? code;
  const post = posts.find((candidate) => candidate.code === code);
  return post ? `${units.find((unit) => unit.code === post.unit)?.name ?? ''}${post.title}` : code;
}

function whom(reader: Reader, words: Designation): string {
  if ('post' in words) return nameOf(reader, 'posts', words.post);
  if ('head' in words) return `${nameOf(reader, 'units', words.head)}${word(reader, 'の長', ' (head)')}`;
  if ('section' in words) return nameOf(reader, 'units', words.section);
  if ('function' in words) {
    const named = reader.pack.file.functions.find((one) => one.function === words.function);
    return say(reader, named?.name) || words.function;
  }
  if ('inLine' in words) return `${word(reader, '主管の', 'in charge: ')}${classNames(reader, [words.inLine])}`;
  if ('superior' in words) return word(reader, '直近上位の職', 'the next superior');
  if ('below' in words) return `${word(reader, '所管の', 'below: ')}${classNames(reader, [words.below])}`;
  const { class: name, title } = words.beside;
  return `${word(reader, '同所属の', 'beside: ')}${title ?? classNames(reader, name === undefined ? [] : [name])}`;
}

function limit(reader: Reader, test: FactTest, choice: (value: string) => string): string {
  if (typeof test === 'boolean') return test ? word(reader, 'である', 'yes') : word(reader, 'でない', 'no');
  if (typeof test === 'string') return choice(test);
  if (Array.isArray(test)) return test.map(choice).join('・');
  const number = (value: number) => value.toLocaleString('ja-JP');
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

function conditions(reader: Reader, row: Partial<Applies> & Partial<Pick<DecisionRow, 'otherwise'>>): string {
  const { pack } = reader;
  const matterName = (code: string) => say(reader, pack.matters.get(code)?.name) || code;
  const anyOf = row.when === undefined ? [] : Array.isArray(row.when) ? row.when : [row.when];
  const tests = anyOf.map((when) =>
    Object.entries(when)
      .map(([key, test]) => {
        const fact = pack.facts.get(key);
        const choice = (value: string) =>
          say(reader, fact?.choices?.find((one) => one.value === value)?.label) || value;
        return `${say(reader, fact?.label) || key} ${limit(reader, test, choice)}`;
      })
      .join('、'),
  );
  const reason = (code: string) => say(reader, pack.file.reasons.find((one) => one.code === code)?.name) || code;
  const unit = (code: string) => nameOf(reader, 'units', code);
  const parts = [
    [word(reader, '事案', 'matters'), row.matters?.map(matterName).join('・')],
    [word(reader, '分野', 'groups'), row.groups?.join('・')],
    [
      '',
      row.minor === undefined
        ? undefined
        : row.minor
          ? word(reader, '軽易なもの', 'minor')
          : word(reader, '軽易でないもの', 'not minor'),
    ],
    [
      '',
      row.urgent === undefined
        ? undefined
        : row.urgent
          ? word(reader, '至急', 'urgent')
          : word(reader, '至急でない', 'not urgent'),
    ],
    [word(reader, '所属', 'units'), row.units?.map(unit).join('・')],
    [word(reader, '除く', 'except'), row.exceptUnits?.map(unit).join('・')],
    [word(reader, '所属種別', 'unit kinds'), row.unitKinds?.join('・')],
    [word(reader, '起案者', 'drafter'), classNames(reader, row.drafterClasses)],
    [word(reader, '決裁者', 'decider'), classNames(reader, row.deciderClasses)],
    [
      word(reader, '決裁者（以上）', 'decider from'),
      row.deciderFrom === undefined ? undefined : classNames(reader, [row.deciderFrom]),
    ],
    [word(reader, '理由', 'reasons'), row.escalations?.map(reason).join('・')],
    ['', tests.join(word(reader, ' 又は ', ' or '))],
    ['', row.otherwise ? word(reader, 'その他', 'otherwise') : undefined],
  ];
  return parts
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([label, value]) => (label === '' ? value : `${label}: ${value}`))
    .join('／');
}

interface Section {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Conditioned = Partial<Applies> & { id: string; article: string; sentence: Sentence };

function ruled<R extends Conditioned>(
  reader: Reader,
  title: string,
  rows: readonly R[],
  says: (row: R) => string,
): Section {
  const head = [
    word(reader, '行', 'row'),
    word(reader, '条件', 'conditions'),
    word(reader, '定め', 'rule'),
    word(reader, '根拠', 'article'),
    word(reader, '理由文', 'sentence'),
  ];
  return {
    title,
    head,
    rows: rows.map((row) => [row.id, conditions(reader, row), says(row), row.article, say(reader, row.sentence)]),
  };
}

const DUTIES: Readonly<Record<string, Sentence>> = {
  REVIEW: { ja: '経由・回議', en: 'review' },
  CONSULT: { ja: '合議', en: 'consultation' },
  EXAMINE: { ja: '審査', en: 'examination' },
  PROVISIONAL: { ja: '仮決裁', en: 'provisional decision' },
  DECISION: { ja: '決裁', en: 'decision' },
  READING: { ja: '引継・報告', en: 'information' },
};

function decisionSections(reader: Reader): Section[] {
  const { file } = reader.pack;
  const groups = [...new Set(file.matters.map(({ group }) => group))];
  return groups.map((group) => {
    const codes = file.matters.filter((matter) => matter.group === group).map(({ code }) => code);
    const rows = file.decisions.filter((row) => row.matters.some((code) => codes.includes(code)));
    const decider = ({ decider: named }: DecisionRow) =>
      typeof named === 'string' ? classNames(reader, [named]) : whom(reader, named);
    return ruled(reader, `${word(reader, '決裁区分', 'Decisions')}：${group}`, rows, decider);
  });
}

function otherSections(reader: Reader): Section[] {
  const { file } = reader.pack;
  const all = (words: readonly Designation[]) => words.map((one) => whom(reader, one)).join('、');
  const due = ({ workingDays }: { workingDays: number }) =>
    word(reader, `${workingDays}営業日以内`, `within ${workingDays} working days`);
  const order = ({ order: places }: PackFile['deputies'][number]) =>
    places.map(({ who, only }, at) => {
      const narrowed = only === undefined ? '' : `（${conditions(reader, only)}）`;
      return `${at + 1} ${all(Array.isArray(who) ? who : [who])}${narrowed}`;
    });
  const raises = ({ raises: up, reasons }: PackFile['escalations'][number]) => {
    const named = reasons
      .map((code) => say(reader, file.reasons.find((one) => one.code === code)?.name) || code)
      .join('・');
    const to = 'to' in up ? classNames(reader, [up.to]) : word(reader, `${up.steps}段階上`, `${up.steps} up`);
    return `${named} → ${to}`;
  };
  return [
    ruled(
      reader,
      word(reader, '合議・審査・引継', 'Consultation, examination, information'),
      file.steps,
      (row) => `${say(reader, DUTIES[row.duty])} ${all(row.to)}`,
    ),
    ruled(reader, word(reader, '専決の制限', 'Limits of delegation'), file.escalations, raises),
    ruled(reader, word(reader, '代決者', 'Deputies'), file.deputies, (row) =>
      [
        `${classNames(reader, row.classes)}${(row.posts ?? []).map((code) => nameOf(reader, 'posts', code)).join('・')}:`,
        ...order(row),
      ].join(' '),
    ),
    ruled(reader, word(reader, '代決の制限', 'Limits of deputies'), file.deputyLimits, (row) =>
      row.lifted
        ? word(reader, '指示又は至急の例外あり', 'lifted by instruction or urgency')
        : word(reader, '代決できない', 'never'),
    ),
    ruled(reader, word(reader, '不在', 'Absence'), file.absence, (row) =>
      [
        classNames(reader, row.classes),
        row.awayMoreThanDays === undefined
          ? ''
          : word(reader, `${row.awayMoreThanDays}日超`, `> ${row.awayMoreThanDays} days`),
        row.vacancy === 'ABSENT'
          ? word(reader, '欠員を含む', 'vacancy counts')
          : word(reader, '欠員を含まない', 'vacancy does not count'),
      ]
        .filter(Boolean)
        .join('／'),
    ),
    ruled(reader, word(reader, '後閲（代決後）', 'Review after deputies'), file.postReview, (row) =>
      row.required ? due(row.due) : word(reader, '要しない', 'not needed'),
    ),
    ruled(reader, word(reader, '後閲（回議の省略）', 'Review afterwards by those passed over'), file.skips, (row) =>
      row.allowed ? due(row.due) : word(reader, 'できない', 'not allowed'),
    ),
    ruled(reader, word(reader, '催促', 'Reminders'), file.reminders, (row) =>
      row.steps.map(({ afterWorkingDays, to }) => `${afterWorkingDays} → ${to}`).join('、'),
    ),
    ruled(reader, word(reader, '番号', 'Numbers'), file.series, (row) => `${row.symbol ?? ''} ${row.per}`),
  ].filter(({ rows }) => rows.length > 0);
}

const STYLE = `body{font:14px/1.6 sans-serif;margin:2em;color:#111;background:#fff}table{border-collapse:collapse;width:100%;margin:0 0 2em}
th,td{border:1px solid #767676;padding:.3em .6em;text-align:left;vertical-align:top}th{background:#eee}caption{text-align:left;font-weight:bold;padding:.4em 0}`;

function htmlOf({ title, head, rows }: Section): string {
  const cells = (tag: string, row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return `<table><caption>${escaped(title)}</caption><thead>${cells('th', head)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table>`;
}

/** The whole pack as one readable page, for the people who write regulations. */
export function packTable(pack: Pack, locale: Locale): Download {
  const reader: Reader = { pack, locale };
  const { title, body } = pack.file;
  const heading = `${say(reader, title)}（${say(reader, body)}、${pack.version}）`;
  const page = [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(heading)}</title><style>${STYLE}</style></head>`,
    `<body><h1>${escaped(heading)}</h1><p>${word(reader, '施行日', 'In force from')}: ${escaped(pack.effectiveFrom)}</p>`,
    ...[...decisionSections(reader), ...otherSections(reader)].map(htmlOf),
    '</body></html>',
  ].join('\n');
  return new Download(
    `${pack.version.replace('/', '-')}.html`,
    'text/html; charset=utf-8',
    new TextEncoder().encode(page),
  );
}
