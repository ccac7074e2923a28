import type { CaseView } from '../contract.ts';
import { asking, type CardContext, cut, type Element, execute, say, text, typed } from './elements.ts';
import { buttonWords as words } from './words.ts';

const MOST_MEMBERS = 40;

/** 同意, 意見付き同意, 異議 */
export function consultationButtons(view: CaseView, { locale }: CardContext): Element[] {
  const { may } = view;
  const list: Element[] = [];
  if (may.consent) {
    list.push(execute('consent', view, { title: say(words.consent, locale), style: 'positive' }));
    const title = say(words.consentWithOpinion, locale);
    const send = execute('consent-with-opinion', view, { title, style: 'positive' });
    list.push(asking(title, [typed('opinion', words.opinion, locale)], [send]));
  }
  if (may.object) {
    const title = say(words.object, locale);
    const warning = text(say(words.objectWarning, locale));
    const send = execute('object', view, { title, style: 'destructive' });
    list.push(asking(title, [warning, typed('objection', words.reason, locale)], [send]));
  }
  return list;
}

/** 合議受付: the section takes it in, or names at once who answers. */
export function receivingButtons(view: CaseView, { locale, members }: CardContext): Element[] {
  const slot = view.route.find(({ id }) => view.may.receive.includes(id));
  if (!slot) return [];
  const about = { slotId: slot.id };
  const receive = execute('receive', view, { title: say(words.receive, locale), about, associatedInputs: 'none' });
  const named = (members?.get(slot.id) ?? []).filter(({ staffId }) => staffId !== view.drafter.staffId);
  const first = slot.received ? [] : [receive];
  if (named.length === 0) return first;
  const choose: Element = {
    type: 'Input.ChoiceSet',
    id: 'staffId',
    label: say(words.assignee, locale),
    style: 'compact',
    isRequired: true,
    errorMessage: say(words.chooseOne, locale),
    choices: named
      .slice(0, MOST_MEMBERS)
      .map(({ staffId, name, postTitle }) => ({ title: cut(`${postTitle} ${name}`, 40), value: staffId })),
  };
  const assign = execute('assign', view, { title: say(words.assign, locale), about });
  return [asking(say(words.receiving, locale), [choose], [assign, ...first])];
}
