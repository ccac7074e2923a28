import { type Locale, say, wareki } from '../../shared/index.ts';
import { postName } from '../rules.ts';
import type { BrokenSlot } from './breaks.ts';
import type { BreakView, OrganisationDifference, RehearsalSummary, RehearsalView } from './contract.ts';
import type { Rehearsed } from './rehearse.ts';
import type { Acceptance, Rehearsal } from './store.ts';
import { rehearsalTexts } from './text.ts';

export function presentSummary(row: Rehearsal): RehearsalSummary {
  return {
    id: row.rehearsalId,
    title: row.title,
    effectiveOn: row.effectiveOn,
    effectiveOnLabel: wareki(row.effectiveOn),
    state: row.state,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy.name,
    activatedAt: row.activatedAt?.toISOString() ?? null,
    activatedBy: row.activatedBy?.name ?? null,
  };
}

const text = (code: string, locale: Locale, params: Readonly<Record<string, string>> = {}): string =>
  say(rehearsalTexts, code, locale, params) ?? code;

/** What the kind of a difference is called. */
export const differenceName = (kind: OrganisationDifference['kind'], locale: Locale): string =>
  text(`directory.difference.${kind}`, locale);

function sentenceOf(slot: BrokenSlot, locale: Locale): string {
  const { label, drafterName: drafter, unitName: unit, postTitle, resolver } = slot;
  const whose = resolver && { post: postName(resolver.unitName, resolver.postTitle), name: resolver.name };
  return text(`directory.break.${slot.reason}`, locale, {
    label,
    drafter,
    unit,
    post: postName(unit, postTitle),
    duty: text(`directory.duty.${slot.duty}`, locale),
    resolver: whose ? text('directory.break.resolver', locale, whose) : text('directory.break.nobody', locale),
  });
}

export function presentBreaks({ slots, rules }: Rehearsed, locale: Locale): BreakView[] {
  return [
    ...slots.map((slot): BreakView => ({ kind: 'CASE', ...slot, sentence: sentenceOf(slot, locale) })),
    ...rules.map(({ breakId, ruleId, article, already, sentence }): BreakView => {
      return { kind: 'RULE', breakId, ruleId, article, already, sentence: sentence[locale] };
    }),
  ];
}

const SHOWN = 200;

export interface Found {
  readonly row: Rehearsal;
  readonly rehearsed: Rehearsed;
  readonly accepted: readonly Acceptance[];
  readonly unknown: readonly string[];
  /** The day is still to come. */
  readonly ahead: boolean;
}

/** The breaks that nobody has accepted. */
export function openBreaks(
  breaks: readonly BreakView[],
  accepted: readonly { readonly breakId: string }[],
): BreakView[] {
  const taken = new Set(accepted.map(({ breakId }) => breakId));
  return breaks.filter(({ breakId }) => !taken.has(breakId));
}

export function presentRehearsal({ row, rehearsed, accepted, unknown, ahead }: Found, locale: Locale): RehearsalView {
  const broken = presentBreaks(rehearsed, locale);
  const open = openBreaks(broken, accepted).length;
  const counts = Object.groupBy(rehearsed.differences, ({ kind }) => kind);
  return {
    ...presentSummary(row),
    counts: Object.fromEntries(Object.entries(counts).map(([kind, of]) => [kind, of.length])),
    differences: rehearsed.differences.slice(0, SHOWN),
    open,
    broken,
    orphaned: [...rehearsed.orphaned],
    accepted: accepted.map(({ breakId, reason, acceptedBy, acceptedAt }) => {
      return { breakId, reason, acceptedBy: acceptedBy.name, acceptedAt: acceptedAt.toISOString() };
    }),
    unknown: [...unknown],
    mayActivate: ahead && row.state === 'REHEARSED' && open === 0,
  };
}
