import type { CaseView, DraftCaseInput } from '../../approvals/contract.ts';
import type { MeetingBody } from '../../regulations/index.ts';
import { canonicalJson, type Json, wareki } from '../../shared/index.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Proposal } from './proposal.ts';

const MOST_TITLE = 200;
const MOST_TEXT = 4000;
const start = (text: string, most: number): string => Array.from(text).slice(0, most).join('');

/** 「総合計画審議会（令和8年11月24日開催）会議録について（伺い）」. However long the name, the rest is never cut. */
export function titleOf({ heldOn, content }: Pick<Meeting, 'heldOn' | 'content'>, way: Proposal['way']): string {
  const rest = `（${wareki(heldOn)}開催）会議録${way === 'CASE' ? 'について（伺い）' : ''}`;
  return `${start(content.title, MOST_TITLE - Array.from(rest).length)}${rest}`;
}

/**
 * 自治体機密性. A meeting that was closed on a ground or for a reason told stays with those who take part in the case; what is
 * closed as a rule, like every meeting of the staff, is seen by its section as other papers are.
 */
export const confidentialityOf = ({ isOpen, content }: Pick<Meeting, 'isOpen' | 'content'>): 'C2' | 'C3C' =>
  !isOpen && (content.closedGround !== null || content.closedReason !== '') ? 'C3C' : 'C2';

function proposalText({ heldOn, isOpen, content }: Meeting, body: MeetingBody): string {
  const { title, place, attendees } = content;
  const absent = attendees.filter(({ attended }) => !attended).length;
  return [
    '次の会議の会議録を別紙のとおり確定してよろしいか、伺います。',
    `・会議の名称：${title}`,
    `・開催日：${wareki(heldOn)}`,
    ...(place === '' ? [] : [`・開催場所：${place}`]),
    `・公開・非公開の別：${isOpen ? '公開' : '非公開'}`,
    `・出席者：${attendees.length - absent}人${absent > 0 ? `（欠席${absent}人）` : ''}`,
    `・根拠：${body.article}`,
  ].join('\n');
}

interface Ruled {
  readonly body: MeetingBody;
  /** Of the body; where it names none, of the matter. */
  readonly classificationCode: string;
}

/** The same proposal always asks for the same draft. */
export function draftOf(proposal: Proposal, meeting: Meeting, { body, classificationCode }: Ruled): DraftCaseInput {
  const { meetingId, nth, title } = proposal;
  const { decision } = body;
  return {
    ...{ title, proposalText: start(proposalText(meeting, body), MOST_TEXT), classificationCode },
    matter: {
      ...{ code: decision?.matter ?? '', facts: { ...decision?.facts } },
      ...{ escalations: [], raiseTo: null, analogousTo: null },
    },
    confidentiality: confidentialityOf(meeting),
    issuance: { method: 'NONE', on: null },
    externalId: `minutes/${meetingId}/${nth}`,
  };
}

/** What a case is said to be, of its contents without the paper. */
type Said = Omit<DraftCaseInput, 'externalId'>;

/** The case says it already: nothing is left to edit for whoever comes second. */
export function saysAlready(view: CaseView, said: Said): boolean {
  const { title, proposalText, matter, confidentiality, issuance, classification } = view;
  const now = { title, proposalText, matter, confidentiality, issuance, classificationCode: classification.code };
  return canonicalJson({ ...now, ...said } as unknown as Json) === canonicalJson(now as unknown as Json);
}
