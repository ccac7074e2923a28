import { type Card, type Json, type Locale, warekiTime } from '../shared/index.ts';
import type { CaseSummary, CaseView, SlotView } from './contract.ts';
import { cardWords, statusWords, type Words } from './text.ts';

/** What a card needs beside the case: the reader's language, and where the tab shows a case. */
export interface CardContext {
  readonly locale: Locale;
  readonly caseUrl: (caseId: string) => string;
  /** One sentence on top, for example that the content has changed since. */
  readonly note?: string;
}

type Element = { readonly [key: string]: Json };
const AC_VERSION = '1.5';
// A card over 28 KB would be refused by Teams; long texts belong to the case page.
const PROPOSAL_SHOWN = 600;

const text = (value: string, more: Element = {}): Element => ({
  type: 'TextBlock',
  text: escaped(value),
  wrap: true,
  ...more,
});

const MAY_BE_MARKDOWN = /[\\`*_[\]\-+>#]/;

/**
 * A TextBlock reads Markdown; what people typed is shown as they typed it. Only what would make a link, an image or
 * emphasis is escaped, and what begins a list, a heading or a quotation at the start of a line.
 */
function escaped(value: string): string {
  if (!MAY_BE_MARKDOWN.test(value)) return value;
  return value.replace(/[\\`*_[\]]/g, (sign) => `\\${sign}`).replace(/^(\s*)([-+>#])/gm, '$1\\$2');
}

const cut = (value: string) =>
  value.length > PROPOSAL_SHOWN ? `${Array.from(value).slice(0, PROPOSAL_SHOWN).join('')}…` : value;

function execute(verb: string, view: CaseView, title: string, more: Element = {}): Element {
  return {
    type: 'Action.Execute',
    title,
    verb: `approvals/${verb}`,
    data: { caseId: view.id, version: view.version },
    ...more,
  };
}

/** A button that first asks for a text: 差戻し and 質問 are never one thoughtless tap. */
function withText(
  title: string,
  field: { id: string; label: string; missing: string },
  inside: readonly Element[],
  extra: readonly Element[] = [],
): Element {
  const input: Element = {
    type: 'Input.Text',
    id: field.id,
    label: field.label,
    isMultiline: true,
    isRequired: true,
    errorMessage: field.missing,
    maxLength: 1000,
  };
  return {
    type: 'Action.ShowCard',
    title,
    card: { type: 'AdaptiveCard', version: AC_VERSION, body: [...extra, input], actions: [...inside] },
  };
}

const say = (words: Words, locale: Locale) => words[locale];

function sign(slot: SlotView): string {
  if (slot.status === 'APPROVED') return '✔';
  return slot.status === 'ACTIVE' ? '▶' : '・';
}

function routeLines(view: CaseView, locale: Locale): Element[] {
  return view.route.map((slot) => {
    const names = slot.holders.map((person) => person.name).join('、') || say(cardWords.vacant, locale);
    const duty = slot.duty === 'DECISION' ? `（${say(cardWords.decision, locale)}）` : '';
    const when = slot.actedAt ?? slot.activeSince;
    const time = when ? `　${warekiTime(new Date(when))}` : '';
    const line = `${sign(slot)} ${slot.unitName} ${slot.postTitle} ${names}${duty}${time}`;
    return text(line, {
      spacing: 'None',
      size: 'Small',
      ...(slot.status === 'ACTIVE' ? { weight: 'Bolder' } : { isSubtle: true }),
    });
  });
}

/** The first line: what is asked of this reader, or how the case stands. */
export function headline(view: CaseView, { locale }: CardContext): string {
  if (view.task === 'ACT') return say(view.may.decides ? cardWords.askDecision : cardWords.askApproval, locale);
  if (view.task === 'SETTLE_WITHDRAWAL') return say(cardWords.askWithdrawal, locale);
  if (view.task === 'ANSWER') return say(cardWords.askAnswer, locale);
  if (view.task === 'CORRECT') return say(cardWords.askCorrection, locale);
  return say(cardWords.state[view.status], locale);
}

function facts(view: CaseView, locale: Locale): Element {
  const rows: [Words, string][] = [
    [cardWords.drafter, `${view.drafter.unitName} ${view.drafter.postTitle} ${view.drafter.name}`],
    [cardWords.status, say(statusWords[view.status], locale)],
    [cardWords.document, `${view.document.file.fileName}（${size(view.document.file.size)}）`],
    [cardWords.classification, `${view.classification.name}・${view.retentionYears}${say(cardWords.years, locale)}`],
  ];
  if (view.documentNumber)
    rows.push([cardWords.number, `${view.documentNumber.label}　${view.documentNumber.dateWareki}`]);
  return {
    type: 'FactSet',
    facts: rows.map(([words, value]) => ({ title: say(words, locale), value: escaped(value) })),
  };
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function said(view: CaseView, locale: Locale): Element[] {
  const lines: Element[] = [];
  if (view.withdrawalRequest) {
    lines.push(
      text(`${say(cardWords.withdrawalReason, locale)}：${cut(view.withdrawalRequest.reason)}`, { color: 'Warning' }),
    );
  }
  if (view.sentBack) {
    lines.push(
      text(`${say(cardWords.sentBackReason, locale)}（${view.sentBack.by.name}）：${cut(view.sentBack.reason)}`, {
        color: 'Attention',
      }),
    );
  }
  for (const question of view.questions.slice(-3)) {
    lines.push(text(`${say(cardWords.question, locale)}（${question.askedBy.name}）：${cut(question.text)}`));
    if (question.answer)
      lines.push(text(`${say(cardWords.answer, locale)}（${question.answer.by.name}）：${cut(question.answer.text)}`));
  }
  return lines;
}

function actions(view: CaseView, { locale, caseUrl }: CardContext): Element[] {
  const { may } = view;
  const list: Element[] = [];
  const label = (words: Words) => say(words, locale);
  if (may.settleWithdrawal) {
    list.push(execute('confirm-withdrawal', view, label(cardWords.confirmWithdrawal), { associatedInputs: 'none' }));
    const decline = execute('decline-withdrawal', view, label(cardWords.declineWithdrawal));
    list.push(withText(label(cardWords.declineWithdrawal), field(cardWords.reason, 'reason', locale), [decline]));
  }
  if (may.approve)
    list.push(
      execute('approve', view, label(may.decides ? cardWords.decide : cardWords.approve), { style: 'positive' }),
    );
  if (may.sendBack) {
    const send = execute('send-back', view, label(cardWords.sendBack), { style: 'destructive' });
    list.push(
      withText(label(cardWords.sendBack), field(cardWords.reason, 'reason', locale), [send], targets(view, locale)),
    );
  }
  if (may.ask) {
    const ask = execute('ask', view, label(cardWords.ask));
    list.push(withText(label(cardWords.ask), field(cardWords.questionText, 'text', locale), [ask]));
  }
  for (const questionId of may.answer.slice(0, 1)) {
    const data = { caseId: view.id, version: view.version, questionId };
    const send = { ...execute('answer', view, label(cardWords.sendAnswer)), data };
    list.push(withText(label(cardWords.sendAnswer), field(cardWords.answerText, 'text', locale), [send]));
  }
  if (may.pullBack) list.push(execute('pull-back', view, label(cardWords.pullBack), { associatedInputs: 'none' }));
  list.push({ type: 'Action.OpenUrl', title: label(cardWords.open), url: caseUrl(view.id) });
  return list;
}

const field = (label: Words & { missing: Words }, id: string, locale: Locale) => ({
  id,
  label: label[locale],
  missing: label.missing[locale],
});

function targets(view: CaseView, locale: Locale): Element[] {
  if (view.sendBackTargets.length === 0) return [];
  const choices = [
    { title: `${say(cardWords.toDrafter, locale)}（${view.drafter.name}）`, value: '' },
    ...view.sendBackTargets.map(({ slotId, label }) => ({ title: label, value: slotId })),
  ];
  const label = say(cardWords.sendBackTo, locale);
  return [{ type: 'Input.ChoiceSet', id: 'toSlotId', label, style: 'compact', value: '', choices }];
}

/** 案件 as a card: what is asked of this reader, the case, where it stands, and only the buttons that work. */
export function caseCard(view: CaseView, context: CardContext): Card {
  const { locale, note } = context;
  const comment: Element[] = view.may.approve
    ? [{ type: 'Input.Text', id: 'comment', label: say(cardWords.comment, locale), isMultiline: true, maxLength: 1000 }]
    : [];
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: AC_VERSION,
    lang: locale,
    msteams: { width: 'Full' },
    body: [
      ...(note ? [text(note, { color: 'Attention', weight: 'Bolder' })] : []),
      text(headline(view, context), { color: view.task ? 'Accent' : 'Default', weight: 'Bolder', size: 'Small' }),
      text(view.title, { size: 'Large', weight: 'Bolder', spacing: 'Small', style: 'heading' }),
      facts(view, locale),
      ...(view.proposalText ? [text(cut(view.proposalText), { separator: true })] : []),
      ...said(view, locale),
      {
        type: 'Container',
        separator: true,
        items: [text(say(cardWords.route, locale), { weight: 'Bolder', size: 'Small' }), ...routeLines(view, locale)],
      },
      ...comment,
    ],
    actions: actions(view, context),
  };
}

/** The line shown in notifications and lists. */
export function caseSummaryLine(view: CaseView, context: CardContext): string {
  return `${headline(view, context)}「${view.title}」`;
}

/** 今どこ: several cases in one card, each with who has it and since when. */
export function whereCard(items: readonly CaseSummary[], { locale, caseUrl }: CardContext): Card {
  const rows = items.map((item): Element => {
    const number = item.documentNumber ? `　${item.documentNumber.label}` : '';
    const who = item.holder
      ? `▶ ${item.holder.unitName} ${item.holder.postTitle} ${item.holder.names.join('、')}　${warekiTime(new Date(item.holder.since))}〜`
      : `${say(statusWords[item.status], locale)}${number}`;
    return {
      type: 'Container',
      separator: true,
      selectAction: { type: 'Action.OpenUrl', title: item.title, url: caseUrl(item.id) },
      items: [text(item.title, { weight: 'Bolder' }), text(who, { spacing: 'None', isSubtle: true, size: 'Small' })],
    };
  });
  return { type: 'AdaptiveCard', version: AC_VERSION, lang: locale, msteams: { width: 'Full' }, body: rows };
}
