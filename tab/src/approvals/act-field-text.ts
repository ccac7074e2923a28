import { actWords } from '@kaigi/core/contract';
import type { Texts } from '@kaigi/core/shared';

/** The fields of the dialogs, and what is said while one is empty. */
export const actFieldText = {
  'act.final': { ja: 'この操作は戻せません。', en: 'This cannot be taken back.' },
  'act.recorded': {
    ja: '変更の理由と、変更前後の担当が履歴に残ります。',
    en: 'Your reason and both names go into the history.',
  },
  'act.opinion': { ja: '意見（必須）', en: 'Opinion (required)' },
  'act.opinion.missing': { ja: '意見を入力してください', en: 'Please write the opinion' },
  'act.reason.effective': {
    ja: '施行日が決裁日と違う理由（必須）',
    en: 'Why it takes effect on another day (required)',
  },
  'act.reason.optional': { ja: '理由（任意）', en: 'Reason (optional)' },
  'act.instruction': { ja: '不在の決裁者から受けた指示（必須）', en: 'The absent decider’s instruction (required)' },
  'act.instruction.optional': {
    ja: 'あらかじめ受けた指示（あれば後閲は要りません）',
    en: 'Instruction given beforehand (with one, no review follows)',
  },
  'act.instruction.hint': {
    ja: '誰から、いつ、どの方法で、何を指示されたか。',
    en: 'From whom, when, how, and what was said.',
  },
  'act.instruction.missing': { ja: '受けた指示を入力してください', en: 'Please write down the instruction' },
  'act.paper': { ja: '紙の添付を確認しました', en: 'I have looked at the paper attachments' },
  'act.paper.missing': {
    ja: '紙の添付を確認してから、印を付けてください',
    en: 'Please look at the paper attachments, then tick this',
  },
  'act.marks': { ja: '全員にもう一度処理してもらう', en: 'Everybody acts again' },
  'act.marks.hint': {
    ja: '選ばないときは、内容が変わらなかった人の印はそのまま残ります。',
    en: 'Otherwise the marks of those whose part does not change stay valid.',
  },
  'act.outcome': { ja: '結果', en: 'Outcome' },
  'act.outcome.REVISE': actWords.settleRevise,
  'act.outcome.PROCEED': actWords.settleProceed,
  'act.day': { ja: '施行日', en: 'Effective day' },
  'act.day.missing': { ja: '日を選んでください', en: 'Please choose a day' },
  'act.day.EARLIER': { ja: '決裁日より前の日です（遡及）', en: 'This is before the day of the decision' },
  'act.day.LATER': { ja: '決裁日より後の日です', en: 'This is after the day of the decision' },
  'act.slot': { ja: 'どの担当を変えるか', en: 'Which step' },
  'act.person': { ja: '人', en: 'Person' },
  'act.person.post': { ja: '移す先（職または人）', en: 'To whom (a post or a person)' },
  'act.person.missing': { ja: '1 人選んでください', en: 'Please choose one' },
  'act.readers': { ja: '読んでもらう人・職・課', en: 'Readers: people, posts or sections' },
  'act.readers.missing': { ja: '1 つ以上選んでください', en: 'Please choose at least one' },
  'act.picker.placeholder': { ja: '氏名・職名・課名で探す', en: 'Search names, posts or sections' },
  'act.picker.none': { ja: '見つかりません', en: 'Nothing found' },
  'act.picker.type': { ja: '文字を入れると候補が出ます', en: 'Type to see suggestions' },
  'act.picker.busy': { ja: '探しています…', en: 'Searching…' },
  'act.picker.failed': { ja: '候補を読み込めませんでした', en: 'The suggestions could not be loaded' },
  'act.picker.remove': { ja: '{label}を外す', en: 'Remove {label}' },
  'act.picker.unit': { ja: '{name}（全員）', en: '{name} (everybody)' },
  'act.offer.for': { ja: '{post} に代わって', en: 'In place of {post}' },
  'act.offer.article': { ja: '根拠: {article}', en: 'Basis: {article}' },
  'act.offer.review': { ja: '後閲の期限: {day}', en: 'To be reviewed afterwards by {day}' },
  'act.marks.count': {
    ja: '兼務のため、この 1 回の操作で {count} 個の印が付きます。',
    en: 'You hold several posts here: this one act gives {count} marks.',
  },
} as const satisfies Texts;
