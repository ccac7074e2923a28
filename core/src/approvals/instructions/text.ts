import type { Texts } from '../../shared/index.ts';

/** What is said of 作成指示: refusals, and what stands in the chat. */
export const instructionTexts = {
  'approvals.instruction_not_found': {
    ja: '作成指示が見つからないか、あなたには閲覧の権限がありません。',
    en: 'There is no such instruction, or you may not see it.',
  },
  'approvals.instruction_not_below': {
    ja: '作成指示を出せるのは、同じ系統で自分より下の職にある人だけです。宛先を選び直してください。',
    en: 'An instruction goes only to somebody below you in the same line of units. Please choose another person.',
  },
  'approvals.instruction_for_another': {
    ja: 'この作成指示は別の人宛てです。起案できるのは宛先の本人だけです。',
    en: 'This instruction is addressed to somebody else; only that person can draft from it.',
  },
  'approvals.instruction_not_open': {
    ja: 'この作成指示は、すでに起案されたか取り消されています。作成指示の一覧で確かめてください。',
    en: 'This instruction has already been drafted from, or was cancelled. See the list of instructions.',
  },
  'approvals.instruction_not_yours': {
    ja: '作成指示を取り消せるのは、指示した人（または今その職にある人）だけです。',
    en: 'Only whoever gave the instruction, or holds that post now, can cancel it.',
  },
  'approvals.instruction_over': {
    ja: 'この作成指示は、すでに決裁が済んだか取り消されています。',
    en: 'This instruction is over: its case is decided, or it was cancelled.',
  },
  'approvals.instruction_stale': {
    ja: '作成指示の状態が変わっています。最新の状態を表示しました。もう一度確かめてください。',
    en: 'The instruction has changed since. This is its present state; please check again.',
  },
  'approvals.instruction_due_past': {
    ja: '期限は今日か、それより後の日にしてください。',
    en: 'The deadline must be today or later.',
  },
  'approvals.instruction_sample_unknown': {
    ja: '見本の案件が見つかりません。決裁済の案件の文書番号を「政第12号」のように入力してください。',
    en: 'No decided case that you may see has this document number. Type the number as it stands on the document.',
  },
  'approvals.instruction_sample_hidden': {
    ja: '宛先の職員は見本の案件を見られません。見られる案件を選ぶか、見本を空にしてください。',
    en: 'The addressee may not see the sample case. Choose another one, or leave the sample out.',
  },
  'approvals.instruction_card.asked': { ja: '作成指示が届いています', en: 'You are asked to draft something' },
  'approvals.instruction_card.OPEN': { ja: '作成指示：起案待ち', en: 'Instruction: waits for a draft' },
  'approvals.instruction_card.DRAFTED': { ja: '作成指示：起案されました', en: 'Instruction: drafted' },
  'approvals.instruction_card.DONE': { ja: '作成指示：決裁されました', en: 'Instruction: the case is decided' },
  'approvals.instruction_card.CANCELLED': {
    ja: '作成指示：取り消されました',
    en: 'Instruction: cancelled',
  },
  'approvals.instruction_card.masked': {
    ja: '機密性3の作成指示です。内容はタブで確かめてください。',
    en: 'This instruction is confidential. Open it in the tab.',
  },
  'approvals.instruction_card.from': { ja: '指示した人', en: 'From' },
  'approvals.instruction_card.to': { ja: '宛先', en: 'To' },
  'approvals.instruction_card.gone': {
    ja: '（文書の廃棄・移管とともに消去されました）',
    en: '(gone with its document, which was disposed of)',
  },
  'approvals.instruction_card.purpose': { ja: '目的', en: 'Purpose' },
  'approvals.instruction_card.reader': { ja: '読む人', en: 'Reader' },
  'approvals.instruction_card.length': { ja: '分量', en: 'Length' },
  'approvals.instruction_card.due': { ja: '期限', en: 'Deadline' },
  'approvals.instruction_card.overdue': { ja: '{day}（過ぎています）', en: '{day} (overdue)' },
  'approvals.instruction_card.sample': { ja: '見本', en: 'Sample' },
  'approvals.instruction_card.draft': { ja: '案件', en: 'Case' },
  'approvals.instruction_card.draft_value': {
    ja: '{status}（差戻し {count} 回）',
    en: '{status} (sent back {count} times)',
  },
  'approvals.instruction_card.draft_titled': {
    ja: '「{title}」{status}（差戻し {count} 回）',
    en: '“{title}”: {status} (sent back {count} times)',
  },
  'approvals.instruction_card.reason': { ja: '取消しの理由', en: 'Why it was cancelled' },
  'approvals.instruction_card.start': { ja: '起案する', en: 'Draft it' },
  'approvals.instruction_card.open': { ja: '作成指示を開く', en: 'Open the instruction' },
  'approvals.instruction_card.cancel': { ja: '指示を取り消す', en: 'Cancel the instruction' },
  'approvals.instruction_card.cancel_reason': { ja: '取り消す理由', en: 'Why it is cancelled' },
  'approvals.instruction_card.cancel_missing': { ja: '理由を入力してください。', en: 'Please say why.' },
  'approvals.instruction_card.summary': {
    ja: '{headline}：{purpose}',
    en: '{headline}: {purpose}',
  },
  'approvals.instruction_form.title': { ja: '作成指示を出す', en: 'Give an instruction to draft' },
  'approvals.instruction_form.lead': {
    ja: '起案の前に、何のために、誰が読むものを、どれくらいで、いつまでに、を伝えます。機密性3の内容は、ここではなくタブから出してください。',
    en: 'Say before anybody drafts: what for, who reads it, how long, by when. Give confidential ones in the tab, not here.',
  },
  'approvals.instruction_form.whom': { ja: '宛先', en: 'To' },
  'approvals.instruction_form.whom_missing': { ja: '宛先を選んでください。', en: 'Please choose a person.' },
  'approvals.instruction_form.purpose_missing': { ja: '目的を入力してください。', en: 'Please say what it is for.' },
  'approvals.instruction_form.reader_hint': { ja: '例：市民、議会', en: 'e.g. citizens, the council' },
  'approvals.instruction_form.length_hint': { ja: '例：A4 1枚', en: 'e.g. one page' },
  'approvals.instruction_form.sample': { ja: '見本の文書番号', en: 'Document number of a sample' },
  'approvals.instruction_form.sample_hint': { ja: '例：政第12号', en: 'As it stands on the document' },
  'approvals.instruction_form.send': { ja: '指示を出す', en: 'Give the instruction' },
  'approvals.instruction_form.more': {
    ja: '宛先が多いため、近い {count} 人だけを出しています。「作成指示 山田」のように名前や所属を付けると絞り込めます。',
    en: 'Only the nearest {count} people are listed. Add a name or unit to find others: “instruction Yamada”.',
  },
  'approvals.instruction_form.nobody': {
    ja: '「{query}」に当たる宛先が、あなたより下の職に見つかりませんでした。',
    en: 'Nobody below you matches “{query}”.',
  },
  'approvals.instruction_list.received': { ja: '起案を待っている、あなた宛ての作成指示', en: 'Waiting for your draft' },
  'approvals.instruction_list.given': { ja: 'あなたが出した作成指示', en: 'Given by you' },
  'approvals.instruction_list.none': {
    ja: '作成指示はありません。上司から届くと、ここに出ます。',
    en: 'There is no instruction. Those given to you will show here.',
  },
  'approvals.instruction_list.line': {
    ja: '{state}　{who}　期限 {due}',
    en: '{state}, {who}, due {due}',
  },
  'approvals.instruction_list.no_due': { ja: 'なし', en: 'none' },
  'approvals.instruction_list.confidential': { ja: '機密性3の作成指示', en: 'Confidential instruction' },
  'approvals.instruction_deadline_SOON': {
    ja: '作成指示「{purpose}」の期限は{day}です。まだ回議にかけられていません。',
    en: 'The instruction “{purpose}” is due on {day} and has not been submitted yet.',
  },
  'approvals.instruction_deadline_DUE': {
    ja: '今日が作成指示「{purpose}」の期限です（{day}）。まだ回議にかけられていません。',
    en: 'The instruction “{purpose}” is due today ({day}) and has not been submitted yet.',
  },
  'approvals.instruction_deadline_past': {
    ja: '作成指示「{purpose}」の期限（{day}）を過ぎています。まだ回議にかけられていません。',
    en: 'The instruction “{purpose}” was due on {day} and has not been submitted yet.',
  },
  'approvals.instruction_deadline_OVERDUE': {
    ja: 'お知らせ：{name}さんへの作成指示「{purpose}」が、期限（{day}）を過ぎても回議にかけられていません。',
    en: 'For your information: the instruction “{purpose}” to {name} was due on {day} and has not been submitted.',
  },
  'approvals.instruction_state.OPEN': { ja: '起案待ち', en: 'Waits for a draft' },
  'approvals.instruction_state.DRAFTED': { ja: '起案済', en: 'Drafted' },
  'approvals.instruction_state.DONE': { ja: '決裁済', en: 'Decided' },
  'approvals.instruction_state.CANCELLED': { ja: '取消し', en: 'Cancelled' },
} as const satisfies Texts;
