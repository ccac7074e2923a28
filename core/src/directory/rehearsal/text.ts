import type { Texts } from '../../shared/index.ts';

export const rehearsalTexts: Texts = {
  'directory.embargo': {
    ja: 'これからの組織（内示）は、施行日までは人事担当と総務担当だけが見られます。',
    en: 'An organisation to come is shown only to personnel and general affairs until its day.',
  },
  'directory.rehearsal_not_found': {
    ja: '組織改正の試行が見つかりません。',
    en: 'There is no such rehearsal.',
  },
  'directory.rehearsal_no_file': {
    ja: '新しい組織の職の一覧（CSV）を付けてください。',
    en: 'Attach the list of posts (CSV) of the new organisation.',
  },
  'directory.rehearsal_too_large': {
    ja: '職の一覧（CSV）は {megabytes} MB までです。',
    en: 'The list of posts may have {megabytes} MB at most.',
  },
  'directory.rehearsal_day_past': {
    ja: '施行日 {day} は明日以降の日にしてください。今日から変わる組織は、ふだんの取込みで入れます。',
    en: 'The day {day} must be tomorrow or later; what changes today comes with the ordinary import.',
  },
  'directory.rehearsal_nobody_that_day': {
    ja: '一覧に {day} に有効な発令が一つもありません。開始日と終了日を確かめてください。',
    en: 'The list has nobody in any post on {day}. Check the days of beginning and end.',
  },
  'directory.rehearsal_broken': {
    ja: '{count} 件が新しい組織で行き先を失うため、切り替えません。直して一覧を入れ直すか、一件ずつ理由を付けて了承してください。',
    en: '{count} would point to nobody in the new organisation, so it is not activated. Mend the list, or accept each one with a reason.',
  },
  'directory.rehearsal_later_active': {
    ja: '{day} からの組織がすでに確定しています。それより前の日の組織は、先に確定する必要があります。',
    en: 'The organisation from {day} on is activated already; an earlier one had to be activated before it.',
  },
  'directory.rehearsal_replaced': {
    ja: 'この試行のあとに、同じ日の別の組織が確定しました。新しく試行してください。',
    en: 'Another organisation was activated for the same day after this rehearsal. Rehearse anew.',
  },
  'directory.list_outdated': {
    ja: 'この一覧は {day} の組織改正より前のものです。取り込むと改正が元に戻るため、受け付けません。新しい一覧に置き換えてください。',
    en: 'This list is from before the reorganisation of {day} and would undo it; it is refused. Put the new list in its place.',
  },
  'directory.list_too_early': {
    ja: 'この一覧は {day} からの組織です。確定済みなので、その日が来るまで取り込む必要はありません。',
    en: 'This is the list of the organisation from {day} on. It is activated already and need not be imported before that day.',
  },
  'directory.bad_cursor': {
    ja: '続きを読み込めません。最初から開き直してください。',
    en: 'The next page cannot be read. Start again from the first.',
  },
  'directory.break.UNIT_GONE': {
    ja: '「{label}」の{duty}は{post}が行いますが、{unit}は廃止されます。{resolver}',
    en: '{label}: the {duty} is with {post}, and {unit} is abolished. {resolver}',
  },
  'directory.break.POST_GONE': {
    ja: '「{label}」の{duty}は{post}が行いますが、その職がなくなります。{resolver}',
    en: '{label}: the {duty} is with {post}, a post that is no more. {resolver}',
  },
  'directory.break.POST_VACANT': {
    ja: '「{label}」の{duty}は{post}が行いますが、欠員になります。{resolver}',
    en: '{label}: the {duty} is with {post}, which nobody holds. {resolver}',
  },
  'directory.break.HOLDER_IS_DRAFTER': {
    ja: '「{label}」の{duty}を行う{post}に、起案者の{drafter}本人が就きます。{resolver}',
    en: '{label}: the {duty} is with {post}, which the drafter {drafter} will hold. {resolver}',
  },
  'directory.break.resolver': {
    ja: '対応できるのは{post}（{name}）です。',
    en: '{name}, {post}, can take it up.',
  },
  'directory.break.nobody': {
    ja: '上位に対応できる職がありません。総務担当が担当を決めてください。',
    en: 'Nobody above can take it up; general affairs has to name somebody.',
  },
  'directory.duty.REVIEW': { ja: '承認', en: 'review' },
  'directory.duty.CONSULT': { ja: '合議', en: 'consultation' },
  'directory.duty.EXAMINE': { ja: '審査', en: 'examination' },
  'directory.duty.PROVISIONAL': { ja: '仮決裁', en: 'provisional decision' },
  'directory.duty.DECISION': { ja: '決裁', en: 'decision' },
  'directory.duty.READING': { ja: '供覧', en: 'reading' },
  'directory.duty.READ': { ja: '供覧', en: 'reading' },
  'directory.duty.POST_REVIEW': { ja: '後閲', en: 'post-review' },
  'directory.difference.UNIT_NEW': { ja: '所属の新設', en: 'new unit' },
  'directory.difference.UNIT_GONE': { ja: '所属の廃止', en: 'abolished unit' },
  'directory.difference.UNIT_RENAMED': { ja: '所属の名称変更', en: 'renamed unit' },
  'directory.difference.UNIT_MOVED': { ja: '上位所属の変更', en: 'unit under another' },
  'directory.difference.UNIT_KIND': { ja: '所属種別の変更', en: 'unit of another kind' },
  'directory.difference.POST_NEW': { ja: '職の新設', en: 'new post' },
  'directory.difference.POST_GONE': { ja: '職の廃止', en: 'abolished post' },
  'directory.difference.POST_MOVED': { ja: '職の所属替え', en: 'post in another unit' },
  'directory.difference.POST_RENAMED': { ja: '職名の変更', en: 'renamed post' },
  'directory.difference.POST_RANK': { ja: '職位の変更', en: 'post of another rank' },
  'directory.difference.POST_HEAD': { ja: '所属長の変更', en: 'other head of the unit' },
  'directory.difference.HOLDER_CHANGED': { ja: '異動', en: 'other holder' },
  'directory.difference.PERSON_WITHOUT_POST': { ja: '職のない職員', en: 'person without a post' },
};
