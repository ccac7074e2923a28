import type { CaseView, DecisionBasis, SlotView } from '@kaigi/core/contract';

export interface RouteStep {
  readonly slot: SlotView;
  /** The stage that acts after the present one. */
  readonly next: boolean;
  /** Another slot of the same stage acts at the same time. */
  readonly together: boolean;
}

/** The slots in their order, with what each is at this moment. */
export function routeSteps(route: readonly SlotView[]): readonly RouteStep[] {
  const slots = [...route].sort((one, other) => one.stage - other.stage);
  const active = slots.find((slot) => slot.status === 'ACTIVE');
  const next = active && slots.find((slot) => slot.status === 'WAITING' && slot.stage > active.stage);
  return slots.map((slot) => ({
    slot,
    next: next !== undefined && slot.status === 'WAITING' && slot.stage === next.stage,
    together: slots.some((other) => other !== slot && other.stage === slot.stage),
  }));
}

/** True while the route is only a plan: nobody has been asked yet. */
export function isPlanned({ status }: Pick<CaseView, 'status'>): boolean {
  return status === 'DRAFT' || status === 'SENT_BACK';
}

/** 決裁 for the deciding slot, 承認 for the others: a code of `text.ts`. */
export function slotState({ status, duty }: Pick<SlotView, 'status' | 'duty'>): SlotView['status'] | 'DECIDED' {
  return status === 'APPROVED' && duty === 'DECISION' ? 'DECIDED' : status;
}

/** 12 KB, 3.4 MB */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** True where the sentence of the rule already says the article it comes from. */
export function namesItsArticle({ sentence, article }: Pick<DecisionBasis, 'sentence' | 'article'>): boolean {
  return sentence.includes(article);
}
