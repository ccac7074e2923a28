-- 打刻 and what is said of them, only ever added. The hottest table of the suite: everybody's morning goes through it.
create table kaigi.telework_punch (
  municipality_id uuid not null,
  staff_id uuid not null,
  -- The instant that it is about: of a tap the one that counts, of a correction the beginning of its day.
  at timestamptz not null,
  fact_id uuid not null,
  -- Of the tap or the request, made where it was made: the same one twice is one.
  key text not null,
  kind text not null check (kind in ('TAPPED', 'CORRECTION_ASKED', 'CORRECTION_SETTLED', 'MID_SHIFT_ANSWERED')),
  server_at timestamptz not null,
  actor jsonb not null,
  -- Text stays as it was hashed.
  fact json not null,
  via text not null check (via in ('teams', 'api', 'word', 'rules')),
  leaf_id uuid not null,
  primary key (municipality_id, staff_id, at, fact_id)
);
create unique index telework_punch_once on kaigi.telework_punch (municipality_id, staff_id, key);
create index telework_punch_corrections on kaigi.telework_punch (municipality_id, fact_id) where kind = 'CORRECTION_ASKED';
-- 後日入力 from paper, for the list of what was done under an order.
create index telework_punch_papers on kaigi.telework_punch (municipality_id, (fact #>> '{paper,orderNumber}'))
  where kind = 'CORRECTION_ASKED';
-- Rows come in the order of this time, so an index of ranges costs next to nothing.
create index telework_punch_lately on kaigi.telework_punch using brin (server_at) with (pages_per_range = 16);
select kaigi.own_by_municipality('kaigi.telework_punch', 'select, insert');
select kaigi.make_append_only('kaigi.telework_punch');

-- Whom the suite has asked about a start or an end that is missing: once for each day.
create table kaigi.telework_punch_notice (
  municipality_id uuid not null,
  staff_id uuid not null,
  day date not null,
  missing text not null check (missing in ('START', 'END')),
  notice_id uuid not null,
  noticed_at timestamptz not null,
  primary key (municipality_id, staff_id, day, missing)
);
create unique index telework_punch_notice_by_id on kaigi.telework_punch_notice (municipality_id, notice_id);
select kaigi.own_by_municipality('kaigi.telework_punch_notice', 'select, insert');
