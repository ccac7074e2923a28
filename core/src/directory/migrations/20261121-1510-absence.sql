-- Who is away, and how that is known. Evidence only: whether somebody may act for them is decided by the regulations.
-- A row is never deleted. What turns out otherwise gets its cancelled_at; what a source still says gets a newer
-- confirmed_at, so that everybody sees how old the evidence is.
create table kaigi.directory_absence (
  municipality_id uuid not null,
  absence_id uuid not null,
  staff_id uuid not null,
  -- Telework is work: there is no such source.
  source text not null
    check (source in ('MANUAL', 'GRAPH_AUTOMATIC_REPLY', 'GRAPH_CALENDAR', 'GRAPH_PRESENCE', 'LEAVE', 'TRIP')),
  from_at timestamptz not null,
  -- null: nobody has said until when.
  until_at timestamptz,
  -- What a person typed. Of a mailbox nothing is kept but the times: its texts are not ours to keep.
  note text not null,
  -- LEAVE and TRIP: the id of what was granted there.
  source_ref text,
  recorded_at timestamptz not null,
  -- The staff member who typed it; null when a source told it.
  recorded_by uuid,
  -- Graph only: when the source last said so. null when it no longer does and a person had contradicted it.
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by uuid,
  -- Whether it was told that it has begun; what was known before is told when its time comes.
  begun_told boolean not null default false,
  primary key (municipality_id, absence_id),
  foreign key (municipality_id, staff_id) references kaigi.directory_staff (municipality_id, staff_id),
  check (until_at > from_at),
  check ((source = 'MANUAL') = (recorded_by is not null))
);
create index directory_absence_by_staff on kaigi.directory_absence (municipality_id, staff_id) where cancelled_at is null;
create index directory_absence_denied on kaigi.directory_absence (municipality_id, staff_id)
  where cancelled_by is not null and confirmed_at is not null;
create unique index directory_absence_by_ref on kaigi.directory_absence (municipality_id, source, source_ref)
  where cancelled_at is null;
create index directory_absence_to_begin on kaigi.directory_absence (municipality_id, from_at)
  where not begun_told and cancelled_at is null;
select kaigi.own_by_municipality('kaigi.directory_absence',
  'select, insert, update (confirmed_at, cancelled_at, cancelled_by, begun_told)');

-- When each source was last read, and since when it cannot be.
create table kaigi.directory_absence_source (
  municipality_id uuid not null,
  source text not null check (source in ('GRAPH_AUTOMATIC_REPLY', 'GRAPH_CALENDAR', 'GRAPH_PRESENCE')),
  read_at timestamptz,
  -- People whose answer was an error at that reading.
  unread int not null default 0,
  failed_since timestamptz,
  -- Code of a sentence.
  problem text,
  primary key (municipality_id, source),
  check ((failed_since is null) = (problem is null))
);
select kaigi.own_by_municipality('kaigi.directory_absence_source', 'select, insert, update');
