-- Where a person can be reached in chat: the conversation reference kept at installation.
create table kaigi.notifications_address (
  municipality_id uuid not null,
  staff_id uuid not null,
  conversation_id text not null,
  reference jsonb not null,
  state text not null check (state in ('LIVE', 'BLOCKED', 'GONE')),
  kept_at timestamptz not null,
  primary key (municipality_id, staff_id, conversation_id)
);
select kaigi.own_by_municipality('kaigi.notifications_address', 'select, insert, update');

-- Every copy of a card that is out in the chats, so that each can follow what it shows.
create table kaigi.notifications_copy (
  municipality_id uuid not null,
  copy_id uuid not null,
  staff_id uuid not null,
  conversation_id text not null,
  -- What it shows: `capability/kind/id`.
  subject text not null,
  activity_id text not null,
  -- The version of the subject for which it was sent anew.
  fresh_version int not null,
  content_hash text not null,
  gone boolean not null default false,
  sent_at timestamptz not null,
  primary key (municipality_id, copy_id)
);
create index notifications_copy_by_subject on kaigi.notifications_copy (municipality_id, subject, staff_id);
select kaigi.own_by_municipality('kaigi.notifications_copy', 'select, insert, update');
