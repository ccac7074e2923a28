import { asTyped, dayIn, fill, type Locale, warekiFiscalYear } from '../../shared/index.ts';
import type { Words } from '../act-words.ts';
import type { CaseView } from '../contract.ts';
import { cut, type Element, say, text } from './elements.ts';
import { statusOf } from './head.ts';
import { factWords } from './words.ts';

type Row = readonly [Words, string];
const MOST = 120;

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function matter({ matterName, basis }: CaseView, locale: Locale): Row[] {
  const named: Row[] = matterName ? [[factWords.matter, matterName]] : [];
  if (!basis) return named;
  const sentence = locale === 'en' ? (basis.sentenceEn ?? basis.sentence) : basis.sentence;
  const article = sentence.includes(basis.article) ? '' : `（${basis.article}）`;
  return [...named, [factWords.basis, `${sentence}${article}`]];
}

function attachments({ attachments: files, paperAttachments }: CaseView, locale: Locale): Row[] {
  const parts = [
    ...(files.length > 0 ? [fill(say(factWords.files, locale), { count: files.length })] : []),
    ...(paperAttachments.length > 0 ? [fill(say(factWords.paper, locale), { count: paperAttachments.length })] : []),
  ];
  return parts.length === 0 ? [] : [[factWords.attachments, parts.join(locale === 'ja' ? '、' : ', ')]];
}

/** When it takes effect, on another day than that of the decision, in red and with its reason: a fact of a FactSet has no colour. */
export function effectiveLines(view: CaseView, locale: Locale): Element[] {
  const { effectiveOn, effectiveDiffers, retroactive, retroactiveReason } = view;
  if (!effectiveOn || !effectiveDiffers) return [];
  const red = { color: 'Attention', spacing: 'Small' };
  const which = say(retroactive ? factWords.retroactive : factWords.later, locale);
  const day = `${say(factWords.effectiveOn, locale)}: ${dayIn(effectiveOn, locale)}${which}`;
  const reason = retroactiveReason
    ? [cut(fill(say(factWords.effectiveReason, locale), { reason: retroactiveReason }))]
    : [];
  return [text(day, { ...red, weight: 'Bolder' }), ...reason.map((line) => text(line, { ...red, spacing: 'None' }))];
}

function effective({ effectiveOn, effectiveDiffers }: CaseView, locale: Locale): Row[] {
  return effectiveOn && !effectiveDiffers ? [[factWords.effectiveOn, dayIn(effectiveOn, locale)]] : [];
}

/** 施行 and 完結, each with its day. */
function afterwards({ issued, completed }: CaseView, locale: Locale): Row[] {
  const year = (from: number) => (locale === 'ja' ? warekiFiscalYear(from) : from);
  const shown = completed && { day: dayIn(completed.on, locale), year: year(completed.fiscalYear) };
  return [
    ...(issued ? [[factWords.issuedOn, dayIn(issued.on, locale)] as const] : []),
    ...(shown ? [[factWords.completedOn, fill(say(factWords.completedIn, locale), shown)] as const] : []),
  ];
}

/** Drafter, state, what it is about, its files and its number. */
export function facts(view: CaseView, locale: Locale): Element {
  const { drafter, document, classification, documentNumber: number } = view;
  const rows: Row[] = [
    [factWords.drafter, `${drafter.unitName} ${drafter.postTitle} ${drafter.name}`],
    [factWords.status, statusOf(view, locale)],
    ...matter(view, locale),
    [factWords.document, `${document.file.fileName}（${size(document.file.size)}）`],
    ...attachments(view, locale),
    ...effective(view, locale),
    ...afterwards(view, locale),
    [factWords.classification, `${classification.name}・${view.period[locale]}`],
    ...(number ? [[factWords.number, `${number.label}　${number.dateWareki}`] as const] : []),
  ];
  return {
    type: 'FactSet',
    facts: rows.map(([words, value]) => ({ title: say(words, locale), value: asTyped(cut(value, MOST)) })),
  };
}
