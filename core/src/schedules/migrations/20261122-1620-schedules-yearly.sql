-- 年次行事: the list of a section for a fiscal year. The row of a list is what its writers wait at.
create table kaigi.schedules_yearly_list (
  municipality_id uuid not null,
  unit_id uuid not null,
  fiscal_year int not null check (fiscal_year between 2007 and 2099),
  primary key (municipality_id, unit_id, fiscal_year)
);
select kaigi.own_by_municipality('kaigi.schedules_yearly_list', 'select, insert, update');

create table kaigi.schedules_yearly_item (
  municipality_id uuid not null,
  item_id uuid not null,
  unit_id uuid not null,
  fiscal_year int not null,
  title text not null,
  note text not null,
  rule jsonb not null,
  on_date date not null,
  days int not null check (days between 1 and 31),
  days_before int not null check (days_before between 0 and 365),
  copied_from uuid,
  version int not null check (version > 0),
  removed_at timestamptz,
  primary key (municipality_id, item_id),
  foreign key (municipality_id, unit_id, fiscal_year)
    references kaigi.schedules_yearly_list (municipality_id, unit_id, fiscal_year),
  -- A fiscal year goes from April to March.
  check (on_date >= make_date(fiscal_year, 4, 1) and on_date < make_date(fiscal_year + 1, 4, 1))
);
create index schedules_yearly_item_list on kaigi.schedules_yearly_item (municipality_id, unit_id, fiscal_year)
  where removed_at is null;
-- However often it is pressed and by how many: one copy of an item.
create unique index schedules_yearly_item_once on kaigi.schedules_yearly_item (municipality_id, copied_from)
  where copied_from is not null and removed_at is null;
select kaigi.own_by_municipality('kaigi.schedules_yearly_item', 'select, insert, update');
