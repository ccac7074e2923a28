-- The role that the service works as. It owns no table, so row-level security always binds it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'kaigi_service') then
    create role kaigi_service nologin;
  end if;
exception
  -- Two databases of one cluster migrating at the same moment.
  when duplicate_object or unique_violation then null;
end $$;
grant kaigi_service to current_user;

create schema kaigi;
grant usage on schema kaigi to kaigi_service;

create function kaigi.municipality() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('kaigi.municipality_id', true), '')::uuid $$;

-- Every table of every capability is made one municipality's own by this: row-level security and grants together.
create function kaigi.own_by_municipality(target regclass, granted text) returns void
  language plpgsql
  as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy municipality on %s to kaigi_service using (municipality_id = kaigi.municipality()) with check (municipality_id = kaigi.municipality())',
    target);
  execute format('create policy owner on %s to current_user using (true) with check (true)', target);
  execute format('grant %s on %s to kaigi_service', granted, target);
end $$;

-- History is append-only in the database itself: refused by trigger even for the owner, and never granted.
create function kaigi.refuse_change() returns trigger
  language plpgsql
  as $$
begin
  raise exception 'kaigi: % on %.% is refused: what happened cannot be altered', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end $$;

create function kaigi.make_append_only(target regclass) returns void
  language plpgsql
  as $$
begin
  execute format(
    'create trigger append_only before update or delete on %s for each row execute function kaigi.refuse_change()', target);
  execute format(
    'create trigger no_truncate before truncate on %s for each statement execute function kaigi.refuse_change()', target);
end $$;

create table kaigi.municipality_registry (
  municipality_id uuid primary key,
  name text not null,
  registered_at timestamptz not null default now()
);
select kaigi.own_by_municipality('kaigi.municipality_registry', 'select');

-- What must leave after commit: written in the use case's transaction, taken by jobs (design.md 2.3).
create table kaigi.outbox (
  municipality_id uuid not null,
  id bigint generated always as identity,
  topic text not null,
  payload jsonb not null,
  written_at timestamptz not null default now(),
  primary key (municipality_id, id)
);
select kaigi.own_by_municipality('kaigi.outbox', 'insert');

create table kaigi.idempotency (
  municipality_id uuid not null,
  staff_id uuid not null,
  key text not null,
  request_hash bytea not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (municipality_id, staff_id, key)
);
create index idempotency_by_age on kaigi.idempotency (created_at);
select kaigi.own_by_municipality('kaigi.idempotency', 'select, insert, update');
