import { z } from 'zod';
import { hasRole } from '../../directory/index.ts';
import {
  assertNever,
  badInput,
  type Caller,
  type CsvCell,
  Download,
  isUuid,
  type Locale,
  localDateOf,
  localTimeOf,
  notAllowed,
  notFound,
  writeCsv,
} from '../../shared/index.ts';
import type { AfterAction, SwitchAct } from './contract.ts';
import { type DisasterParts, looking, type Open } from './open.ts';
import { maySeeOrder, presentOrder } from './order-present.ts';
import type { Order } from './order-rules.ts';
import { ORDER, readOrder } from './order-store.ts';
import { ROLL, ROLL_ANSWER } from './roll-store.ts';
import { APPLICATION, CASE, type Done, doneUnder, type Place, PUNCHES } from './under-order.ts';
import { words } from './words.ts';

type Item = AfterAction['items'][number];

const RelaxedSchema = z.object({ relaxed: z.array(z.object({ orderNumber: z.string(), article: z.string() })) });
const PAGE = 100;

function relaxedIn(fact: unknown, { orderNumber }: Order): string[] {
  const read = RelaxedSchema.safeParse(fact);
  const own = read.success ? read.data.relaxed.filter((one) => one.orderNumber === orderNumber) : [];
  return [...new Set(own.map(({ article }) => article))];
}

type Said = Pick<Item, 'what' | 'sentence' | 'articles'>;

function relaxed(fact: unknown, order: Order, locale: Locale): Said {
  const articles = relaxedIn(fact, order);
  const rules = articles.join(locale === 'ja' ? '、' : ', ');
  return { what: 'RELAXED', sentence: words(locale, 'after.RELAXED', { rules }), articles };
}

function said(done: Done, order: Order, locale: Locale): Said {
  switch (done.kind) {
    case ORDER:
      return { what: 'ORDER', sentence: words(locale, `after.ORDER.${done.act as SwitchAct}`), articles: [] };
    case APPLICATION:
      return relaxed(done.fact, order, locale);
    case ROLL: {
      const what = done.fact.kind === 'MUSTER' ? 'MUSTER' : 'SAFETY';
      return { what, sentence: words(locale, `after.${what}`, { title: String(done.fact.title ?? '') }), articles: [] };
    }
    case ROLL_ANSWER:
    case PUNCHES: {
      const params = { name: done.whose, source: done.source };
      const code = done.kind === PUNCHES ? 'after.PAPER_TIMES' : 'after.PAPER_ANSWER';
      return { what: 'PAPER', sentence: words(locale, code, params), articles: [] };
    }
    case CASE: {
      const { onBehalfOf: post, article, reviews } = done.emergency;
      const open = words(locale, reviews.open > 0 ? 'after.review_open' : 'after.review_done');
      return { what: 'DEPUTY', sentence: words(locale, 'after.DEPUTY', { post, review: open }), articles: [article] };
    }
    default:
      return assertNever(done);
  }
}

const itemOf = (done: Done, order: Order, locale: Locale): Item => ({
  ...{ at: done.at.toISOString(), who: done.actor, ...said(done, order, locale) },
  subject: { kind: done.kind, id: done.id },
});

function cursorOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const [at = '', id = '', seq = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime()) || !isUuid(id) || !/^\d{1,9}$/.test(seq)) throw badInput('telework.bad_cursor');
  return { at: instant, id, seq: Number(seq) };
}

/** The offices that run orders, whoever may give one, and 監査. @throws not-found, not-allowed */
async function lookedBack(open: Open, orderId: string): Promise<Order> {
  const order = await readOrder(open.tx, orderId);
  if (!order || !maySeeOrder(open, order)) throw notFound('telework.switch_not_found');
  if (!open.runs && !hasRole(open.actor, 'AUDITOR')) throw notAllowed('telework.switch_not_yours');
  return order;
}

/** Everything exceptional that was done under an order, oldest first: for the look back afterwards. */
export const afterActionOf = (
  parts: DisasterParts,
  caller: Caller,
  { orderId, cursor }: { readonly orderId: string; readonly cursor: string | undefined },
): Promise<AfterAction> =>
  looking(parts, caller, async (open) => {
    const order = await lookedBack(open, orderId);
    const rows = await doneUnder(open.tx, { order, after: cursorOf(cursor), limit: PAGE + 1 });
    const page = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? page.at(-1) : undefined;
    const next = last && `${last.at.toISOString()} ${last.id} ${last.seq}`;
    return {
      order: presentOrder(open, order, caller.locale),
      items: page.map((row) => itemOf(row, order, caller.locale)),
      nextCursor: next === undefined ? null : Buffer.from(next).toString('base64url'),
    };
  });

const whenOf = (at: Date): string => `${localDateOf(at)} ${localTimeOf(at)}`;

const COLUMNS = ['at', 'what', 'unit', 'post', 'name', 'sentence', 'articles', 'order'] as const;

/** The same list, whole, for a spreadsheet. */
export const afterActionCsv = (parts: DisasterParts, caller: Caller, orderId: string): Promise<Download> =>
  looking(parts, caller, async (open) => {
    const { locale } = caller;
    const order = await lookedBack(open, orderId);
    const rows: CsvCell[][] = [COLUMNS.map((column) => words(locale, `csv.${column}`))];
    for (let after: Place | null = null; ; ) {
      const page: Done[] = await doneUnder(open.tx, { order, after, limit: PAGE });
      for (const { at, what, who, sentence, articles } of page.map((one) => itemOf(one, order, locale)))
        rows.push([
          ...[whenOf(new Date(at)), words(locale, `what.${what}`), who.unitName, who.postTitle, who.name],
          ...[sentence, articles.join('、'), order.orderNumber],
        ]);
      after = page.at(-1) ?? null;
      if (page.length < PAGE) break;
    }
    const { bytes } = writeCsv(rows, 'utf-8');
    return new Download(words(locale, 'csv.file', { number: order.orderNumber }), 'text/csv; charset=utf-8', bytes);
  });
