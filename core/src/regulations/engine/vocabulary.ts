import type { AbsenceEvidence, OrganisationSnapshot } from '../../directory/index.ts';
import type { Sentence } from '../../shared/index.ts';
import type { DecisionBasis, DutyCode, FactValue, PlannedAddress, StageRule } from '../contract.ts';

/** All that a rule may look at: the case as drafted, and the organisation of the day. */
export interface MatterQuestion {
  readonly there: OrganisationSnapshot;
  /** A matter of the pack; `GENERAL` where nobody says more. */
  readonly matter: string;
  /** 類推: decided like this listed matter. */
  readonly analogousTo?: string | null;
  readonly facts: Readonly<Record<string, FactValue>>;
  /** 専決の制限: the reasons that the drafter gives, by the pack's codes. */
  readonly escalations: readonly string[];
  /** Somebody wants a post of this class, or of the highest of these, to decide; a reason must be given. */
  readonly raiseTo?: string | readonly string[] | null;
  readonly urgent: boolean;
  /** The unit in which it is drafted. */
  readonly unitId: string;
  /** The drafter's posts, the one drafted in first, 兼務 included. */
  readonly drafterPostIds: readonly string[];
  /** 指定: the posts that the holder of a post named beforehand as deputies. */
  readonly namedBy?: (postId: string) => readonly string[];
}

/** One slot of a route as the regulations want it. */
export interface PlannedSlot {
  /** From 1. Slots of one stage are open at the same time. */
  readonly stage: number;
  readonly stageRule: StageRule;
  readonly duty: DutyCode;
  readonly address: PlannedAddress;
  readonly mandatory: boolean;
  /** The row that put it there; null for the line of review. */
  readonly ruleId: string | null;
  readonly article: string;
  readonly sentence: Sentence;
}

export interface LeftOut {
  readonly postId: string;
  readonly reason: 'DRAFTER' | 'VACANT';
  readonly sentence: Sentence;
}

export interface ReminderStep {
  readonly afterWorkingDays: number;
  readonly to: 'HOLDER' | 'SUPERIOR' | 'RECORDS' | 'DRAFTER';
  /** Only for slots with these duties; missing: for all. */
  readonly duties?: readonly DutyCode[] | undefined;
}

/** A step of the ladder for 後閲 that nobody did in time. */
export interface OverdueStep {
  readonly afterWorkingDays: number;
  readonly to: 'READER' | 'SUPERIOR' | 'OFFICER' | 'RECORDS' | 'ADMIN' | 'DRAFTER';
}

/** 番号の系列 of what is decided. */
export interface PlannedSeries {
  /** `SECTION`: the section's own run of numbers. */
  readonly series: string;
  /** Null: the section's symbol. */
  readonly symbol: string | null;
  readonly per: 'UNIT' | 'BODY' | 'NONE';
  readonly article: string;
}

export interface RoutePlan {
  readonly slots: readonly PlannedSlot[];
  readonly basis: DecisionBasis;
  readonly deciderPostId: string;
  readonly skipped: readonly LeftOut[];
  /** ―(斜線): superiors who do not see it because it is decided below them. */
  readonly struck: readonly string[];
  /** 引継先・報告先, after the decision. */
  readonly inform: readonly PlannedSlot[];
  readonly reminders: readonly ReminderStep[];
  /** 催促 of 後閲 past its last day. */
  readonly overdue: readonly OverdueStep[];
  /** 軽易: may be approved in bulk. */
  readonly minor: boolean;
  readonly numbering: PlannedSeries;
}

/** Who can do something about it: by role, or the drafter. */
export type WhoCanResolve = 'DRAFTER' | 'ADMIN' | 'PERSONNEL' | 'RECORDS_OFFICER';

export type RouteProblemCode =
  | 'regulations.unknown_unit'
  | 'regulations.unknown_matter'
  | 'regulations.unknown_reason'
  | 'regulations.unknown_class'
  | 'regulations.unknown_designation'
  | 'regulations.analogy_not_allowed'
  | 'regulations.fact_missing'
  | 'regulations.fact_wrong'
  | 'regulations.reason_missing'
  | 'regulations.no_rule'
  | 'regulations.decider_missing'
  | 'regulations.decider_vacant'
  | 'regulations.no_superior'
  | 'regulations.consulted_vacant';

