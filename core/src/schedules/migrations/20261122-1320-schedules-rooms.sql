-- 会議室と備品: those that Microsoft 365 lists, and those without a mailbox that an administrator enters.
create table kaigi.schedules_room (
  municipality_id uuid not null,
  room_id uuid not null,
  kind text not null check (kind in ('ROOM', 'EQUIPMENT')),
  source text not null check (source in ('GRAPH', 'OWN')),
  name text not null,
  -- The code of the unit whose office it is in; null: 本庁.
  office text,
  floor text not null default '',
  capacity int check (capacity > 0),
  mailbox text check (mailbox = lower(mailbox)),
  equipment text[] not null default '{}',
  -- 鍵・備品: for whoever books it.
  notes text not null default '',
  -- What the display at reception says where a booking says nothing itself.
  public_text text not null default '',
  -- Who may cancel what others have booked.
  administrators uuid[] not null default '{}',
  version int not null default 1 check (version > 0),
  removed_at timestamptz,
  primary key (municipality_id, room_id),
  check (source = 'OWN' or mailbox is not null)
);
create unique index schedules_room_mailbox on kaigi.schedules_room (municipality_id, mailbox) where mailbox is not null;
select kaigi.own_by_municipality('kaigi.schedules_room', 'select, insert, update');

-- 予約: what somebody booked, and how far Outlook knows of it.
create table kaigi.schedules_booking (
  municipality_id uuid not null,
  booking_id uuid not null,
  series_id uuid,
  booked_by uuid not null,
  -- As they were called on that day.
  booker jsonb not null,
  subject text not null,
  note text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  required uuid[] not null,
  optional uuid[] not null,
  -- Of them, who need not come.
  online_people uuid[] not null,
  -- Where people meet without a room of the list: the code of a unit, `main` for 本庁; null: no place.
  office text,
  travel boolean not null,
  online boolean not null,
  visibility text not null check (visibility in ('PUBLIC', 'SECTION', 'PRIVATE')),
  public_text text not null,
  state text not null check (state in ('BOOKED', 'CANCELLED')),
  version int not null check (version > 0),
  -- NONE: this deployment does not write to Outlook; WAITING: not yet; REFUSED: Outlook does not take it.
  outlook text not null check (outlook in ('NONE', 'WAITING', 'WRITTEN', 'REFUSED')),
  outlook_code text,
  -- The version that was being sent when the event was first made, and the one that Outlook has.
  sent_version int,
  written_version int,
  event_key text,
  join_url text,
  booked_at timestamptz not null,
  primary key (municipality_id, booking_id),
  check (to_at > from_at),
  check ((outlook = 'REFUSED') = (outlook_code is not null))
);
create index schedules_booking_series on kaigi.schedules_booking (municipality_id, series_id) where series_id is not null;
create index schedules_booking_by on kaigi.schedules_booking (municipality_id, booked_by, from_at);
select kaigi.own_by_municipality('kaigi.schedules_booking', 'select, insert, update');

-- A room or a piece of equipment held for a booking. That no two lie over each other is said by the database itself, so
-- that of two who take the last room in the same second one gets it.
create table kaigi.schedules_hold (
  municipality_id uuid not null,
  hold_id uuid not null,
  booking_id uuid not null,
  room_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  -- HELD; RELEASED by a change or a cancellation; DECLINED by the room in Outlook.
  state text not null check (state in ('HELD', 'RELEASED', 'DECLINED')),
  primary key (municipality_id, hold_id),
  foreign key (municipality_id, booking_id) references kaigi.schedules_booking (municipality_id, booking_id),
  foreign key (municipality_id, room_id) references kaigi.schedules_room (municipality_id, room_id),
  check (to_at > from_at),
  constraint schedules_hold_one_at_a_time
    exclude using gist (kaigi.only(room_id) with &&, tstzrange(from_at, to_at) with &&) where (state = 'HELD')
);
create index schedules_hold_time on kaigi.schedules_hold (municipality_id, room_id, to_at, from_at) where state = 'HELD';
create index schedules_hold_booking on kaigi.schedules_hold (municipality_id, booking_id);
select kaigi.own_by_municipality('kaigi.schedules_hold', 'select, insert, update');

-- 受付の表示: which display may show the rooms of which office. Of its key only the SHA-256 is kept.
create table kaigi.schedules_display (
  municipality_id uuid not null,
  display_id uuid not null,
  name text not null,
  -- The code of a unit; null: 本庁.
  office text,
  key_hash bytea not null check (length(key_hash) = 32),
  made_by jsonb not null,
  made_at timestamptz not null,
  revoked_at timestamptz,
  seen_at timestamptz,
  primary key (municipality_id, display_id)
);
create unique index schedules_display_key on kaigi.schedules_display (municipality_id, key_hash);
select kaigi.own_by_municipality('kaigi.schedules_display', 'select, insert, update');
