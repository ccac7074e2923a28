-- Since when an address is lost.
alter table kaigi.notifications_address add column lost_at timestamptz;

-- When a person wants to be told; without a row the deployment's default holds.
create table kaigi.notifications_wish (
  municipality_id uuid not null,
  staff_id uuid not null,
  -- What is not urgent: at once, or three times a day together.
  normal text not null check (normal in ('AT_ONCE', 'DIGEST')),
  -- Nothing outside working hours but emergencies.
  quiet_hours boolean not null,
  changed_at timestamptz not null,
  primary key (municipality_id, staff_id)
);
select kaigi.own_by_municipality('kaigi.notifications_wish', 'select, insert, update');

-- What a person is to be told later, together: one row for each thing, for its newest version.
create table kaigi.notifications_held (
  municipality_id uuid not null,
  staff_id uuid not null,
  subject text not null,
  version int not null,
  held_at timestamptz not null,
  due_at timestamptz not null,
  told_at timestamptz,
  -- By which way; null when there was none.
  told_by text check (told_by in ('CHAT', 'FEED', 'MAIL')),
  primary key (municipality_id, staff_id, subject)
);
create index notifications_held_due on kaigi.notifications_held (municipality_id, staff_id, due_at) where told_at is null;
select kaigi.own_by_municipality('kaigi.notifications_held', 'select, insert, update, delete');
