-- An explanation is cancelled by itself too when whoever was to hear it has acted on the case.
alter table kaigi.schedules_explanation
  drop constraint schedules_explanation_why_check,
  add constraint schedules_explanation_why_check check (why in ('DECIDED', 'ENDED', 'ACTED'));
