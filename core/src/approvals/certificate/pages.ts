import { localDateOf, wareki } from '../../shared/index.ts';
import type { Certificate, CertificateMark } from './contract.ts';
import {
  actorOf,
  actsTable,
  filesTable,
  historyTable,
  papersTable,
  postReviewsTable,
  resultOf,
  type Table,
} from './tables.ts';
import type { CertificateWord } from './text.ts';
import { called, type Writer, writerFor } from './writer.ts';

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

/** When it takes effect, in red and with its reason where it is another day than that of the decision. */
function effectiveFacts(
  { effectiveOn, retroactiveReason, decidedAt }: Certificate['case'],
  { t, day }: Writer,
): Fact[] {
  if (effectiveOn === null) return [];
  const label = t('fact.effective');
  const decidedOn = localDateOf(new Date(decidedAt));
  if (effectiveOn === decidedOn) return [{ label, value: day(effectiveOn), warn: false }];
  const which = effectiveOn < decidedOn ? 'fact.effective.retroactive' : 'fact.effective.later';
  const value = t(which, { date: day(effectiveOn), reason: retroactiveReason ?? '―' });
  return [{ label, value, warn: true }];
}

/** 施行 and 完結 as they were registered when this was issued. */
function afterwardsFacts({ issued, completed }: Certificate['case'], { t, day, fiscalYear }: Writer): Fact[] {
  const facts = [
    issued && {
      label: t('fact.issued'),
      value: t('fact.issued.by', {
        date: day(issued.on),
        method: t(`issuance.${issued.method}`),
        who: called(issued.by),
      }),
    },
    completed && {
      label: t('fact.completed'),
      value: t('fact.completed.by', {
        date: day(completed.on),
        year: fiscalYear(completed.fiscalYear),
        who: called(completed.by),
      }),
    },
  ];
  return facts.flatMap((fact) => (fact ? [{ ...fact, warn: false }] : []));
}

function factsOf({ case: decided }: Certificate, writer: Writer): Fact[] {
  const { t, time } = writer;
  const fact = (word: CertificateWord, value: string, warn = false): Fact => ({ label: t(word), value, warn });
  const { classification, deadlock } = decided;
  return [
    fact('fact.title', decided.title),
    fact('fact.number', numberOf(decided, writer)),
    ...(decided.proposalText === '' ? [] : [fact('fact.proposal', decided.proposalText)]),
    ...(decided.legalBasis === '' ? [] : [fact('fact.legalBasis', decided.legalBasis)]),
    fact('fact.drafted', `${time(decided.draftedAt)}　${called(decided.drafter)}`),
    fact('fact.decided', time(decided.decidedAt)),
    ...effectiveFacts(decided, writer),
    ...afterwardsFacts(decided, writer),
    ...decisionClass(decided, writer).map((line) => fact('fact.basis', line)),
    ...(deadlock ? [fact('fact.deadlock', `${time(deadlock.at)}　${called(deadlock.by)}\n${deadlock.reason}`)] : []),
    fact('fact.classification', t('fact.years', { ...classification, period: writer.period(decided.retentionYears) })),
    ...(decided.confidentiality === null
      ? []
      : [fact('fact.confidentiality', t(`confidentiality.${decided.confidentiality}`))]),
  ];
}

/** What fits a round stamp: the family name where the name is written in two parts. */
function stampName(name: string): string {
  const [family = name] = name.trim().split(/[\s　]+/);
  return Array.from(family).length > 6 ? `${Array.from(family).slice(0, 5).join('')}…` : family;
}

function boxOf(mark: CertificateMark, { t }: Writer): Box {
  const { actedAt, basis } = mark;
  const actor = actorOf(mark);
  return {
    duty: t(`duty.${mark.duty}`),
    post: mark.post.postTitle,
    unit: mark.post.unitName,
    stamp: actor ? { top: actor.postTitle, date: stampDate(actedAt), name: stampName(actor.name) } : null,
    badge: basis.kind === 'OWN' || basis.kind === 'STAGE_RULE' ? null : t(`stamp.${basis.kind}`),
    struck: mark.result === 'NOT_REQUIRED',
    result: resultOf(mark, t),
  };
}

function passedOverBox({ postTitle, unitName, why }: Certificate['passedOver'][number], { t }: Writer): Box {
  const struck = why === 'STRUCK';
  const result = t(`passedOver.${why}`);
  return { duty: '―', post: postTitle, unit: unitName, stamp: null, badge: null, struck, result: struck ? '' : result };
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
  const { municipality, issued, marks, passedOver, manifestHash } = certificate;
  const boxes = [...marks.map((mark) => boxOf(mark, writer)), ...passedOver.map((post) => passedOverBox(post, writer))];
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
