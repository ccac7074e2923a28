import type { Texts } from '../../shared/index.ts';

const t = (ja: string, en: string) => ({ ja, en });

export const placingTexts: Texts = {
  'records.level_by_class': t(
    '所属がこの分類で最近登録した文書の多くがこの機密性です。',
    'Most documents that your section filed in this class lately have it.',
  ),
  'records.level_by_default': t(
    '特に事情のない文書はこの機密性です。',
    'Documents with nothing special about them have this level.',
  ),
  'records.level_name.C3A': t('機密性3A', 'Confidentiality 3A'),
  'records.level_name.C3B': t('機密性3B', 'Confidentiality 3B'),
  'records.level_name.C3C': t('機密性3C', 'Confidentiality 3C'),
  'records.level_name.C2': t('機密性2', 'Confidentiality 2'),
  'records.level_name.C1': t('機密性1', 'Confidentiality 1'),
  'records.level_readers.C3A': t('名前を挙げた職員だけが見ます', 'Only those named see it'),
  'records.level_readers.C3B': t(
    '主管課の長と登録した職員が見ます',
    'The head of its section and whoever filed it see it',
  ),
  'records.level_readers.C3C': t('主管課の職員だけが見ます', 'Only staff of its section see it'),
  'records.level_readers.case': t('この案件に関わる職員だけが見ます', 'Only those who take part in the case see it'),
  'records.level_readers.C2': t('主管課とその上司が見ます', 'Its section and those above see it'),
  'records.level_readers.C1': t('公表できる文書です', 'It may be made public'),
};
