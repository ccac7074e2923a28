import type {
  AgendaInput,
  BookingPapers,
  LayAttachmentInput,
  LayPaperInput,
  LayRecordInput,
  PaperReading,
} from '@kaigi/core/contract';
import { bytes, json, withFile } from './answers.ts';
import { pathOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** What is done to agenda and papers of a meeting. */
export type PapersOrder =
  | { readonly to: 'plan'; readonly input: AgendaInput }
  | { readonly to: 'lay'; readonly input: LayPaperInput; readonly file: File }
  | { readonly to: 'lay-record'; readonly input: LayRecordInput }
  | { readonly to: 'lay-attachment'; readonly input: LayAttachmentInput }
  | { readonly to: 'withdraw'; readonly paperId: string }
  /** 会議録を作る */
  | { readonly to: 'minutes' };

export interface EditionNamed {
  readonly bookingId: string;
  readonly paperId: string;
  /** null: the newest. */
  readonly edition: number | null;
}

/** 次第と資料 of a booked meeting. */
export interface BookingPapersClient {
  read(bookingId: string, signal?: AbortSignal): Promise<BookingPapers>;
  order(bookingId: string, order: PapersOrder, idempotencyKey: string): Promise<BookingPapers>;
  /** To be read here; with what is different from an earlier edition (null: the one before). */
  reading(named: EditionNamed & { readonly against: number | null }, signal?: AbortSignal): Promise<PaperReading>;
  content(named: EditionNamed): Promise<Blob>;
}

const of = (bookingId: string, rest: string): string => `/schedules/bookings/${encodeURIComponent(bookingId)}/${rest}`;
const one = ({ bookingId, paperId }: EditionNamed, rest: string): string =>
  of(bookingId, `papers/${encodeURIComponent(paperId)}/${rest}`);
/** 50 MB over the line of a branch office. */
const UPLOAD_DEADLINE_MS = 300_000;
/** A paper of hundreds of pages. */
const READING_DEADLINE_MS = 90_000;

function callOf(order: PapersOrder) {
  const post = (rest: string, body: unknown = {}) => ({ method: 'POST' as const, rest, body });
  switch (order.to) {
    case 'plan':
      return { method: 'PUT' as const, rest: 'agenda', body: order.input };
    case 'lay-record':
      return post('papers/records', order.input);
    case 'lay-attachment':
      return post('papers/attachments', order.input);
    case 'withdraw':
      return { method: 'DELETE' as const, rest: `papers/${encodeURIComponent(order.paperId)}`, body: undefined };
    default:
      return post('minutes');
  }
}

export const bookingPapersClient = (transport: Transport): BookingPapersClient => ({
  read: (bookingId, signal) => json(transport({ method: 'GET', path: pathOf(of(bookingId, 'papers')), signal })),
  order: (bookingId, order, idempotencyKey) => {
    if (order.to === 'lay') {
      const form = withFile(order.input, order.file);
      const path = pathOf(of(bookingId, 'papers'));
      return json(transport({ method: 'POST', path, form, idempotencyKey, deadlineMs: UPLOAD_DEADLINE_MS }));
    }
    const { method, rest, body } = callOf(order);
    const path = pathOf(of(bookingId, rest));
    return json(transport({ method, path, body, idempotencyKey, deadlineMs: READING_DEADLINE_MS }));
  },
  reading: ({ edition, against, ...named }, signal) => {
    const path = pathOf(one({ ...named, edition }, 'reading'), { edition, against });
    return json(transport({ method: 'GET', path, signal, deadlineMs: READING_DEADLINE_MS }));
  },
  content: (named) => {
    const path = pathOf(one(named, 'content'), { edition: named.edition });
    return bytes(transport({ method: 'GET', path, accept: '*/*', deadlineMs: UPLOAD_DEADLINE_MS }));
  },
});
