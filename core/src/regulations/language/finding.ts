import type { Sentence } from '../../shared/index.ts';

/** What is filled into the sentence; said differently in each language where it is a sentence itself. */
export type FindingParams = Readonly<Record<string, string | Sentence>>;

/** Why a pack is refused: the row, and the reason as data. The sentence is in `text.ts` under the code. */
export interface Finding {
  /** The row, example or matter by its name; null where the whole file is meant. */
  readonly row: string | null;
  readonly code: FindingCode;
  readonly params: FindingParams;
}

export type FindingCode =
  | 'regulations.pack_unreadable'
  | 'regulations.pack_shape'
  | 'regulations.pack_no_article'
  | 'regulations.pack_twice'
  | 'regulations.pack_unknown'
  | 'regulations.pack_circle'
  | 'regulations.pack_no_general'
  | 'regulations.pack_no_decision'
  | 'regulations.pack_overlap'
  | 'regulations.pack_gap'
  | 'regulations.pack_too_many_conditions'
  | 'regulations.pack_unreachable'
  | 'regulations.pack_reason_without_row'
  | 'regulations.pack_limit_without_condition'
  | 'regulations.pack_test_does_not_fit'
  | 'regulations.pack_empty_range'
  | 'regulations.pack_order_unreviewed'
  | 'regulations.pack_no_absence'
  | 'regulations.pack_misplaced'
  | 'regulations.pack_length_of_vacancy'
  | 'regulations.pack_skip_of_decision'
  | 'regulations.pack_automatic_not_allowed'
  | 'regulations.pack_automatic_not_absence'
  | 'regulations.pack_no_approver'
  | 'regulations.pack_forbids_all'
  | 'regulations.pack_empty_time'
  | 'regulations.pack_breaks_outside'
  | 'regulations.pack_breaks_too_short'
  | 'regulations.pack_over_eight_hours'
  | 'regulations.pack_over_forty_hours'
  | 'regulations.pack_no_day_off'
  | 'regulations.pack_day_off_worked'
  | 'regulations.pack_pattern_empty'
  | 'regulations.pack_above_law'
  | 'regulations.pack_below_law'
  | 'regulations.pack_leave_of_law'
  | 'regulations.pack_leave_incomplete'
  | 'regulations.pack_leave_falls'
  | 'regulations.pack_closed_without_ground'
  | 'regulations.pack_one_signer'
  | 'regulations.pack_after_minutes'
  | 'regulations.pack_fact_unsaid'
  | 'regulations.pack_fact_unfit'
  | 'regulations.pack_event_unnamed'
  | 'regulations.pack_event_not_asked'
  | 'regulations.pack_days_of_years'
  | 'regulations.pack_permanent_unfit'
  | 'regulations.pack_data_set_missing'
  | 'regulations.pack_retention_untried'
  | 'regulations.pack_need_open'
  | 'regulations.pack_need_unreachable'
  | 'regulations.pack_example_failed';

export const finding = (row: string | null, code: FindingCode, params: FindingParams = {}): Finding => ({
  row,
  code,
  params,
});
