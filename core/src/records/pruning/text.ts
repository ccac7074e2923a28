import type { Texts } from '../../shared/index.ts';

const t = (ja: string, en: string) => ({ ja, en });

/** What is told of working versions, and why something is refused. */
export const pruningTexts = {
  'records.prune_no_case': t(
    '決裁を受けた文書ではないため、整理する作業版はありません。',
    'It was not decided upon by a case, so it has no working versions to prune.',
  ),
  'records.prune_not_decided': t(
    'まだ決裁が終わっていません。作業版は、決裁のあとに整理できます。',
    'It is not decided yet. Working versions can be pruned after the decision.',
  ),
  'records.prune_gone': t(
    'この文書はもう保存していないため、作業版を整理できません。',
    'This record is kept no more, so nothing of it can be pruned.',
  ),
  'records.prune_held': t(
    '廃棄が停止されているため、作業版も整理できません。停止が終わってから行ってください。',
    'Its disposal is on hold, so working versions stay, too. Please wait until the hold has ended.',
  ),
  'records.prune_not_yours': t(
    '作業版を整理できるのは、主管課の文書主任（引継ぎのあとは総括文書管理者）です。',
    'Working versions are pruned by the section’s records officer, after the handover by the chief records manager.',
  ),
  'records.prune_decided': t(
    '第{version}版は、決裁・承認・合議などで見られた版か、登録された版です。消せません。',
    'Version {version} was acted on or filed. It stays.',
  ),
  'records.prune_no_version': t(
    '第{version}版はありません。画面を開き直してください。',
    'There is no version {version}. Please open the page again.',
  ),
  'records.prune_may': t(
    '決裁・承認・合議で見られた版と登録された版は残ります。その間の作業版だけを整理できます。消したファイルは戻せません。',
    'What was acted on and what was filed stays. Only working versions in between can be pruned; their files do not come back.',
  ),
  'records.prune_none': t('整理する作業版はありません。', 'There is no working version to prune.'),
  'records.prune_by_rule': t(
    '作業版は、決裁から{days}日を過ぎると規程により整理されます（{article}）。',
    'By the regulations working versions go {days} days after the decision ({article}).',
  ),
  'records.prune_rule_reason': t(
    '規程により、決裁から{days}日を過ぎた作業版を整理しました（{article}）。',
    'By the regulations: {days} days after the decision ({article}).',
  ),
  'records.version_FILED': t('登録した版', 'Filed'),
  'records.version_DECIDED': t('決裁・承認などで見られた版', 'Acted on'),
  'records.version_WORKING': t('作業版', 'Working version'),
  'records.version_PRUNED': t('整理済み（ファイルはありません）', 'Pruned (its file is gone)'),
} satisfies Texts;

export const pruningSentences = {
  'records.pruned_filed': t(
    '文書 {record} の第{version}版が整理されたとあるが、登録された版か、決裁されていない文書です。',
    'Version {version} of record {record} is said to be pruned, but it is what was filed, or nothing was decided.',
  ),
} satisfies Texts;
