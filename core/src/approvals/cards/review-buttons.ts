import type { Locale } from '../../shared/index.ts';
import type { CaseView } from '../contract.ts';
import { asking, cut, type Element, execute, say, text, ticked, typed } from './elements.ts';
import { buttonWords as words } from './words.ts';

const MOST_TARGETS = 20;

const choices = (list: readonly { title: string; value: string }[], more: { id: string; label: string }): Element => ({
  type: 'Input.ChoiceSet',
  style: 'compact',
  value: '',
  choices: [...list],
  ...more,
});

function targets(view: CaseView, locale: Locale): Element[] {
  if (view.sendBackTargets.length === 0) return [];
  const toDrafter = { title: `${say(words.toDrafter, locale)}（${view.drafter.name}）`, value: '' };
  const earlier = view.sendBackTargets.slice(-MOST_TARGETS);
  const list = [toDrafter, ...earlier.map(({ slotId, label }) => ({ title: cut(label, 60), value: slotId }))];
  return [choices(list, { id: 'toSlotId', label: say(words.sendBackTo, locale) })];
}

function rejection(view: CaseView, locale: Locale): Element {
  const title = say(words.reject, locale);
  const warning = text(say(words.rejectWarning, locale), { color: 'Attention', weight: 'Bolder' });
  const send = execute('reject', view, { title, style: 'destructive' });
  return asking(title, [warning, typed('rejectReason', words.reason, locale)], [send]);
}

/** For whoever reviews or decides. */
export function reviewButtons(view: CaseView, locale: Locale): Element[] {
  const { may } = view;
  const list: Element[] = [];
  if (may.approve) {
    const title = say(may.decides ? words.decide : words.approve, locale);
    list.push(execute('approve', view, { title, style: 'positive' }));
  }
  // A consulted section objects; the rarer 差戻し of it is on the case page.
  if (may.sendBack && !may.object) {
    const title = say(words.sendBack, locale);
    const send = execute('send-back', view, { title, style: 'destructive' });
    list.push(asking(title, [...targets(view, locale), typed('reason', words.reason, locale)], [send]));
  }
  if (may.reject) list.push(rejection(view, locale));
  return list;
}

export function askButton(view: CaseView, locale: Locale): Element[] {
  if (!view.may.ask) return [];
  const title = say(words.ask, locale);
  return [asking(title, [typed('text', words.questionText, locale)], [execute('ask', view, { title })])];
}

/** Fields beside the plain approval or consent. */
export function reviewFields({ may }: CaseView, locale: Locale): Element[] {
  const comment = may.approve || may.consent ? [typed('comment', words.comment, locale)] : [];
  return may.approve && may.checkPaper ? [ticked('paperChecked', words.paperChecked, locale), ...comment] : comment;
}

/** 引上げ, for a later post: the reviewers before it look at the case afterwards. */
export function pullUpButtons(view: CaseView, locale: Locale): Element[] {
  if (!view.may.pullUp) return [];
  const warning = text(say(words.pullUpWarning, locale));
  const paper = view.may.checkPaper ? [ticked('pullUpPaper', words.paperChecked, locale)] : [];
  const approve = say(view.may.pullUpDecides ? words.pullUpDecide : words.pullUpApprove, locale);
  const reject = say(words.pullUpReject, locale);
  const ends = text(say(words.rejectWarning, locale), { color: 'Attention', weight: 'Bolder' });
  return [
    asking(
      approve,
      [warning, ...paper, typed('pullUpReason', words.reason, locale)],
      [execute('pull-up', view, { title: approve, style: 'positive' })],
    ),
    asking(
      reject,
      [ends, typed('pullUpRejectReason', words.reason, locale)],
      [execute('pull-up-reject', view, { title: reject, style: 'destructive' })],
    ),
  ];
}
