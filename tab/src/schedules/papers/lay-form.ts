import type { BookingPapers } from '@kaigi/core/contract';
import type { PapersOrder } from '../../api/booking-papers.ts';
import type { Paper } from './editions.ts';

/** A document of a case, or 添付. */
export type Link =
  | { readonly kind: 'record'; readonly recordId: string; readonly name: string }
  | { readonly kind: 'attachment'; readonly caseId: string; readonly attachmentId: string; readonly name: string };

export interface TypedPaper {
  readonly how: 'file' | 'link';
  readonly file: File | null;
  readonly link: Link | null;
  readonly title: string;
  /** The whole meeting: empty. */
  readonly itemId: string;
  readonly pages: string;
  readonly note: string;
}

export type LayProblem = 'lay.problem.what' | 'lay.problem.large' | 'lay.problem.name';

export const MOST_BYTES = 50 * 1024 * 1024;

/** A new paper, or the next edition of one, which keeps its title and its item. */
export function firstTyped({ may, agenda }: BookingPapers, replaces: Paper | null): TypedPaper {
  const own = agenda.find(({ id }) => may.layTo.includes(id))?.id ?? '';
  const isLink = replaces?.editions[0]?.file === null;
  return {
    ...{ how: isLink ? 'link' : 'file', file: null, link: null, pages: '', note: '' },
    title: replaces?.editions[0]?.title ?? '',
    itemId: replaces ? (replaces.itemId ?? '') : may.layToAll ? '' : own,
  };
}

type Read = { readonly ok: true; readonly order: PapersOrder } | { readonly ok: false; readonly problem: LayProblem };

/** What is to be sent, or what is missing. */
export function readPaper(typed: TypedPaper, replaces: Paper | null): Read {
  const { how, file, link, pages, note } = typed;
  const title = typed.title.trim();
  const edition = replaces?.editions[0]?.edition;
  const refuse = (problem: LayProblem) => ({ ok: false, problem }) as const;
  if (how === 'file' ? file === null : link === null) return refuse('lay.problem.what');
  if (how === 'file' && file && file.size > MOST_BYTES) return refuse('lay.problem.large');
  if (title === '') return refuse('lay.problem.name');
  const input = {
    ...{ title, pages: pages.trim(), note: note.trim(), itemId: typed.itemId === '' ? null : typed.itemId },
    replaces: replaces && edition !== undefined ? { paperId: replaces.paperId, edition } : null,
  };
  if (how === 'file') return file ? { ok: true, order: { to: 'lay', input, file } } : refuse('lay.problem.what');
  if (link?.kind === 'record')
    return { ok: true, order: { to: 'lay-record', input: { ...input, recordId: link.recordId } } };
  if (link?.kind !== 'attachment') return refuse('lay.problem.what');
  const { caseId, attachmentId } = link;
  return { ok: true, order: { to: 'lay-attachment', input: { ...input, caseId, attachmentId } } };
}
