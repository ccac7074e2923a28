-- 差戻し後の訂正: an application that was sent back is corrected, and what was asked for changes with it; the fact of the
-- correction keeps both. A paper that is no longer asked for, or is asked for anew, leaves its case behind.
grant update (input, judged) on kaigi.telework_application to kaigi_service;
grant delete on kaigi.telework_application_case to kaigi_service;

-- One's own applications of all kinds, newest first.
create index telework_application_newest on kaigi.telework_application (municipality_id, staff_id, application_id);
