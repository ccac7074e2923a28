import { escaped, type Locale, say } from '../../shared/index.ts';
import type { MailShown } from '../reading/index.ts';
import { recordsTexts } from '../text.ts';
import type { CapturedMessage, CapturedThread } from './contract.ts';

const WORDS = {
  ja: {
    participants: '参加者',
    supplements: '関連：次の文書に取り込めなかったファイルを、後から取り込んだもの。文書の識別子',
    files: 'ファイル',
    edited: '編集',
    unknown: '（送信者は不明）',
    notKept: '内容は保存していません',
    notFetched: '中身は取り込んでいません。置き場所',
    why: '理由',
    deleted: '登録の前に削除されたメッセージ',
    bytes: (count: number) => `${count}バイト`,
    and: '、',
    is: '：',
    inBrackets: (text: string) => `（${text}）`,
  },
  en: {
    participants: 'Participants',
    supplements: 'Related: files that could not be taken into this record, and came later. Its id:',
    files: 'Files',
    edited: 'edited',
    unknown: '(sender unknown)',
    notKept: 'contents not kept',
    notFetched: 'contents not taken in; it lies at',
    why: 'why',
    deleted: 'deleted before it was filed',
    bytes: (count: number) => `${count} bytes`,
    and: ', ',
    is: ': ',
    inBrackets: (text: string) => ` (${text})`,
  },
} as const;

const STYLE =
  'body{font-family:sans-serif;overflow-wrap:anywhere;max-width:48rem;margin:2rem auto;padding:0 1rem;line-height:1.6}article{border-top:1px solid;padding:.75rem 0}pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;margin:.25rem 0}.answer{margin-inline-start:2rem}';

const page = (title: string, locale: Locale, body: string): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;

/** In Japan, as everywhere in the product. */
const moment = (iso: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP-u-ca-japanese' : 'en-GB', {
    ...{ dateStyle: 'long', timeStyle: 'medium', timeZone: 'Asia/Tokyo' },
  }).format(new Date(iso));

const reasonOf = (code: string, locale: Locale): string => escaped(say(recordsTexts, code, locale) ?? code);

function fileOf(file: CapturedThread['files'][number], locale: Locale): string {
  const { notFetched, notKept, why, bytes, and, is, inBrackets } = WORDS[locale];
  const because = (code: string) => `${why}${is}${reasonOf(code, locale)}`;
  if ('notFetched' in file) {
    const said = `${notFetched} ${escaped(file.url)} ${because(file.notFetched)}`;
    return `<li>${escaped(file.name)}${inBrackets(said)}</li>`;
  }
  const kept = 'notKept' in file ? `${and}${notKept} ${because(file.notKept)}` : '';
  return `<li>${escaped(file.name)}${inBrackets(`${bytes(file.size)}${and}SHA-256 ${file.sha256}${kept}`)}</li>`;
}

function messageOf(message: CapturedMessage, thread: CapturedThread, locale: Locale): string {
  const words = WORDS[locale];
  const { by, at, editedAt, deletedAt, text, links, id, replyTo } = message;
  const edited = editedAt === null ? '' : words.inBrackets(`${words.edited} ${escaped(moment(editedAt, locale))}`);
  const head = `<strong>${escaped(by?.name ?? words.unknown)}</strong> <time datetime="${escaped(at)}">${escaped(moment(at, locale))}</time>${edited}`;
  const files = thread.files.filter(({ messageId }) => messageId === id).map((file) => fileOf(file, locale));
  // Addresses stand there to be read: nothing here leads anywhere.
  const pointed = links.map(({ name, url }) => `<li>${escaped(name)} ${escaped(url)}</li>`);
  const list = [...files, ...pointed].join('');
  const inside = `${head}<pre>${deletedAt == null ? escaped(text) : words.inBrackets(words.deleted).trimStart()}</pre>${list === '' ? '' : `<ul>${list}</ul>`}`;
  return `<article${replyTo === null ? '' : ' class="answer"'}>${inside}</article>`;
}

/** What was said, as a page that loads nothing and leads nowhere. */
export function renderThread(thread: CapturedThread, { title, locale }: { title: string; locale: Locale }): string {
  const { source, participants, messages } = thread;
  const where = [source.topic, source.link].filter((one) => one !== null).map((one) => `<p>${escaped(one)}</p>`);
  const { participants: word, and, is } = WORDS[locale];
  const people = participants.map(({ name }) => escaped(name)).join(and);
  const all = messages.map((message) => messageOf(message, thread, locale));
  const first = thread.supplements;
  const related = first
    ? [`<p>${WORDS[locale].supplements} ${escaped(first.recordId)}（SHA-256 ${escaped(first.sha256)}）</p>`]
    : [];
  const body = [`<h1>${escaped(title)}</h1>`, ...related, ...where, `<p>${word}${is}${people}</p>`, ...all];
  return page(title, locale, body.join(''));
}

export function renderMail(mail: MailShown, { title, locale }: { title: string; locale: Locale }): string {
  const { files: word, bytes, and, inBrackets } = WORDS[locale];
  const fields = mail.fields.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('');
  const files = mail.files.map(
    ({ name, size, sha256 }) => `<li>${escaped(name)}${inBrackets(`${bytes(size)}${and}SHA-256 ${sha256}`)}</li>`,
  );
  const list = files.length === 0 ? '' : `<h2>${word}</h2><ul>${files.join('')}</ul>`;
  return page(title, locale, `<h1>${escaped(title)}</h1><dl>${fields}</dl><pre>${escaped(mail.text)}</pre>${list}`);
}
