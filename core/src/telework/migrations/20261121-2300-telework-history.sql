-- What happened in テレワーク・庶務, one row each, only ever added: applications, corrections, reports, leave, closings,
-- switches. What the capability shows besides is made from these rows, or kept beside them to be found sooner.
create table kaigi.telework_fact (
  municipality_id uuid not null,
  -- For example `application`: which kind of thing it happened to.
  subject_kind text not null,
  subject_id uuid not null,
  -- From 1; the key lets only one of two writers be the next.
  seq int not null check (seq > 0),
  at timestamptz not null,
  act text not null,
  -- Whose matter it is; null where it is the city's.
  staff_id uuid,
  actor jsonb not null,
  -- Text stays as it was hashed.
  fact json not null,
  via text not null check (via in ('teams', 'api', 'word', 'rules')),
  leaf_id uuid not null,
  primary key (municipality_id, subject_kind, subject_id, seq)
);
create index telework_fact_by_staff on kaigi.telework_fact (municipality_id, staff_id, subject_kind, at);
select kaigi.own_by_municipality('kaigi.telework_fact', 'select, insert');
select kaigi.make_append_only('kaigi.telework_fact');
