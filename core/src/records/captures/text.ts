import type { Texts } from '../../shared/index.ts';

const NOT_READABLE = {
  ja: 'その場所に、登録した人が読めると確かめられるファイルがありません。移された、消された、共有されていない、のいずれかです。',
  en: 'At that address is no file that SharePoint says whoever filed this may read: it was moved or deleted, or is not shared.',
};

/** Why the contents of a file did not come: on the page of the record, and to whoever captures. */
export const captureTexts = {
  // Nothing says this any more; records that are filed already keep the code.
  'records.capture_not_signed_in': {
    ja: 'このアプリは、あなたの名前でファイルを読むことを許されていません。',
    en: 'This app may not read files in your name.',
  },
  'records.capture_files_not_read': {
    ja: 'この環境では、SharePoint のファイルを読めません。',
    en: 'Files in SharePoint cannot be read here.',
  },
  'records.capture_files_not_permitted': {
    ja: 'このアプリは SharePoint のファイルを読む許可（Sites.ReadWrite.All）を受けていません。',
    en: 'This app has no permission to read files in SharePoint (Sites.ReadWrite.All).',
  },
  // One for both: whether something lies at an address is not for whoever may not see it.
  'records.capture_file_not_readable': NOT_READABLE,
  // Nothing says these two any more; records that are filed already keep the codes.
  'records.capture_file_not_found': NOT_READABLE,
  'records.capture_file_not_shared': NOT_READABLE,
  'records.capture_file_elsewhere': {
    ja: 'SharePoint にも OneDrive にもないファイルです。',
    en: 'The file lies neither in SharePoint nor in OneDrive.',
  },
  'records.capture_file_too_large': {
    ja: '合わせて 25 MB を超えるため取り込めません。',
    en: 'Together the files are larger than 25 MB.',
  },
  'records.capture_file_too_many': {
    ja: '一つの文書に取り込めるのは50個までです。',
    en: 'One record takes in at most 50 files.',
  },
  'records.capture_file_busy': {
    ja: 'SharePoint が混み合っているか、応答しませんでした。',
    en: 'SharePoint is busy or did not answer.',
  },
} as const satisfies Texts;
