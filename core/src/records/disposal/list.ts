import type { Person } from '../../directory/index.ts';
import type { LocalDate, Via } from '../../shared/index.ts';
import type { Choice, ItemState, ListState, Mark } from './rules.ts';

/** Why a list came back: from the records section with its words, or from a case that decided otherwise. */
export interface Note {
  readonly code: 'SENT_BACK' | 'TAKEN_BACK' | 'CASE_OVER' | 'CASE_UNFIT' | 'GIVEN_UP';
  readonly reason: string;
  readonly by: Person | null;
}

export interface Receipt {
  /** Who took it over: 公文書館 or the like. */
  readonly institution: string;
  readonly reference: string;
  readonly receivedOn: LocalDate;
  /** The city keeps its own copy, as its rule says. */
  readonly keepsCopy: boolean;
  readonly by: Person;
  /** instant, ISO 8601 */
  readonly at: string;
}

/** 廃棄・移管目録 as it stands in the database. */
export interface ListRow {
  readonly id: string;
  readonly fiscalYear: number;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: readonly string[];
  readonly isOrphan: boolean;
  readonly nth: number;
  readonly endsBy: LocalDate;
  readonly state: ListState;
  readonly version: number;
  readonly madeBy: Person;
  readonly madeAt: Date;
  readonly note: Note | null;
  readonly round: number;
  readonly fingerprint: string | null;
  readonly proposedBy: Person | null;
  /** Whoever proposed it, as the verified token said: the case is drafted in their name. */
  readonly proposedAs: { readonly entraObjectId: string; readonly via: Via; readonly locale: 'ja' | 'en' } | null;
  readonly caseId: string | null;
  readonly approvedAt: Date | null;
  readonly begunBy: Person | null;
  readonly begunIsChief: boolean | null;
  readonly begunAt: Date | null;
  readonly confirmedBy: Person | null;
  readonly confirmedAt: Date | null;
  readonly packageSha256: string | null;
  readonly receipt: Receipt | null;
  readonly doneAt: Date | null;
}

export interface Item {
  /** `RECORD`, or what another capability keeps: `RECORDING`, `TRANSCRIPT`, `LOG`. */
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly place: number;
  readonly folderId: string | null;
  readonly folderTitle: string | null;
  readonly title: string;
  readonly numberLabel: string | null;
  readonly classificationCode: string;
  readonly classificationName: string;
  readonly filedOn: LocalDate;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate;
  readonly ruleId: string;
  readonly regulationVersion: string;
  readonly medium: 'ELECTRONIC' | 'PAPER';
  readonly proposed: 'TRANSFER' | 'DESTROY' | 'CONSULT';
  readonly mark: Mark | null;
  readonly files: number;
  readonly bytes: number;
  readonly filesSha256: string;
  readonly choice: Choice | null;
  readonly reason: string;
  readonly until: LocalDate | null;
  readonly chosenBy: Person | null;
  readonly historical: boolean | null;
  readonly state: ItemState;
  readonly refusal: string | null;
  readonly settledAt: Date | null;
}

/** Nothing is decided yet of what has just been listed. */
export const UNDECIDED: Pick<
  Item,
  'choice' | 'reason' | 'until' | 'chosenBy' | 'historical' | 'state' | 'refusal' | 'settledAt'
> = {
  ...{ choice: null, reason: '', until: null, chosenBy: null, historical: null },
  ...{ state: 'LISTED', refusal: null, settledAt: null },
};

/** 「令和8年度 廃棄・移管目録（政策課 第1号）」 */
export const nameOf = ({ unitName, nth }: Pick<ListRow, 'unitName' | 'nth'>, fiscalYear: string): string =>
  `${fiscalYear} 廃棄・移管目録（${unitName} 第${nth}号）`;

export const recordOf = ({ subjectKind, subjectId }: Item): string | null =>
  subjectKind === 'RECORD' ? subjectId : null;
