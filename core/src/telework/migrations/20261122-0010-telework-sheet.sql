-- What holds of a person's month, beside its facts so that it is found at once: who confirmed what, which closing has it,
-- and what it came to when it was last looked at. The facts `sheet` and `closing` say how it became so.
create table kaigi.telework_sheet (
  municipality_id uuid not null,
  staff_id uuid not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  -- Of the fact `sheet`: confirmations and unlockings.
  version int not null default 0,
  -- { fingerprint, at, by }
  confirmed jsonb,
  -- From the beginning of a closing on; empty again where the closing left the sheet out, or personnel unlocked it.
  closing_id uuid,
  -- { fingerprint, at }; with a closing but without this the closing is still being worked out.
  closed jsonb,
  -- Personnel opened it again after a closing.
  unlocked_at timestamptz,
  -- { at, fingerprint, isOver, minutes, blocks, days }
  reviewed jsonb,
  primary key (municipality_id, staff_id, month)
);
create index telework_sheet_by_closing on kaigi.telework_sheet (municipality_id, closing_id) where closing_id is not null;
create index telework_sheet_by_month on kaigi.telework_sheet (municipality_id, month);
select kaigi.own_by_municipality('kaigi.telework_sheet', 'select, insert, update');

create table kaigi.telework_closing (
  municipality_id uuid not null,
  closing_id uuid not null,
  month text not null,
  -- Null: everybody.
  unit_id uuid,
  begun_at timestamptz not null,
  begun_by jsonb not null,
  via text not null,
  done_at timestamptz,
  closed int,
  left_out int,
  primary key (municipality_id, closing_id)
);
-- Of two at once the second is told so.
create unique index telework_closing_under_way on kaigi.telework_closing (municipality_id, month) where done_at is null;
select kaigi.own_by_municipality('kaigi.telework_closing', 'select, insert, update');

-- When a PC was on, as personnel imported it. The person sees the same rows as their boss.
create table kaigi.telework_pc_log (
  municipality_id uuid not null,
  staff_id uuid not null,
  on_at timestamptz not null,
  off_at timestamptz not null check (off_at > on_at),
  imported_at timestamptz not null,
  primary key (municipality_id, staff_id, on_at, off_at)
);
select kaigi.own_by_municipality('kaigi.telework_pc_log', 'select, insert');

-- 職員番号 of payroll, where it is not the sign-in name.
create table kaigi.telework_staff_number (
  municipality_id uuid not null,
  staff_id uuid not null,
  number text not null,
  primary key (municipality_id, staff_id)
);
select kaigi.own_by_municipality('kaigi.telework_staff_number', 'select, insert, update');
