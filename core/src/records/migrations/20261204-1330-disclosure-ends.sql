-- A request ends without a decision too: 取下げ by whoever asked, or 却下 (a disposition, which can be appealed against).
-- 補正: what is to be put right and by when. 審査請求: 諮問 to the review board, and what came of it.
alter table kaigi.records_disclosure
  add column correction_wanted text check (correction_wanted <> ''),
  add column correction_until date,
  add column withdrawn_on date,
  add column withdrawal_note text not null default '',
  add column dismissed_on date,
  add column dismissal_article text check (dismissal_article <> ''),
  add column dismissal_reason text check (dismissal_reason <> ''),
  add column referred_on date,
  -- Null of what was registered as ruled before its kind was asked for.
  add column ruling text check (ruling in ('INADMISSIBLE', 'REJECTED', 'UPHELD', 'WITHDRAWN')),
  add column ruling_note text not null default '',
  drop constraint records_disclosure_state_check,
  drop constraint records_disclosure_check2;
alter table kaigi.records_disclosure
  add constraint records_disclosure_state_check
    check (state in ('OPEN', 'DECIDED', 'DISMISSED', 'WITHDRAWN', 'APPEALED')),
  add constraint records_disclosure_ends_once
    check (num_nonnulls(decided_on, dismissed_on, withdrawn_on) = (case state when 'OPEN' then 0 else 1 end)),
  add constraint records_disclosure_decided
    check ((decided_on is null) = (decision_register_id is null) and (decided_on is null) = (decision_label is null)),
  add constraint records_disclosure_dismissed
    check ((dismissed_on is null) = (dismissal_article is null) and (dismissed_on is null) = (dismissal_reason is null)),
  add constraint records_disclosure_end_of_state
    check (case state when 'DECIDED' then decided_on is not null when 'DISMISSED' then dismissed_on is not null
      when 'WITHDRAWN' then withdrawn_on is not null when 'APPEALED' then withdrawn_on is null else true end),
  add constraint records_disclosure_ruled check (ruling is null or ruled_on is not null);
