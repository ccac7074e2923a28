-- Versions of the regulations that somebody brought in. The text is kept as it was given: what decided a case can be
-- read again for ever. A pack is proposed, decided upon by an approval case of its own, and then in force from its
-- 施行日 on, or from the day after which it could not have been known.
create table kaigi.regulations_pack (
  municipality_id uuid not null,
  pack_id uuid not null,
  version text not null,
  effective_from date not null,
  -- As it says of itself, in both languages; so that a list need not read every text.
  title jsonb not null,
  decision_rows int not null,
  yaml text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('PROPOSED', 'ACTIVE', 'DROPPED')),
  case_id uuid,
  imported_by jsonb not null,
  imported_at timestamptz(3) not null,
  in_force_from date,
  activated_at timestamptz(3),
  primary key (municipality_id, pack_id),
  check ((state = 'ACTIVE') = (in_force_from is not null and activated_at is not null)),
  check (in_force_from is null or in_force_from >= effective_from)
);
create unique index regulations_pack_by_version on kaigi.regulations_pack (municipality_id, version) where state <> 'DROPPED';
create unique index regulations_pack_by_case on kaigi.regulations_pack (municipality_id, case_id) where case_id is not null;
-- The text itself can never be altered.
select kaigi.own_by_municipality('kaigi.regulations_pack', 'select, insert, update (state, case_id, in_force_from, activated_at)');

-- 指定: whom the holder of a post named beforehand as deputies, where the regulations leave it to them. The newest row
-- of a post holds; an empty list takes it back.
create table kaigi.regulations_naming (
  municipality_id uuid not null,
  naming_id uuid not null,
  post_id uuid not null,
  deputy_post_ids uuid[] not null check (cardinality(deputy_post_ids) <= 5),
  named_by jsonb not null,
  named_at timestamptz(3) not null,
  primary key (municipality_id, naming_id)
);
create index regulations_naming_by_post on kaigi.regulations_naming (municipality_id, post_id, named_at);
select kaigi.own_by_municipality('kaigi.regulations_naming', 'select, insert');
select kaigi.make_append_only('kaigi.regulations_naming');
