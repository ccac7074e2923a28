-- Units, posts and appointments are effective-dated: [valid_from, valid_to), days in Japan; valid_to null = open.
create table kaigi.directory_unit (
  municipality_id uuid not null,
  unit_id uuid not null,
  code text not null,
  name text not null,
  kind text not null check (kind in ('BUREAU', 'DEPARTMENT', 'SECTION', 'SUBSECTION', 'OFFICE', 'BRANCH')),
  parent_unit_id uuid,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, unit_id, valid_from),
  unique (municipality_id, code, valid_from),
  check (valid_to is null or valid_to > valid_from)
);
select kaigi.own_by_municipality('kaigi.directory_unit', 'select, insert, update');

create table kaigi.directory_post (
  municipality_id uuid not null,
  post_id uuid not null,
  code text not null,
  unit_id uuid not null,
  title text not null,
  rank text not null check (rank in ('MAYOR', 'DEPUTY_MAYOR', 'DEPARTMENT_HEAD', 'SECTION_HEAD', 'SUBSECTION_HEAD', 'STAFF')),
  heads_unit boolean not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, post_id, valid_from),
  unique (municipality_id, code, valid_from),
  check (valid_to is null or valid_to > valid_from)
);
create index directory_post_by_unit on kaigi.directory_post (municipality_id, unit_id);
select kaigi.own_by_municipality('kaigi.directory_post', 'select, insert, update');

-- People: the Entra object id is the key to the outside; names only for showing.
create table kaigi.directory_staff (
  municipality_id uuid not null,
  staff_id uuid not null,
  entra_object_id uuid not null,
  sign_in_name text not null,
  name text not null,
  department text,
  job_title text,
  manager_object_id uuid,
  enabled boolean not null,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, staff_id),
  unique (municipality_id, entra_object_id)
);
create index directory_staff_by_sign_in_name on kaigi.directory_staff (municipality_id, lower(sign_in_name));
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
  primary key (municipality_id, appointment_id),
  unique (municipality_id, staff_id, post_id, valid_from),
  foreign key (municipality_id, staff_id) references kaigi.directory_staff (municipality_id, staff_id),
  check (valid_to is null or valid_to > valid_from)
);
create index directory_appointment_by_post on kaigi.directory_appointment (municipality_id, post_id);
select kaigi.own_by_municipality('kaigi.directory_appointment', 'select, insert, update');

create table kaigi.directory_role (
  municipality_id uuid not null,
  staff_id uuid not null,
  role text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  primary key (municipality_id, staff_id, role, valid_from),
  check (valid_to is null or valid_to > valid_from)
);
select kaigi.own_by_municipality('kaigi.directory_role', 'select, insert, update');
