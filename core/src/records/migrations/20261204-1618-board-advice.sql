-- 諮問 has a number, and the board answers (答申) before an appeal is rejected, as a whole or in part (一部認容).
alter table kaigi.records_disclosure
  add column referral_number text not null default '',
  add column advised_on date,
  add column advice_number text not null default '',
  drop constraint records_disclosure_ruling_check,
  add constraint records_disclosure_ruling_check
    check (ruling in ('INADMISSIBLE', 'REJECTED', 'PARTLY_UPHELD', 'UPHELD', 'WITHDRAWN')),
  add constraint records_disclosure_board
    check ((referral_number = '' or referred_on is not null) and (advised_on is null or referred_on is not null)
      and (advice_number = '' or advised_on is not null));
