import { badInput, type Caller, conflict, KaigiError, notAllowed, notFound } from '../../shared/index.ts';
import { linesOf } from '../lines/store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { meetingToEdit } from '../meetings/service.ts';
import { inside, type Open } from '../open.ts';
import { minutedOf } from '../paper/load.ts';
import type { MinutesParts } from '../parts.ts';
import { closedLines } from '../publication/closed-items.ts';
import { redactionsOf } from '../publication/store.ts';
import { note } from '../sentences/service.ts';
import { sentencesOf } from '../sentences/store.ts';
import type { ProposalsInput, ProposalsView } from './contract.ts';
import { lettersOf, MOST_LETTERS, promptOf, type Remark } from './prompt.ts';
import { proposalsIn } from './proposals.ts';
import { linesUnder, remarksOf } from './remarks.ts';
import { type Wording, type WordingRefusal, wordingFor } from './wording.ts';

interface Asked {
  readonly meetingId: string;
  readonly input: ProposalsInput;
}

/** @throws conflict `minutes.wording_none`; not-allowed `minutes.wording_not_closed` */
function allowed(wording: Wording | null | undefined, meeting: Meeting): Wording {
  if (!wording) throw conflict('minutes.wording_none');
  const found = wordingFor(wording, meeting);
  if (!found) throw notAllowed('minutes.wording_not_closed', { host: wording.host });
  return found;
}

/**
 * The lines that may be sent: those of a closed 議題 stay like those of a closed meeting.
 * @throws not-allowed `minutes.wording_not_closed`
 */
async function toSend(
  parts: MinutesParts,
  open: Open,
  { meeting, wording, itemId: wanted }: { meeting: Meeting; wording: Wording; itemId: string | null },
) {
  const [lines, redactions] = await Promise.all([
    linesOf(open.tx, meeting.meetingId),
    redactionsOf(open.tx, meeting.meetingId),
  ]);
  const items = redactions.filter((one) => one.kind === 'ITEM');
  if (wording.forClosed || items.length === 0) return lines;
  const closed = closedLines(await minutedOf(parts, open, meeting), items);
  if (!closed || items.some(({ itemId }) => itemId === wanted))
    throw notAllowed('minutes.wording_not_closed', { host: wording.host });
  return lines.filter(({ lineId }) => !closed.has(lineId));
}

interface Material {
  readonly wording: Wording;
  readonly item: string | null;
  readonly remarks: readonly Remark[];
}

/** What may be sent. That it is sent, where to and how much of it, is a fact before the first word leaves. */
async function gather(
  parts: MinutesParts,
  open: Open,
  { meetingId, input: { part, itemId } }: Asked,
): Promise<Material> {
  const { tx } = open;
  const meeting = await meetingToEdit(open, meetingId);
  const wording = allowed(parts.wording, meeting);
  const [sentences, lines] = await Promise.all([
    sentencesOf(tx, meetingId),
    toSend(parts, open, { meeting, wording, itemId }),
  ]);
  const item = sentences.find(({ sentenceId, part: of }) => sentenceId === itemId && of === 'ITEM');
  if (itemId !== null && !item) throw notFound('minutes.wording_item_gone');
  const remarks = remarksOf(linesUnder(itemId, sentences, lines), meeting);
  if (remarks.length === 0) throw badInput('minutes.nothing_to_draft_from');
  const letters = lettersOf(remarks);
  if (letters > MOST_LETTERS) throw badInput('minutes.wording_too_long', { letters, most: MOST_LETTERS });
  const fact = { model: wording.model, host: wording.host, part, itemId, lines: remarks.length };
  await note(parts, open, meeting, { act: 'WORDING_ASKED', fact, change: null });
  return { wording, item: item?.text ?? null, remarks };
}

const refusalOf = ({ code, params }: WordingRefusal): KaigiError => new KaigiError('unavailable', code, params);

/**
 * Sentences in a language model's words, for people to take or leave: nothing is written but that it was asked.
 * @throws as `meetingToEdit`, and `minutes.wording_*`
 */
export async function proposals(parts: MinutesParts, caller: Caller, asked: Asked): Promise<ProposalsView> {
  const { wording, item, remarks } = await inside(parts, caller, (open) => gather(parts, open, asked));
  parts.wake();
  const { part, itemId } = asked.input;
  const { text, refusal } = await wording.propose(promptOf(part, item, remarks));
  if (refusal) throw refusalOf(refusal);
  const found = proposalsIn(text, remarks);
  if (!found) throw refusalOf({ code: 'minutes.wording_answer_unreadable', params: {} });
  return { model: wording.model, host: wording.host, part, itemId, proposals: [...found] };
}
