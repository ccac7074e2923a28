import type { Certificate, CertificateMark } from './contract.ts';
import { lineOfText } from './lines.ts';
import { type CertificateWord, certificateWords } from './text.ts';
import { called, named, type Words, type Writer } from './writer.ts';

export interface Table {
  readonly heading: string;
  readonly columns: readonly { readonly title: string /** Part of the width, of 100. */; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}

/** By what right, as which other posts, and what was said. */
function basisOf(mark: CertificateMark, decidedOn: string, { t }: Writer): string {
  const { basis, comment, alsoPosts, paperChecked, manifestHash } = mark;
  const lines: string[] = [];
  if (basis.kind !== 'OWN')
    lines.push(t(`basis.${basis.kind}`, { post: basis.onBehalfOf ? named(basis.onBehalfOf) : '' }));
  if (basis.article) lines.push(basis.article);
  if (basis.orderNumber) lines.push(t('basis.order', { number: basis.orderNumber }));
  if (basis.absence) lines.push(t('basis.absence', { absence: basis.absence }));
  if (basis.instruction) lines.push(t('basis.instruction', { instruction: basis.instruction }));
  if (alsoPosts.length > 0) lines.push(t('basis.alsoPosts', { posts: alsoPosts.map(named).join('、') }));
  if (paperChecked) lines.push(t('basis.paper'));
  if (manifestHash !== decidedOn) lines.push(t('basis.kept'));
  if (comment) lines.push(comment);
  return lines.join('\n');
}

const columns = (t: Words, widths: readonly (readonly [CertificateWord, number])[]) =>
  widths.map(([word, width]) => ({ title: t(word), width }));

/** 代決 and 代理承認 are called so: what a deputy does is not what the post's holder does. */
export function resultOf({ result, basis, duty }: CertificateMark, t: Words): string {
  if (basis.kind !== 'DEPUTY') return t(`result.${result}`);
  return t(duty === 'DECISION' ? 'result.DEPUTY_DECIDED' : 'result.DEPUTY', { result: t(`result.${result}`) });
}

/** Who stamps: nobody in the place of one who was passed over, or whose opinion was not needed any more. */
export const actorOf = ({ result, actedBy }: CertificateMark) =>
  result === 'SKIPPED_POST_REVIEW' || result === 'NOT_REQUIRED' ? null : actedBy;

export function actsTable(certificate: Certificate, writer: Writer): Table {
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
    rows: certificate.marks.map((mark) => [
      t(`duty.${mark.duty}`),
      named(actorOf(mark) ?? mark.post),
      actorOf(mark)?.name ?? '―',
      resultOf(mark, t),
      time(mark.actedAt),
      basisOf(mark, certificate.manifestHash, writer),
    ]),
  };
}

export function postReviewsTable({ postReviews }: Certificate, { t, day, time }: Writer): Table {
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
    rows: postReviews.map(({ kind, post, dueOn, status, person, at, comment }) => [
      t(`postReview.${kind}`),
      person ? called(person) : post ? named(post) : '―',
      dueOn === null ? '―' : day(dueOn),
      t(`status.${status}`),
      at === null ? '―' : time(at),
      comment ?? '',
    ]),
  };
}

export function filesTable({ files }: Certificate, { t }: Writer): Table {
  return {
    heading: t('heading.files'),
    columns: columns(t, [
      ['column.file', 31],
      ['column.size', 16],
      ['column.hash', 53],
    ]),
    rows: files.map(({ order, name, size, sha256 }) => [
      order === 0 ? t('file.document', { name }) : t('file.attachment', { order, name }),
      t('file.bytes', { size: size.toLocaleString('en-US') }),
      sha256,
    ]),
  };
}

export function papersTable({ papers }: Certificate, { t }: Writer): Table {
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
      t(`paper.${reason}`),
    ]),
  };
}

export function historyTable({ log }: Certificate, { t, time }: Writer): Table {
  return {
    heading: '',
    columns: columns(t, [
      ['column.seq', 6],
      ['column.act', 19],
      ['column.person', 15],
      ['column.at', 19],
      ['column.index', 10],
      ['column.leaf', 31],
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
