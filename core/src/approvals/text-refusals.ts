import type { Texts } from '../shared/index.ts';

/** Why an act is refused. */
export const refusalTexts = {
  'approvals.not_consulted': {
    ja: 'この案件で、あなたに合議は求められていません。',
    en: 'You are not being consulted on this case.',
  },
  'approvals.cannot_reject': {
    ja: '却下できるのは、回議・決裁の順番が来ている人だけです。合議では「異議あり」を選んでください。',
    en: 'Only a reviewer or the decider whose turn it is can reject. In a consultation, object instead.',
  },
  'approvals.no_dispute_to_settle': {
    ja: '協議中の案件の起案者だけが、協議の結果を記録できます。',
    en: 'Only the drafter of a case in dispute can record how it ended.',
  },
  'approvals.cannot_abandon': {
    ja: '廃案にできるのは、回議中または差戻し中の案件の起案者だけです。',
    en: 'Only the drafter can drop a case, while it is in review or sent back.',
  },
  'approvals.cannot_attach': {
    ja: '添付できるのは、起案中・差戻し中・回議中の案件の起案者だけです。',
    en: 'Only the drafter can attach files, until the case is closed.',
  },
  'approvals.cannot_pull_up': {
    ja: '引上げができるのは、まだ順番が来ていない上位の職の人だけです。合議や審査が残っているときは引き上げられません。',
    en: 'Only a later post of the route can pull a case up, and never over an open consultation or examination.',
  },
  'approvals.nothing_to_read': {
    ja: 'あなたに供覧されている未読の案件ではありません。',
    en: 'This case has not been circulated to you, or you have read it already.',
  },
  'approvals.cannot_circulate': {
    ja: '供覧できるのは、起案者と、この案件の処理に加わった人だけです。',
    en: 'Only the drafter and those who took part in the case can circulate it.',
  },
  'approvals.no_new_reader': {
    ja: '新しく供覧する人がいません。すでに供覧されているか、起案者本人です。',
    en: 'There is nobody new to circulate it to.',
  },
  'approvals.not_decided_yet': {
    ja: 'この案件はまだ決裁されていません。',
    en: 'This case has not been decided yet.',
  },
  'approvals.cannot_finish': {
    ja: '施行と完結を登録できるのは、起案者、起案者の職をいま務める人、その課の文書主任だけです。',
    en: 'Only the drafter, whoever holds the drafter’s post today and the records officer of the section can register issuing and completion.',
  },
  'approvals.completed_already': {
    ja: 'この案件はすでに完結しています。完結した後は変更できません。',
    en: 'This case is completed already; nothing of it can be changed after that.',
  },
  'approvals.nothing_to_issue': {
    ja: '施行しない案件として決裁されています。施行の登録は要りません。そのまま完結を登録してください。',
    en: 'It was decided as a case of which nothing is issued. Register its completion right away.',
  },
  'approvals.issued_before_decision': {
    ja: '施行日は、決裁日（{day}）以後の日にしてください。決裁の前に施行することはできません。',
    en: 'It cannot have been issued before it was decided ({day}).',
  },
  'approvals.issued_in_future': {
    ja: '施行日は今日までの日にしてください。施行は、実際に施行した後で登録します。',
    en: 'The day of issuing cannot lie in the future: register it once it has been issued.',
  },
  'approvals.issuance_method_missing': {
    ja: '施行方法を選んでください。起案のときに決められていません。',
    en: 'Choose how it was issued; the draft did not say.',
  },
  'approvals.correction_reason_missing': {
    ja: '登録した施行を訂正するときは、その理由を入力してください。',
    en: 'Say why the registered issuing is corrected.',
  },
  'approvals.not_issued_yet': {
    ja: '施行する案件です。先に施行を登録してから、完結を登録してください。',
    en: 'This case is to be issued. Register that first, then its completion.',
  },
  'approvals.post_review_open': {
    ja: '後閲がまだ済んでいないため、完結を登録できません（後閲する職：{posts}）。',
    en: 'It cannot be completed while its review afterwards is open ({posts}).',
  },
  'approvals.completed_too_early': {
    ja: '完結日は、決裁日または施行日（{day}）以後の日にしてください。',
    en: 'It cannot have been completed before it was decided and issued ({day}).',
  },
  'approvals.completed_in_future': {
    ja: '完結日は今日までの日にしてください。',
    en: 'The day of completion cannot lie in the future.',
  },
  'approvals.not_decided': {
    ja: 'この操作は、決裁済の案件の起案者だけができます。',
    en: 'Only the drafter can do this, once the case is decided.',
  },
  'approvals.cannot_remind': {
    ja: '催促できるのは、起案者と、この後に処理する人だけです。',
    en: 'Only the drafter and those who come later in the route can remind.',
  },
  'approvals.not_looked_at': {
    ja: 'まだ要点も案件も開いていないため、一括では承認できません。内容を確かめてからもう一度行ってください。',
    en: 'You have neither opened this case nor seen its summary, so it cannot be approved in bulk. Please look at it first.',
  },
  'approvals.reminded_lately': {
    ja: '催促は1開庁日に1回までです。次の開庁日にもう一度行ってください。',
    en: 'One can remind once a working day. Please do it again on the next one.',
  },
  'approvals.cannot_reassign': {
    ja: '処理中の案件を振り替えられるのは、システム管理者だけです。',
    en: 'Only an administrator can reassign open work.',
  },
  'approvals.decision_stays_with_post': {
    ja: '決裁は規程が定める職が行います。ほかの職には振り替えられません。',
    en: 'The decision belongs to the post that the regulations name and cannot be moved to another.',
  },
  'approvals.drafter_does_not_decide': {
    ja: '起案者は自分の案件を承認できません。',
    en: 'A drafter cannot approve their own case.',
  },
  'approvals.not_to_oneself': {
    ja: '自分自身に振り替えることはできません。ほかの職または職員を選んでください。',
    en: 'Work cannot be moved to oneself. Choose another post or person.',
  },
  'approvals.nobody_named': {
    ja: '振替先の職または職員を1つ選んでください。',
    en: 'Choose one post or one person to move it to.',
  },
  'approvals.reviewer_is_post': {
    ja: '回議する相手は職を選んでください。所属には合議をします。',
    en: 'Name a post that is to review; a section is consulted.',
  },
  'approvals.one_addressee': {
    ja: '追加する相手は、職か所属のどちらか1つを選んでください。',
    en: 'Name either a post or a section, not both.',
  },
  'approvals.cannot_cite': {
    ja: 'この案件は引用できません。',
    en: 'This case cannot be copied.',
  },
  'approvals.nothing_to_correct': {
    ja: '後閲で異議（指示）が付いた案件ではありません。',
    en: 'No review afterwards has objected to this case.',
  },
  'approvals.cannot_bulk_approve': {
    ja: 'まとめて承認できるのは、軽易な事案だけです。この案件は開いて確かめてください。',
    en: 'Only minor matters can be approved in bulk. Please open this case.',
  },
  'approvals.paper_not_checked': {
    ja: '紙の添付があります。現物を確かめて「紙を確認」に印を付けてください。',
    en: 'Part of this case is on paper. Look at it and tick “paper checked”.',
  },
  'approvals.received_already': {
    ja: 'この合議はすでに受け付けられています。',
    en: 'This consultation has been received already.',
  },
  'approvals.not_the_receiver': {
    ja: '合議の受付と担当者の指名は、合議先の所属の役職者か文書主任が行います。',
    en: 'Only those in charge of the consulted section can receive it and name who answers.',
  },
  'approvals.not_in_section': {
    ja: '合議先の所属の職員（起案者以外）を選んでください。',
    en: 'Choose somebody of the consulted section who is not the drafter.',
  },
  'approvals.own_case': {
    ja: '起案者は、自分の案件を代決できません。',
    en: 'A drafter cannot decide their own case for somebody else.',
  },
  'approvals.by_order': {
    ja: '{sentence}（緊急時の代決、命令 {number}）',
    en: '{sentence} (In an emergency, order {number}.)',
  },
  'approvals.no_stand_in': {
    ja: 'あなたがこの案件を代わって処理できる規程上の根拠がありません。',
    en: 'Nothing in the regulations lets you act for others in this case.',
  },
  'approvals.holder_needs_no_deputy': {
    ja: 'あなたの番です。代決ではなく、そのまま処理してください。',
    en: 'It is your own turn; no deputy is needed.',
  },
  'approvals.cannot_skip': {
    ja: '後閲にできるのは、起案者と、この後に処理する人だけです。',
    en: 'Only the drafter and those who come later in the route can pass somebody over.',
  },
  'approvals.no_post_review': {
    ja: 'あなたが後閲する案件ではないか、すでに後閲されています。',
    en: 'There is no review afterwards for you here, or it has been done.',
  },
  'approvals.cannot_extend_route': {
    ja: '回議先を加え、上位者の決裁を仰げるのは、回議中の案件の起案者と、いま順番が来ている回議・決裁の人だけです。',
    en: 'Only the drafter, or a reviewer or decider whose turn it is, can add to the route or have a superior decide.',
  },
  'approvals.in_route_already': {
    ja: '{post}は、すでにこの案件の決裁ルートに入っています。',
    en: '{post} is in the route of this case already.',
  },
  'approvals.addressee_vacant': {
    ja: '{post}は今日は空席です。ほかの職か所属を選んでください。',
    en: '{post} is vacant today. Choose another post or section.',
  },
  'approvals.addressee_is_drafter': {
    ja: '{post}は起案者本人のため、回議先に加えられません。',
    en: '{post} is the drafter, who cannot act on their own case.',
  },
  'approvals.too_many_added': {
    ja: '加えられる回議先は{most}件までです。',
    en: 'At most {most} steps can be added to a route.',
  },
  'approvals.not_higher': {
    ja: 'この理由では、{post}より上位の職の決裁になりません。決裁を仰ぐ職の段階を選んでください。',
    en: 'For this reason nobody above {post} decides. Choose the level that is to decide.',
  },
  'approvals.no_such_attachment': {
    ja: 'その添付は見つかりません。画面を更新してください。',
    en: 'There is no such attachment. Please reload.',
  },
  'approvals.attachment_kind': {
    ja: '添付できるのは、PDF・画像（PNG・JPEG）・Word・Excel・PowerPoint（マクロなし）・CSV・テキストです。',
    en: 'Attach PDF, PNG, JPEG, Word, Excel or PowerPoint without macros, CSV or plain text.',
  },
  'approvals.too_many_readers': {
    ja: '一度に供覧できるのは{most}人までです。',
    en: 'At most {most} people at a time.',
  },
  'approvals.attachment_sealed': {
    ja: '承認の後は添付を削除できません。新しい版に差し替えてください。',
    en: 'Once somebody has approved, an attachment cannot be removed; put a new version in its place.',
  },
  'approvals.too_many_attachments': {
    ja: '添付は200件までです。',
    en: 'A case takes at most 200 attachments.',
  },
  'approvals.effective_reason_missing': {
    ja: '効力が生じる日を決裁日と別に定めるときは、その理由を入力してください。',
    en: 'Please say why it takes effect on another day than that of the decision.',
  },
  'approvals.disclosure_reason_missing': {
    ja: '一部公開・非公開のときは、その理由を入力してください。',
    en: 'Please say why it is not, or not fully, open to the public.',
  },
  'approvals.slot_is_mandatory': {
    ja: '{post}は規程（{article}）が求めるため、ルートから外せません。',
    en: '{post} is required by the regulations ({article}) and cannot be taken out.',
  },
  'approvals.skip_refused': {
    ja: '{post}を後閲にすることは、規程（{article}）で認められていません。',
    en: 'The regulations ({article}) do not let the case pass over {post}.',
  },
  'approvals.no_such_addressee': {
    ja: '選んだ職または所属が見つかりません。選び直してください。',
    en: 'The post or section chosen does not exist. Please choose again.',
  },
} as const satisfies Texts;
