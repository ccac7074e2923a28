import { docx } from '../docx.fixture.ts';
import type { Bench } from '../records.fixture.ts';
import type { DisclosureAct } from './contract.ts';

/** Each act without the version it stands on. */
export type Wish = DisclosureAct extends infer A ? (A extends DisclosureAct ? Omit<A, 'version'> : never) : never;

/** Those who work on a request for disclosure in a city of records, and what they do first. */
export function requestDesk(bench: () => Bench) {
  const drafter = () => bench().as('drafter@minato.example');
  const head = () => bench().as('section-head@minato.example');
  const requests = () => bench().records.disclosure;
  /** On the version as it stands. */
  const act = async (id: string, wish: Wish, who = drafter()) =>
    requests().act(who, id, { ...wish, version: (await requests().read(head(), id)).version } as DisclosureAct);
  const received = (title = '公文書開示請求書', who = drafter()) =>
    bench().records.book.numbers.takeOnly(who, { series: 'RECEIVED', title, reserve: false });
  const request = async (scheme = 'information') =>
    requests().open(drafter(), { registerId: (await received()).id, scheme, subject: '花火大会の契約に関する文書' });
  /** A request with one document, which is judged. */
  async function judged() {
    const { id } = await request();
    const metadata = { kind: 'REFERENCE', title: '委託契約書', classificationCode: 'A-04-03' } as const;
    const uploaded = { fileName: '契約書.docx', bytes: docx(['契約の相手']) };
    const recordId = (await bench().records.file(drafter(), metadata, uploaded)).id;
    const { items } = await act(id, { act: 'collect', recordIds: [recordId] });
    const itemId = items[0]?.id ?? '';
    await act(id, { act: 'judge', itemId, decision: 'DISCLOSE', grounds: [], note: '' });
    return { id, recordId, itemId };
  }
  /** The number of a case that was decided. */
  async function decisionNumber(): Promise<string> {
    const { recordId } = await bench().draft('開示決定について（伺い）');
    await bench().decide(recordId);
    const { items } = await bench().records.register(drafter(), {});
    return items.find((row) => row.recordId === recordId)?.id ?? '';
  }
  return { drafter, head, requests, act, received, request, judged, decisionNumber };
}

/** The code of a refusal; null where it was done. */
export const refusal = (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => null,
    (error: { code: string }) => error.code,
  );
