import type { Locale } from '../../shared/index.ts';
import type { CaseView } from '../contract.ts';
import { asking, type Element, execute, say, typed } from './elements.ts';
import { buttonWords as words } from './words.ts';

/** 取下げ: settled by whoever has the case. */
export function withdrawalButtons(view: CaseView, locale: Locale): Element[] {
  if (!view.may.settleWithdrawal) return [];
  const title = say(words.declineWithdrawal, locale);
  const decline = execute('decline-withdrawal', view, { title });
  const confirm = say(words.confirmWithdrawal, locale);
  return [
    execute('confirm-withdrawal', view, { title: confirm, associatedInputs: 'none' }),
    asking(title, [typed('reason', words.reason, locale)], [decline]),
  ];
}

/** 協議 ended without agreement: the drafter revises, or both opinions go up. */
function settling(view: CaseView, locale: Locale): Element[] {
  if (!view.may.settleDispute) return [];
  const revise = execute('settle-revise', view, { title: say(words.settleRevise, locale) });
  const proceed = execute('settle-proceed', view, { title: say(words.settleProceed, locale) });
  return [asking(say(words.settle, locale), [typed('settleReason', words.reason, locale)], [revise, proceed])];
}

function answering(view: CaseView, locale: Locale): Element[] {
  const title = say(words.sendAnswer, locale);
  return view.may.answer
    .slice(0, 1)
    .map((questionId) =>
      asking(
        title,
        [typed('text', words.answerText, locale)],
        [execute('answer', view, { title, about: { questionId } })],
      ),
    );
}

/** What the drafter does on a card, and whoever may take back or remind. */
export function drafterButtons(view: CaseView, locale: Locale): Element[] {
  const plain = (verb: string, word: { ja: string; en: string }) =>
    execute(verb, view, { title: say(word, locale), associatedInputs: 'none' });
  return [
    ...settling(view, locale),
    ...answering(view, locale),
    ...(view.may.pullBack ? [plain('pull-back', words.pullBack)] : []),
    ...(view.may.remind ? [plain('remind', words.remind)] : []),
  ];
}
