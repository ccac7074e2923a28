import type { Texts } from '@kaigi/core/shared';

export const handoverText = {
  'handover.title': { ja: '引継ぎの点検表', en: 'Check list of handing over' },
  'handover.of': { ja: '{year} 引継ぎの点検表', en: 'Check list of handing over: {year}' },
  'handover.lead': {
    ja: '課で保管している簿冊です。点検で「引き継げます」となったものを、文書管理の課が引き受けます。',
    en: 'Folders that the sections still have. The records section takes over those that are ready.',
  },
  'handover.show': { ja: '引継ぎ', en: 'Handing over' },
  'handover.ready': { ja: '引き継げます', en: 'Ready' },
  'handover.none': { ja: '引き継ぐ簿冊はありません', en: 'There is nothing to hand over' },
  'handover.none.body': {
    ja: 'この年度の簿冊は、すべて引き継いだか、まだ作られていません。',
    en: 'Every folder of the year was handed over, or there is none.',
  },
  'handover.take': { ja: '選んだ{count}冊を引き受ける', en: 'Take over the {count} chosen' },
  'handover.take.lead': {
    ja: '次の簿冊を引き受けます。引継ぎの後は、変更できるのは総括文書管理者だけです。',
    en: 'These folders are taken over. Afterwards only the chief records manager changes them.',
  },
  'handover.done': { ja: '{count}冊を引き受けました', en: '{count|folder|folders} taken over' },
  'handover.chief': {
    ja: '引き受けるのは総括文書管理者です。足りないところを直しておいてください。',
    en: 'The chief records manager takes them over. Mend what is in the way until then.',
  },
  pass_on: { ja: '別の課へ移す', en: 'Pass on to another section' },
  'pass_on.lead': {
    ja: '組織改編などで所掌が変わるときに、この簿冊を{section}から別の課へ移します。中の文書{count}件も一緒に移り、読める職員も移る先の課に変わります。番号・保存期間・経過はそのままです。',
    en: 'When its business goes to another section, the folder leaves {section} with everything in it ({count|record|records}); who may read them changes with it. Numbers, periods and history stay.',
  },
  'pass_on.to': { ja: '移す先の課', en: 'To which section' },
  'pass_on.reason_hint': { ja: '例：令和9年4月1日の組織改編', en: 'For example the reorganisation of 1 April' },
  'pass_on.submit': { ja: '移す', en: 'Pass on' },
  'pass_on.done': { ja: '「{title}」を{section}へ移しました', en: '“{title}” passed to {section}' },
  'schedule.title': { ja: '保存期間表の改正', en: 'Changes of the schedule' },
  'schedule.show': { ja: '保存期間表の改正', en: 'Changed schedule' },
  'schedule.lead': {
    ja: 'いまの保存期間表を当てはめると変わるものです。承認するまで、何も変わりません。',
    en: 'What the schedule in force would change. Nothing changes before it is approved.',
  },
  'schedule.none': { ja: '改正で変わるものはありません', en: 'Nothing would change' },
  'schedule.none.body': {
    ja: 'どの簿冊と文書も、いまの保存期間表（{version}）のとおりです。',
    en: 'Every folder and record is as the schedule in force ({version}) says.',
  },
  'schedule.count': {
    ja: '{count}件が変わります。そのうち満了が早くなるものは{shorter}件です。',
    en: '{count} would change, of them {shorter} would end sooner.',
  },
  'schedule.before': { ja: 'いま', en: 'Now' },
  'schedule.after': { ja: '改正後', en: 'Then' },
  'schedule.rule': { ja: '{period}・満了日 {day}', en: '{period}, ends on {day}' },
  'schedule.no_end': { ja: '未定', en: 'not known' },
  'schedule.apply': { ja: 'この内容を承認して反映する', en: 'Approve and apply' },
  'schedule.apply.lead': {
    ja: '表示した{count}件をそのまま反映します。確認の後に内容が変わっていれば、反映せずに知らせます。',
    en: 'Exactly these {count} are changed. If anything has moved since, nothing is applied and you are told.',
  },
  'schedule.done': { ja: '改正を反映しました', en: 'The changed schedule was applied' },
  'action.TRANSFER': { ja: '移管', en: 'transfer' },
  'action.DESTROY': { ja: '廃棄', en: 'destroy' },
  'action.CONSULT': { ja: '協議', en: 'consult' },
} as const satisfies Texts;
