import type { DraftCaseInput } from '../../approvals/contract.ts';
import type { CaseState } from '../../approvals/index.ts';
import { canonicalJson, type Json } from '../../shared/index.ts';
import type { Paper } from './kind.ts';
import type { Application } from './rules.ts';

const MOST_TITLE = 200;
const MOST_TEXT = 4000;
const start = (text: string, most: number): string => Array.from(text).slice(0, most).join('');

/** What the card says anyway, or what is not for everybody on the way. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...['申請者', '所属', '職・氏名', '申請の日', '根拠'],
  ...['連絡先', '休暇中の連絡先', '住所・連絡先', '事由'],
]);

/** What is asked for, in a few lines: whoever decides on a phone need not open the paper. */
const toldIn = ({ proposalText, rows }: Paper): string =>
  [
    proposalText,
    ...rows
      .filter(([label]) => !ELSEWHERE.has(label))
      .map(([label, value]) => `・${label}：${value.replaceAll('\n', '、')}`),
  ].join('\n');

/** The same paper always asks for the same draft. */
export function draftOf({ applicationId }: Pick<Application, 'applicationId'>, paper: Paper): DraftCaseInput {
  const { procedure, matter, title, adds, confidentiality, classificationCode = '', edition } = paper;
  return {
    title: start(title, MOST_TITLE),
    proposalText: start(toldIn(paper), MOST_TEXT),
    classificationCode,
    matter: {
      ...{ code: matter.code, facts: { ...matter.facts }, escalations: [], raiseTo: null, analogousTo: null },
    },
    confidentiality,
    issuance: { method: 'NONE', on: null },
    routeWish: { adds: adds.map((add) => ({ ...add, reason: start(add.reason, MOST_TITLE) })), removes: [], skips: [] },
    externalId: [`telework/${applicationId}/${procedure}`, edition].filter((part) => part !== undefined).join('/'),
    ...(paper.personal ? { personal: true } : {}),
  };
}

type Content = CaseState['content'];
type Draft = ReturnType<typeof draftOf>;

const sameMatter = ({ matter }: Draft, now: Content): boolean =>
  matter?.code === now.matter.code &&
  now.matter.analogousTo === null &&
  canonicalJson(matter.facts as Json) === canonicalJson(now.matter.facts as Json);

/** Whom the rules name besides is still asked; more may be. */
function sameWay({ routeWish }: Draft, { routeWish: now }: Content): boolean {
  const asked = new Set(now.adds.map(({ duty, postId, unitId }) => `${duty} ${postId ?? unitId}`));
  const all = (routeWish?.adds ?? []).every(({ duty, postId, unitId }) => asked.has(`${duty} ${postId ?? unitId}`));
  return all && now.removes.length === 0 && now.skips.length === 0;
}

const sameText = ({ title, proposalText }: Draft, now: Content): boolean =>
  now.title === title && now.proposalText.includes(proposalText);
/** Another document is for whoever has read the first one, or comes with a correction. */
const wasRead = ({ revises }: Paper, { isReplaced, returns }: Content): boolean =>
  !isReplaced || returns > 0 || revises !== undefined;

/**
 * Whether what lies before the superiors is still what was applied for. The applicant is the drafter of the case, and
 * may change it before it is submitted and after it was sent back; who decides upon what is not theirs to change.
 */
export function isAltered(application: Pick<Application, 'applicationId'>, paper: Paper, now: Content): boolean {
  const draft = draftOf(application, paper);
  return !(sameMatter(draft, now) && sameWay(draft, now) && sameText(draft, now) && wasRead(paper, now));
}
