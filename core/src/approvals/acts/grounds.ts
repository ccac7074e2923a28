import { notAllowed } from '../../shared/index.ts';
import type { Ground, Obligation, PostName } from '../case.ts';
import type { Facts, StandInAnswer } from '../facts.ts';

/** What the regulations grant to somebody who acts for, or without, an absent one. */
export type Granted = Extract<StandInAnswer, { ok: true }>;

/** What the regulations answered, or their refusal with its article. @throws not-allowed */
export function granted(answer: StandInAnswer | undefined): Granted {
  if (!answer) throw notAllowed('approvals.no_stand_in');
  if (!answer.ok) throw notAllowed(answer.code, { ...answer.params, article: answer.article });
  return answer;
}

export const ground = ({ ruleId, article, sentence, evidence, orderNumber }: Granted): Ground => ({
  ...{ ruleId, article, sentence, evidence },
  ...(orderNumber === undefined ? {} : { orderNumber }),
});

/** The review that this post owes from now on. */
export function owedBy(
  { postId, postTitle, unitName }: PostName,
  more: Pick<Obligation, 'kind' | 'article' | 'dueOn' | 'seq'>,
  facts: Facts,
): Obligation {
  return {
    obligationId: facts.newId(),
    ...more,
    status: 'OPEN',
    post: { postId, postTitle, unitName },
    reader: null,
    createdAt: facts.now,
    done: null,
  };
}
