-- Units, posts, appointments and roles are effective-dated: [valid_from, valid_to), days in Japan; valid_to null = open.
-- A row is never altered and never deleted: what turns out otherwise gets its cancelled_at, and the right row is added.
-- So the rows also tell what was believed when: recorded_at <= then < cancelled_at. Whoever asks about a day leaves the
-- cancelled rows out.

-- "At most one version on any day" is an exclusion constraint, held by the database against every writer. Equality of
-- uuids inside GiST would need the extension btree_gist, which a city's database may not allow; a range with one member
-- says the same, and ranges need no extension. (On Citus the constraint must name municipality_id with =: use
-- btree_gist there.)
create type kaigi.uuid_range as range (subtype = uuid);
create function kaigi.only(id uuid) returns kaigi.uuid_range
  language sql immutable strict parallel safe
  as $$ select kaigi.uuid_range(id, id, '[]') $$;

create table kaigi.directory_unit (
  municipality_id uuid not null,
  version_id uuid not null,
  -- Stable per code for ever: cases name it.
  unit_id uuid not null,
  code text not null,
  name text not null,
  kind text not null check (kind in ('BUREAU', 'DEPARTMENT', 'SECTION', 'SUBSECTION', 'OFFICE', 'BRANCH')),
  parent_unit_id uuid,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  cancelled_at timestamptz,
  primary key (municipality_id, version_id),
  check (valid_to is null or valid_to > valid_from),
  constraint directory_unit_one_version_a_day
    exclude using gist (kaigi.only(unit_id) with &&, daterange(valid_from, valid_to) with &&) where (cancelled_at is null)
);
create unique index directory_unit_by_id on kaigi.directory_unit (municipality_id, unit_id, valid_from) where cancelled_at is null;
create unique index directory_unit_by_code on kaigi.directory_unit (municipality_id, code, valid_from) where cancelled_at is null;
select kaigi.own_by_municipality('kaigi.directory_unit', 'select, insert, update (cancelled_at)');

create table kaigi.directory_post (
  municipality_id uuid not null,
  version_id uuid not null,
  -- Stable per code for ever: routes name it.
  post_id uuid not null,
  code text not null,
  unit_id uuid not null,
  title text not null,
  rank text not null check (rank in ('MAYOR', 'DEPUTY_MAYOR', 'BUREAU_HEAD', 'WARD_HEAD', 'DEPARTMENT_HEAD', 'SECTION_HEAD',
    'DEPUTY_SECTION_HEAD', 'SUBSECTION_HEAD', 'CHIEF', 'STAFF')),
  heads_unit boolean not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  cancelled_at timestamptz,
  primary key (municipality_id, version_id),
  check (valid_to is null or valid_to > valid_from),
  constraint directory_post_one_version_a_day
    exclude using gist (kaigi.only(post_id) with &&, daterange(valid_from, valid_to) with &&) where (cancelled_at is null)
);
create unique index directory_post_by_id on kaigi.directory_post (municipality_id, post_id, valid_from) where cancelled_at is null;
create unique index directory_post_by_code on kaigi.directory_post (municipality_id, code, valid_from) where cancelled_at is null;
create index directory_post_by_unit on kaigi.directory_post (municipality_id, unit_id) where cancelled_at is null;
select kaigi.own_by_municipality('kaigi.directory_post', 'select, insert, update (cancelled_at)');

-- People: the Entra object id is the key to the outside; names only for showing.
create table kaigi.directory_staff (
  municipality_id uuid not null,
  staff_id uuid not null,
  entra_object_id uuid not null,
  -- Kept in small letters, in which it is also asked for.
  sign_in_name text not null check (sign_in_name = lower(sign_in_name)),
  name text not null,
  department text,
  job_title text,
  manager_object_id uuid,
  enabled boolean not null,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, staff_id),
  unique (municipality_id, entra_object_id)
);
-- Not unique: Entra may give the name of somebody who left to somebody new.
create index directory_staff_by_sign_in_name on kaigi.directory_staff (municipality_id, sign_in_name);
select kaigi.own_by_municipality('kaigi.directory_staff', 'select, insert, update');

create table kaigi.directory_appointment (
  municipality_id uuid not null,
  appointment_id uuid not null,
  staff_id uuid not null,
  post_id uuid not null,
  -- 兼務
  concurrent boolean not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  cancelled_at timestamptz,
  primary key (municipality_id, appointment_id),
  foreign key (municipality_id, staff_id) references kaigi.directory_staff (municipality_id, staff_id),
  check (valid_to is null or valid_to > valid_from)
);
create unique index directory_appointment_by_staff on kaigi.directory_appointment (municipality_id, staff_id, post_id, valid_from)
  where cancelled_at is null;
create index directory_appointment_by_post on kaigi.directory_appointment (municipality_id, post_id) where cancelled_at is null;
select kaigi.own_by_municipality('kaigi.directory_appointment', 'select, insert, update (cancelled_at)');

create table kaigi.directory_role (
  municipality_id uuid not null,
  grant_id uuid not null,
  staff_id uuid not null,
  role text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  cancelled_at timestamptz,
  primary key (municipality_id, grant_id),
  foreign key (municipality_id, staff_id) references kaigi.directory_staff (municipality_id, staff_id),
  check (valid_to is null or valid_to > valid_from)
);
create unique index directory_role_by_staff on kaigi.directory_role (municipality_id, staff_id, role, valid_from)
  where cancelled_at is null;
select kaigi.own_by_municipality('kaigi.directory_role', 'select, insert, update (cancelled_at)');

-- Another number after every change, so that a process may remember what it has read. From a sequence, because a change
-- that is rolled back must not leave its number to the next one.
create sequence kaigi.directory_versions;
grant usage on sequence kaigi.directory_versions to kaigi_service;
create table kaigi.directory_version (
  municipality_id uuid primary key,
  version bigint not null
);
select kaigi.own_by_municipality('kaigi.directory_version', 'select, insert, update');

create function kaigi.directory_changed() returns trigger
  language plpgsql
  as $$
begin
  insert into kaigi.directory_version as v (municipality_id, version)
  select c.municipality_id, nextval('kaigi.directory_versions') from (select distinct municipality_id from changed) c
  on conflict (municipality_id) do update set version = excluded.version;
  return null;
end $$;

do $$
declare
  one text;
begin
  foreach one in array array['staff', 'unit', 'post', 'appointment', 'role'] loop
    execute format('create trigger changed_by_insert after insert on kaigi.directory_%s referencing new table as changed
      for each statement execute function kaigi.directory_changed()', one);
    execute format('create trigger changed_by_update after update on kaigi.directory_%s referencing new table as changed
      for each statement execute function kaigi.directory_changed()', one);
    execute format('create trigger changed_by_delete after delete on kaigi.directory_%s referencing old table as changed
      for each statement execute function kaigi.directory_changed()', one);
  end loop;
end $$;
