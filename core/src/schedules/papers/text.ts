import type { Texts } from '../../shared/index.ts';

export const paperTexts = {
  'schedules.papers_not_yours': {
    ja: '次第と会議録を扱えるのは、会議を予約した人と記録者です。',
    en: 'Only whoever called the meeting and who keeps its minutes may do this.',
  },
  'schedules.papers_not_yours_to_lay': {
    ja: '資料を出せるのは、会議を予約した人、記録者、その議題の担当者です。',
    en: 'Papers are laid by whoever called the meeting, who keeps its minutes, and the owner of the item.',
  },
  'schedules.agenda_stale': {
    ja: '次第は、ほかの人がその間に変えました。新しい内容を確かめて、もう一度操作してください。',
    en: 'Somebody else has changed the agenda meanwhile. Look at it as it is now and try again.',
  },
  'schedules.agenda_twice': {
    ja: '同じ議題が2度入っています。画面を開き直してください。',
    en: 'An item of the agenda is there twice. Open the page again.',
  },
  'schedules.agenda_stranger': {
    ja: '担当者と記録者は、会議に出る職員の中から選んでください。',
    en: 'Owners and the keeper of minutes are chosen from those who take part.',
  },
  'schedules.agenda_item_has_papers': {
    ja: '資料のある議題は消せません。先に資料を取り下げてください。',
    en: 'An item that has papers cannot be removed. Withdraw the papers first.',
  },
  'schedules.paper_item_unknown': {
    ja: 'その議題は次第にありません。画面を開き直してください。',
    en: 'There is no such item on the agenda. Open the page again.',
  },
  'schedules.paper_unknown': {
    ja: 'その資料はありません。取り下げられたのかもしれません。画面を開き直してください。',
    en: 'There is no such paper. It may have been withdrawn. Open the page again.',
  },
  'schedules.paper_pages': {
    ja: '差替えの頁は「3、5-7」のように入れてください。',
    en: 'Enter replaced pages like “3, 5-7”.',
  },
  'schedules.paper_same': {
    ja: '前の版と同じファイルです。差し替えるファイルを選び直してください。',
    en: 'This is the same file as the edition before. Choose the new one.',
  },
  'schedules.paper_stale': {
    ja: 'この資料は、ほかの人がその間に新しい版を出しました。今の版を確かめて、もう一度操作してください。',
    en: 'Somebody else has laid a newer edition meanwhile. Look at it as it is now and try again.',
  },
  'schedules.paper_secret': {
    ja: '機密性3以上の案件と職員個人の案件の文書は、会議の資料にできません。読める人には案件の画面で見てもらってください。',
    en: 'Documents of cases above confidentiality 2 and of personal matters cannot be papers of a meeting. Those who may read them find them with the case.',
  },
  'schedules.paper_too_much': {
    ja: 'この資料は大きすぎて、頁ごとには読めません。ファイルを開いて読んでください。',
    en: 'This paper is too large to be read page by page. Open the file itself.',
  },
  'schedules.paper_reading_busy': {
    ja: '資料を読む人が多く、今は表示できません。しばらくしてからもう一度開くか、ファイルを開いてください。',
    en: 'Too many papers are being read at the moment. Try again in a while, or open the file itself.',
  },
  'schedules.paper_too_many': {
    ja: '資料は、1つの会議に{most}件まで、版は{editions}までです。',
    en: 'A meeting has at most {most} papers, each in at most {editions} editions.',
  },
  'schedules.papers_card_title': { ja: '会議の資料が変わりました', en: 'Papers of a meeting have changed' },
  'schedules.papers_card_meeting': { ja: '会議', en: 'Meeting' },
  'schedules.papers_card_time': { ja: '日時', en: 'Time' },
  'schedules.papers_card_papers': { ja: '資料', en: 'Papers' },
  'schedules.papers_card_edition': { ja: '{title}（第{edition}版）', en: '{title} (edition {edition})' },
  'schedules.papers_card_open': { ja: '資料を開く', en: 'Open the papers' },
  'schedules.papers_card_none': { ja: 'まだありません', en: 'None yet' },
} satisfies Texts;