/** What stands in the way of a route, and who can resolve it. The sentence is in `text.ts` under the code. */
export interface RouteProblem {
  readonly ok: false;
  readonly problem: RouteProblemCode;
  readonly params: Readonly<Record<string, string>>;
  readonly whoCanResolve: WhoCanResolve;
}

export type PlanAnswer = { readonly ok: true; readonly plan: RoutePlan } | RouteProblem;

/** What the rules look at of an absence. */
export type KnownAbsence = Pick<AbsenceEvidence, 'source' | 'from' | 'until'>;

/** 特例の命令 that is in force on the day that is asked about. */
export interface OrderInForce {
  /** A switch of the telework rules. */
  readonly switch: string;
  readonly orderNumber: string;
}

/** 代決: may somebody act for the absent holder of a post? */
export interface StandInQuestion extends MatterQuestion {
  readonly duty: DutyCode;
  /** The post whose holder does not act. */
  readonly postId: string;
  readonly at: Date;
  /** What is known of the absence; null: nothing. Whether the post is vacant is seen in the organisation. */
  readonly absent: KnownAbsence | null;
  /** 指示: the absent one said so beforehand, and it is recorded. */
  readonly instructed: boolean;
  /** 合議不調 */
  readonly deadlock: boolean;
  /** Whether the holder of another post is absent; a vacant post needs no evidence. */
  readonly isAbsent: (postId: string) => boolean;
  /** What is known of the absence of another post's holder: these regulations then judge it instead of `isAbsent`. */
  readonly absenceOf?: (postId: string) => KnownAbsence | null;
  /** 緊急時の代決: each is asked by itself, and only where the rules grant nothing without. */
  readonly orders?: readonly OrderInForce[];
  readonly asking: { readonly postIds: readonly string[]; readonly isDrafter: boolean };
}

export interface PostReview {
  readonly required: boolean;
  readonly dueWorkingDays: number;
  /** From the act, or from the day on which the absent one is back. */
  readonly dueFrom: 'ACT' | 'RETURN';
  readonly to: readonly ('ABSENT' | 'SUPERIOR')[];
  readonly ruleId: string | null;
  readonly article: string;
  readonly sentence: Sentence;
}

export type RefusalCode =
  | 'regulations.not_absent'
  | 'regulations.vacancy_not_absence'
  | 'regulations.deputy_limited'
  | 'regulations.not_a_deputy'
  | 'regulations.not_first_in_order'
  | 'regulations.deputy_is_drafter'
  | 'regulations.skip_not_allowed';

/** Why not, and by which article; the sentence is the regulation's own where a row forbids it. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode | RouteProblemCode;
  readonly ruleId: string | null;
  readonly article: string;
  readonly sentence: Sentence;
}

export interface StandIn {
  readonly ok: true;
  readonly ruleId: string;
  readonly article: string;
  readonly sentence: Sentence;
  readonly onBehalfOf: string;
  /** The post in which the deputy acts. */
  readonly actingPostId: string;
  /** 第n順位 */
  readonly order: number;
  readonly postReview: PostReview;
  /** 緊急時の代決: the order without which nobody might have acted. */
  readonly byOrder: OrderInForce | null;
}

export type StandInAnswer = StandIn | Refusal;

/** 後閲 of an absent participant on the way: may the others go on without? */
export type SkipQuestion = Omit<
  StandInQuestion,
  'asking' | 'isAbsent' | 'absenceOf' | 'instructed' | 'deadlock' | 'orders'
> & {
  readonly trigger: 'DRAFTING' | 'ABSENCE' | 'PULL_UP';
};

export type SkipAnswer =
  | {
      readonly ok: true;
      readonly ruleId: string;
      readonly article: string;
      readonly sentence: Sentence;
      readonly onBehalfOf: string;
      readonly postReview: PostReview;
      /** Passed over by itself, without anybody choosing to. */
      readonly automatic: boolean;
    }
  | Refusal;
