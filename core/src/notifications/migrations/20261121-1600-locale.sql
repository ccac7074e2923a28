-- The language in which the person uses this chat, as its last activity said; what nobody asked for is told in it too.
alter table kaigi.notifications_address add column locale text not null default 'ja' check (locale in ('ja', 'en'));
