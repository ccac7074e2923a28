import type { CaseView, DecisionBasis, SlotView } from '@kaigi/core/contract';

export interface RouteStage {
  readonly stage: number;
  readonly slots: readonly SlotView[];
  /** The stage that acts after the present one. */
  readonly next: boolean;
}

/** The slots stage by stage, those of one stage side by side. */
export function routeStages(route: readonly SlotView[]): readonly RouteStage[] {
  const numbers = [...new Set(route.map(({ stage }) => stage))].sort((one, other) => one - other);
  const active = route.find(({ status }) => status === 'ACTIVE')?.stage;
  const waiting = (stage: number) => route.some((slot) => slot.stage === stage && slot.status === 'WAITING');
  const next = active === undefined ? undefined : numbers.find((stage) => stage > active && waiting(stage));
  return numbers.map((stage) => ({
    stage,
    slots: route.filter((slot) => slot.stage === stage),
    next: stage === next,
  }));
}

/** True while the route is only a plan: nobody has been asked yet. */
export function isPlanned({ status }: Pick<CaseView, 'status'>): boolean {
  return status === 'DRAFT' || status === 'SENT_BACK';
}

type SlotWord = SlotView['status'] | 'DECIDED' | 'PROVISIONAL' | 'EXAMINED' | 'DEPUTY_APPROVED';

const APPROVED_AS: Readonly<Partial<Record<SlotView['duty'], SlotWord>>> = {
  DECISION: 'DECIDED',
  PROVISIONAL: 'PROVISIONAL',
  EXAMINE: 'EXAMINED',
};

/** 決裁 for the deciding slot, 承認 for the others: a code of the texts. */
export function slotState({ status, duty }: Pick<SlotView, 'status' | 'duty'>): SlotWord {
  if (status === 'APPROVED') return APPROVED_AS[duty] ?? status;
  if (status === 'DEPUTY_DECIDED' && duty !== 'DECISION') return 'DEPUTY_APPROVED';
  return status;
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
