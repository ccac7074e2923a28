import type { Texts } from '@kaigi/core/shared';

export const pruningText = {
  'versions.title': { ja: 'ファイルの版', en: 'Versions of the file' },
  'versions.error': { ja: '版を表示できません', en: 'The versions could not be shown' },
  'versions.name': { ja: '第{version}版 {name}', en: 'Version {version}: {name}' },
  'versions.added': { ja: '{when} {who}', en: '{when}, {who}' },
  'versions.pruned': { ja: '{when} {who}が整理しました。理由：{reason}', en: 'Pruned {when} by {who}: {reason}' },
  'versions.pruned.article': {
    ja: '{when} {who}が整理しました（{article}）。理由：{reason}',
    en: 'Pruned {when} by {who} ({article}): {reason}',
  },
  'prune.open': {
    ja: '作業版を整理する（{count}版、{size}）',
    en: 'Prune working versions ({count}, {size})',
  },
  'prune.title': { ja: '作業版を整理する', en: 'Prune working versions' },
  'prune.lead': {
    ja: '選んだ版のファイルを消します。消したファイルは戻せません。いつ、だれが、なぜ整理したかは残ります。ほかの文書と同じ内容のファイルは、その文書のために残ります。',
    en: 'Removes the files of the versions chosen; they do not come back. When, by whom and why stays. A file that another document is made of too stays for that one.',
  },
  'prune.which': { ja: '整理する版', en: 'Versions that go' },
  'prune.one': { ja: '第{version}版 {name}（{size}）', en: 'Version {version}: {name} ({size})' },
  'prune.sum': { ja: '{count}版、{size} を消します。', en: '{count|version|versions}, {size}, will be removed.' },
  'prune.sum.none': { ja: '版を1つ以上選んでください。', en: 'Please choose one version at least.' },
  'prune.submit': { ja: '整理する', en: 'Prune' },
  'prune.done': { ja: '{count}版（{size}）を整理しました', en: '{count|version|versions} pruned ({size})' },
  'prune.done.nothing': { ja: '整理する版はもうありませんでした', en: 'There was nothing left to prune' },
  'prune.reason_hint': { ja: '例：決裁後の作業版のため', en: 'For example: working versions after the decision' },
  'many.title': { ja: '作業版の整理', en: 'Working versions' },
  'many.show': { ja: '作業版をまとめて整理する', en: 'Prune working versions of many documents' },
  'many.back': { ja: '容量へ', en: 'To the space report' },
  'many.none': { ja: '整理できる作業版はありません', en: 'There is no working version to prune' },
  'many.none.body': {
    ja: '決裁された文書で、起案者のほかにだれも見ていない途中の版だけが、ここに並びます。廃棄を停止している文書は並びません。',
    en: 'Only drafts in between that nobody acted on are listed here, once their case is decided. What is on hold is not.',
  },
  'many.label': { ja: '作業版のある文書', en: 'Documents with working versions' },
  'many.decided': { ja: '決裁 {day}', en: 'decided {day}' },
  'many.versions': { ja: '第{versions}版を整理できます（{size}）', en: 'Versions {versions} may go ({size})' },
  'many.choose': { ja: '「{title}」を選ぶ', en: 'Choose “{title}”' },
  'many.all': { ja: '表示しているものをすべて選ぶ', en: 'Choose all that are shown' },
  'many.chosen': {
    ja: '選んだ文書 {records}件（{versions}版、{size}）',
    en: '{records|document|documents} chosen ({versions|version|versions}, {size})',
  },
  'many.confirm': {
    ja: '次の{records}件の文書から、{versions}版（{size}）のファイルを消します。',
    en: 'From {records|document|documents} {versions|version|versions} ({size}) will be removed.',
  },
  'many.line': { ja: '{title}：第{versions}版（{size}）', en: '{title}: versions {versions} ({size})' },
  'many.left': {
    ja: '次の文書の版は整理していません。',
    en: 'The versions of these documents were left as they are.',
  },
  'many.left.line': { ja: '{title}：{sentence}', en: '{title}: {sentence}' },
  'many.separator': { ja: '・', en: ', ' },
} as const satisfies Texts;
