-- How often the process that read it died: a paper is given up by this alone, never by trouble of the store. `tries` orders.
alter table kaigi.records_search_attachment add column deaths smallint not null default 0;
