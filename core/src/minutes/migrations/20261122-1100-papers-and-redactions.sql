-- 様式 of a city: the Word file that papers of a form are made from, for one 会議体 or (with '') for all. The file lies
-- among the blobs.
create table kaigi.minutes_template (
  municipality_id uuid not null,
  template_id uuid not null,
  -- That of the newest fact about it.
  version int not null,
  form text not null,
  body_id text not null,
  file_name text not null,
  sha256 text not null,
  added_at timestamptz not null,
  added_by jsonb not null,
  gone boolean not null default false,
  primary key (municipality_id, template_id)
);
create unique index minutes_template_in_use on kaigi.minutes_template (municipality_id, form, body_id) where not gone;
select kaigi.own_by_municipality('kaigi.minutes_template', 'select, insert, update');

-- 墨塗り: what the publication copy leaves out, and on what ground. The minutes themselves know nothing of it.
create table kaigi.minutes_redaction (
  municipality_id uuid not null,
  meeting_id uuid not null,
  redaction_id uuid not null,
  -- The order in which they were made.
  place bigint generated always as identity,
  -- What it is about, with the words that stood there.
  content jsonb not null,
  gone boolean not null default false,
  primary key (municipality_id, meeting_id, redaction_id)
);
select kaigi.own_by_municipality('kaigi.minutes_redaction', 'select, insert, update');
