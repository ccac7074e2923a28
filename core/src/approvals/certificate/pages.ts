import { type LocalDate, localDateOf, localTimeOf, say, wareki, warekiTime } from '../../shared/index.ts';
import type { Certificate, CertificateMark } from './contract.ts';
import { lineOfText } from './lines.ts';
import { type CertificateWord, certificateWords } from './text.ts';

// What stands on the pages, as plain strings: pure, so that the same record always gives the same pages.

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** In red: something that must not be overlooked. */
  readonly warn: boolean;
}

/** 決裁欄の一枠. */
export interface Box {
  readonly duty: string;
  readonly post: string;
  readonly unit: string;
  readonly stamp: { readonly top: string; readonly date: string; readonly name: string } | null;
  /** 代・引上・後閲, beside the stamp. */
  readonly badge: string | null;
  /** 斜線 */
  readonly struck: boolean;
  readonly result: string;
}

export interface Table {
  readonly heading: string;
  readonly columns: readonly { readonly title: string /** Part of the width, of 100. */; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}

export interface CertificatePages {
  readonly locale: 'ja' | 'en';
  readonly title: string;
  readonly statement: string;
  readonly issued: string;
  readonly heading: { readonly case: string; readonly marks: string; readonly log: string; readonly check: string };
  readonly facts: readonly Fact[];
  readonly boxes: readonly Box[];
  readonly notes: readonly string[];
  /** Who acted, reviews afterwards, documents, papers; empty ones are left out. */
  readonly tables: readonly Table[];
  readonly manifest: Fact;
  readonly log: readonly Fact[];
  readonly checkpoint: { readonly label: string; readonly note: string };
  readonly history: Table;
  readonly how: string;
}

export type Words = (word: CertificateWord, params?: Readonly<Record<string, string | number>>) => string;

export const wordsIn =
  (locale: 'ja' | 'en'): Words =>
  (word, params = {}) =>
    say(certificateWords, word, locale, params) ?? word;

type Post = CertificateMark['post'];
type Person = NonNullable<CertificateMark['actedBy']>;

const named = ({ unitName, postTitle }: Post) => `${unitName} ${postTitle}`.trim();
const called = (person: Person) => `${named(person)} ${person.name}`;

interface Writer {
  readonly t: Words;
  readonly day: (date: string) => string;
  readonly time: (instant: string) => string;
}

function writerFor(locale: 'ja' | 'en'): Writer {
  const t = wordsIn(locale);
  if (locale === 'ja') return { t, day: (date) => wareki(date as LocalDate), time: (at) => warekiTime(new Date(at)) };
  const time = (at: string) => `${localDateOf(new Date(at))} ${localTimeOf(new Date(at))} JST`;
  return { t, day: (date) => date, time };
}

const ERA_LETTERS: Readonly<Record<string, string>> = { 令和: 'R', 平成: 'H', 昭和: 'S' };

/** R8.11.21, as on a date stamp. */
function stampDate(instant: string): string {
  const [, era = '', year = '', month = '', day = ''] =
    /^(\D\D)(\d+|元)年(\d+)月(\d+)日$/.exec(wareki(localDateOf(new Date(instant)))) ?? [];
  return `${ERA_LETTERS[era] ?? era}${year === '元' ? 1 : year}.${month}.${day}`;
}

const numberOf = ({ documentNumber }: Certificate['case'], { t, day }: Writer) =>
  documentNumber ? `${documentNumber.label}　${day(documentNumber.date)}` : t('number.none');

function decisionClass({ basis }: Certificate['case'], { t }: Writer): string[] {
  if (!basis) return [];
  const who = { who: basis.decisionClass, article: basis.article };
  const line = t(basis.delegated ? 'fact.basis.delegated' : 'fact.basis.own', who);
  return [`${line}\n${basis.sentence}`];
}

function factsOf({ case: decided }: Certificate, writer: Writer): Fact[] {
  const { t, day, time } = writer;
  const fact = (word: CertificateWord, value: string, warn = false): Fact => ({ label: t(word), value, warn });
  const { effectiveOn, retroactiveReason: reason, classification } = decided;
  const effective = effectiveOn === null ? [] : [day(effectiveOn)];
  return [
    fact('fact.title', decided.title),
    fact('fact.number', numberOf(decided, writer)),
    ...(decided.proposalText === '' ? [] : [fact('fact.proposal', decided.proposalText)]),
    fact('fact.drafted', `${time(decided.draftedAt)}　${called(decided.drafter)}`),
    fact('fact.decided', time(decided.decidedAt)),
    ...effective.map((date) =>
      reason === null
        ? fact('fact.effective', date)
        : fact('fact.effective', t('fact.effective.retroactive', { date, reason }), true),
    ),
    ...decisionClass(decided, writer).map((line) => fact('fact.basis', line)),
    fact('fact.classification', t('fact.years', { ...classification, years: decided.retentionYears })),
    ...(decided.confidentiality === null ? [] : [fact('fact.confidentiality', decided.confidentiality)]),
  ];
}

/** What fits a round stamp: the family name where the name is written in two parts. */
function stampName(name: string): string {
  const [family = name] = name.trim().split(/[\s　]+/);
  return Array.from(family).length > 6 ? `${Array.from(family).slice(0, 5).join('')}…` : family;
}

function boxOf(mark: CertificateMark, { t }: Writer): Box {
  const { actedBy, actedAt, basis } = mark;
  const stamped = actedBy !== null && actedAt !== null;
  return {
    duty: t(`duty.${mark.duty}`),
    post: mark.post.postTitle,
    unit: mark.post.unitName,
    stamp: stamped ? { top: actedBy.postTitle, date: stampDate(actedAt), name: stampName(actedBy.name) } : null,
    badge: basis && basis.kind !== 'OWN' ? t(`stamp.${basis.kind}`) : null,
    struck: mark.result === 'NOT_REQUIRED',
    result: t(`result.${mark.result}`),
  };
}

const struckBox = ({ postTitle, unitName }: Post): Box => ({
  duty: '―',
  post: postTitle,
  unit: unitName,
  stamp: null,
  badge: null,
  struck: true,
  result: '',
});

function basisOf({ basis, comment }: CertificateMark, { t }: Writer): string {
  const right =
    basis === null || basis.kind === 'OWN'
      ? null
      : t(`basis.${basis.kind}`, { post: basis.onBehalfOf ? named(basis.onBehalfOf) : '' });
  const absence = basis?.absence ? t('basis.absence', { absence: basis.absence }) : null;
  return [right, basis?.article, absence, comment]
    .filter((line): line is string => line !== null && line !== undefined && line !== '')
    .join('\n');
}

const columns = (t: Words, widths: readonly (readonly [CertificateWord, number])[]) =>
  widths.map(([word, width]) => ({ title: t(word), width }));

function actsTable({ marks }: Certificate, writer: Writer): Table {
  const { t, time } = writer;
  return {
    heading: t('heading.acts'),
    columns: columns(t, [
      ['column.duty', 9],
      ['column.post', 20],
      ['column.person', 14],
      ['column.result', 12],
      ['column.at', 17],
      ['column.basis', 28],
    ]),
    rows: marks.map((mark) => [
      t(`duty.${mark.duty}`),
      named(mark.actedBy ?? mark.post),
      mark.actedBy?.name ?? '―',
      t(`result.${mark.result}`),
      mark.actedAt === null ? '―' : time(mark.actedAt),
      basisOf(mark, writer),
    ]),
  };
}

function postReviewsTable({ postReviews }: Certificate, { t, day, time }: Writer): Table {
  return {
    heading: t('heading.postReviews'),
    columns: columns(t, [
      ['column.duty', 17],
      ['column.post', 23],
      ['column.due', 16],
      ['column.status', 12],
      ['column.at', 17],
      ['column.basis', 15],
    ]),
    rows: postReviews.map(({ kind, post, dueOn, status, by, at, comment }) => [
      t(`postReview.${kind}`),
      by ? called(by) : named(post),
      dueOn === null ? '―' : day(dueOn),
      t(`status.${status}`),
      at === null ? '―' : time(at),
      comment ?? '',
    ]),
  };
}

function filesTable({ files }: Certificate, { t }: Writer): Table {
  return {
    heading: t('heading.files'),
    columns: columns(t, [
      ['column.file', 38],
      ['column.size', 15],
      ['column.hash', 47],
    ]),
    rows: files.map(({ order, name, size, sha256 }) => [
      order === 0 ? t('file.document', { name }) : t('file.attachment', { order, name }),
      t('file.bytes', { size: size.toLocaleString('en-US') }),
      sha256,
    ]),
  };
}

function papersTable({ papers }: Certificate, { t }: Writer): Table {
  return {
    heading: t('heading.papers'),
    columns: columns(t, [
      ['column.file', 34],
      ['column.pages', 10],
      ['column.place', 28],
      ['column.reason', 28],
    ]),
    rows: papers.map(({ title, pages, location, holder, reason }) => [
      title,
      t('pages', { count: pages }),
      `${location}\n${holder}`,
      reason,
    ]),
  };
}

function historyTable({ log }: Certificate, { t, time }: Writer): Table {
  return {
    heading: '',
    columns: columns(t, [
      ['column.seq', 7],
      ['column.act', 20],
      ['column.person', 15],
      ['column.at', 19],
      ['column.index', 11],
      ['column.leaf', 28],
    ]),
    rows: log.entries.map(({ index, entry }) => {
      const line = lineOfText(entry);
      if (!line) return ['?', '', '', '', String(index), ''];
      const { body, leafId } = line;
      return [String(body.seq), actWord(t, body.act), body.actor.name, time(body.at), String(index), leafId];
    }),
  };
}

const isWord = (code: string): code is CertificateWord => Object.hasOwn(certificateWords, code);

/** An act that these words do not know yet is shown by its name. */
function actWord(t: Words, act: string): string {
  const code = `act.${act}`;
  return isWord(code) ? t(code) : act;
}

/** origin, size, root: the three lines of a checkpoint (c2sp.org/tlog-checkpoint). */
function logFacts({ log }: Certificate, { t }: Writer): Fact[] {
  const [origin = '', size = '', root = ''] = log.checkpoint.split('\n');
  const fact = (word: CertificateWord, value: string): Fact => ({ label: t(word), value, warn: false });
  return [
    fact('log.origin', origin),
    fact('log.size', size),
    fact('log.root', root),
    fact('log.key', log.vkeys.join('\n')),
  ];
}

export function pagesOf(certificate: Certificate): CertificatePages {
  const writer = writerFor(certificate.locale);
  const { t, time } = writer;
  const { municipality, issued, marks, struck, manifestHash } = certificate;
  const boxes = [...marks.map((mark) => boxOf(mark, writer)), ...struck.map(struckBox)];
  const tables = [actsTable, postReviewsTable, filesTable, papersTable].map((table) => table(certificate, writer));
  return {
    locale: certificate.locale,
    title: t('title'),
    statement: t('statement'),
    issued: t('issued', { city: municipality.name, at: time(issued.at), by: called(issued.by) }),
    heading: {
      case: t('heading.case'),
      marks: t('heading.marks'),
      log: t('heading.log'),
      check: t('heading.check'),
    },
    facts: factsOf(certificate, writer),
    boxes,
    notes: [...(boxes.some((box) => box.struck) ? [t('struck.note')] : []), t('stamp.note')],
    tables: tables.filter(({ rows }) => rows.length > 0),
    manifest: { label: t('manifest'), value: manifestHash, warn: false },
    log: logFacts(certificate, writer),
    checkpoint: { label: t('log.checkpoint'), note: certificate.log.checkpoint },
    history: historyTable(certificate, writer),
    how: t('check.how'),
  };
}
