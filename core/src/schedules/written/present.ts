import type { Person } from '../../directory/contract.ts';
import { type Locale, say } from '../../shared/index.ts';
import type { WrittenList, WrittenView } from './contract.ts';
import { countOf, isAhead, isOpen, resultOf, stancesTo, waitedFor } from './rules.ts';
import { writtenTexts } from './text.ts';
import type { Count, Decision, Item, Remark, Result, Written } from './written.ts';

export interface Reader {
  readonly staffId: string;
  readonly locale: Locale;
  readonly now: Date;
}

export interface Around {
  readonly people: ReadonlyMap<string, Person>;
  readonly remarks: readonly Remark[];
}

type Code = keyof typeof writtenTexts extends `schedules.written_${infer Rest}` ? Rest : never;

export const words = (locale: Locale, code: Code, params: Record<string, string | number> = {}): string =>
  say(writtenTexts, `schedules.written_${code}`, locale, params) ?? code;

export const decisionText = (
  { decision, ...count }: Count & { readonly decision: Decision },
  { attended }: Pick<Result, 'attended'>,
  locale: Locale,
): string => {
  const { for: yes, against, hold } = count;
  const counted = words(locale, 'count', { for: yes, against, hold });
  return words(locale, decision, { count: counted, attended: attended.length });
};

export const attendanceText = (
  { participants, content: { quorum } }: Pick<Written, 'participants' | 'content'>,
  { quorate, attended }: Pick<Result, 'quorate' | 'attended'>,
  locale: Locale,
): string => {
  const params = { people: participants.length, attended: attended.length, quorum };
  return words(locale, quorate ? 'quorate' : 'not_quorate', params);
};

const someone = (staffId: string, { people }: Around): Person =>
  people.get(staffId) ?? { staffId, name: '', postTitle: '', unitName: '' };

function presentItem(written: Written, item: Item, { reader, around }: { reader: Reader; around: Around }) {
  const { itemId, title, proposal } = item;
  const settled = written.result?.items.find((one) => one.itemId === itemId);
  const own = around.remarks.filter((one) => one.itemId === itemId);
  return {
    ...{ itemId, title, proposal, ...countOf(own, itemId) },
    stance: stancesTo(own, itemId).get(reader.staffId) ?? null,
    decision: settled && written.result ? decisionText(settled, written.result, reader.locale) : null,
    remarks: own.map(({ staffId, stance, comment, at }) => ({
      ...{ person: someone(staffId, around), stance, comment, at: at.toISOString() },
    })),
  };
}

/** As everybody who takes part sees it: what each one wrote, under their name. */
export function presentWritten(written: Written, reader: Reader, around: Around): WrittenView {
  const { writtenId, version, state, content, opensAt, closesAt, organiser, participants, meetingId } = written;
  const { title, note, quorum } = content;
  const result = written.result ?? resultOf(written, around.remarks);
  const leads = written.organiserId === reader.staffId;
  const early = state === 'PLANNED' && reader.now < opensAt;
  return {
    ...{ writtenId, version, state, title, note, quorum, organiser, meetingId },
    ...{ opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
    participants: participants.map((staffId) => ({
      ...{ person: someone(staffId, around), attended: result.attended.includes(staffId) },
    })),
    items: content.items.map((item) => presentItem(written, item, { reader, around })),
    attendance: attendanceText(written, result, reader.locale),
    may: {
      say: participants.includes(reader.staffId) && isOpen(written, reader.now),
      ...{ change: leads && early, cancel: leads && isAhead(written, reader.now) },
    },
  };
}

export function presentListed(
  written: Written,
  reader: Reader,
  remarks: readonly Remark[],
): WrittenList['items'][number] {
  const { writtenId, state, content, opensAt, closesAt, organiser } = written;
  return {
    ...{ writtenId, state, title: content.title, organiser },
    ...{ opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
    waitsForMe: isOpen(written, reader.now) && waitedFor(written, remarks).includes(reader.staffId),
  };
}
