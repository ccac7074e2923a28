-- What telework leaves behind beside its facts goes at the end of its period (O-17). The facts, punches and applications
-- themselves are never deleted: the log names them.
grant delete on kaigi.telework_whereabouts, kaigi.telework_nudge, kaigi.telework_punch_notice, kaigi.telework_report_notice,
  kaigi.telework_confirm_notice, kaigi.telework_pc_log, kaigi.telework_talk to kaigi_service;
-- Found by their day, oldest first.
create index telework_whereabouts_by_end on kaigi.telework_whereabouts (municipality_id, expires_at);
create index telework_nudge_by_due on kaigi.telework_nudge (municipality_id, due_at);
create index telework_pc_log_by_day on kaigi.telework_pc_log (municipality_id, on_at);
create index telework_punch_notice_by_day on kaigi.telework_punch_notice (municipality_id, day);
create index telework_report_notice_by_day on kaigi.telework_report_notice (municipality_id, date);
